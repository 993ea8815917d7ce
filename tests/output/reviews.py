"""Months to look back on, made by hand: with as much in them, or as little, as a test needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from reconnect_desktop.domain.measures import Medium, ReachedOut
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.records import Asked, Met, Need, Outcome, Pause, PauseReason, Reflection, Try
from reconnect_desktop.domain.review.month_review import (
    Arrow,
    Compared,
    Figures,
    Measure,
    Moment,
    MonthReview,
    RhythmOffer,
)
from reconnect_desktop.domain.rhythm import Interval
from reconnect_desktop.domain.trends.closeness import Band, Dot
from reconnect_desktop.domain.tries import Followed
from tests.making import when

OCTOBER = Month(2026, 10)
LATER = date(2026, 11, 2)
HER = "Devaki Raman"
SECRET = "lighthouse"
EVERYWHERE = f"{HER} and the {SECRET}, said devaki. Raman's way."
NOTHING = Figures(
    days=31,
    in_touch=0,
    contacts={},
    minutes={},
    lengths=0,
    closeness=None,
    rated=0,
    mood=None,
    moods=0,
    longest_gap=None,
    gap_paused=0,
    reached_out={},
)
FIGURES = Figures(
    days=31,
    in_touch=9,
    contacts={Medium.CALL: 6, Medium.VISIT: 2, Medium.MESSAGE: 4},
    minutes={Medium.CALL: 148, Medium.VISIT: 260},
    lengths=8,
    closeness=5.1,
    rated=9,
    mood=3.6,
    moods=11,
    longest_gap=8,
    gap_paused=2,
    reached_out={ReachedOut.ME: 6, ReachedOut.MOM: 3},
)
_SEPTEMBER = Figures(
    days=30,
    in_touch=7,
    contacts={Medium.CALL: 5, Medium.VISIT: 2},
    minutes={Medium.CALL: 100},
    lengths=5,
    closeness=4.3,
    rated=7,
    mood=3.4,
    moods=9,
    longest_gap=12,
    gap_paused=0,
    reached_out={},
)
_COMPARED = (
    (Measure.DAYS_IN_TOUCH, 9, 7, 8.2, Arrow.NONE, Arrow.NONE),
    (Measure.MINUTES, 408, 280, 295, Arrow.MORE, Arrow.MORE),
    (Measure.CLOSENESS, 5.1, 4.3, 4.6, Arrow.MORE, Arrow.NONE),
    (Measure.LONGEST_GAP, 8, 12, 9, Arrow.LESS, Arrow.NONE),
    (Measure.MOOD, 3.6, 3.4, None, Arrow.NONE, Arrow.NONE),
)


def empty(**fields: Any) -> MonthReview:
    """A month in which nothing was logged."""
    given: dict[str, Any] = {
        "month": OCTOBER,
        "today": LATER,
        "so_far": False,
        "figures": NOTHING,
        "before": None,
        "usual": 0,
        "compared": (),
        "dots": (),
        "band": None,
        "wins": (),
        "hard": None,
        "tries": (),
        "needs": (),
        "pauses": (),
        "reflection": None,
        "rhythm_offer": None,
        "grief": False,
    }
    return MonthReview(**given | fields)


def rich(**fields: Any) -> MonthReview:
    """A month with something of everything."""
    given: dict[str, Any] = {
        "figures": FIGURES,
        "before": _SEPTEMBER,
        "usual": 12,
        "compared": tuple(
            Compared(measure=what, now=now, before=before, usual=usual, beside_before=one, beside_usual=other)
            for what, now, before, usual, one, other in _COMPARED
        ),
        "dots": _dots((1, 5), (4, 6), (8, 6), (11, 5), (14, 5), (18, 2), (21, 5), (26, 6), (30, 6)),
        "band": Band(3.8, 4.6, 5.4),
        "wins": (
            moment(8, 6, "She laughed about the burnt cake with me.", Medium.VISIT),
            moment(21, 5, "She asked how the exam went, and waited for the answer."),
        ),
        "hard": moment(
            18, 2, "We talked about the move again.\nI went quiet, and so did she.", tags=("old hurt",)
        ),
        "tries": ((a_try(12, note="She liked the photo."), Followed(3.8, 4, 5.2, 3)),),
        "needs": (a_need("encouragement", words="It helps when you say you believe in me."),),
        "pauses": (
            Pause(id="p", reason=PauseReason.TRAVEL, start=date(2026, 10, 22), end=date(2026, 10, 25)),
        ),
        "reflection": reflection(
            "October was softer than I thought.\n\nThe calls on Sunday do us good:\n  – no list\n  – no advice",
            "Call on Sundays, without a list.",
        ),
        "rhythm_offer": RhythmOffer(Interval(3, 5), 6.4, Interval(6, 10)),
    }
    return empty(**given | fields)


def planted() -> MonthReview:
    """A month with her name and a secret wherever something can be typed."""
    month = rich()
    return rich(
        wins=(moment(8, 6, EVERYWHERE, tags=(EVERYWHERE, "Laughed together")),),
        hard=moment(18, 2, EVERYWHERE, tags=("old hurt", SECRET, "DEVAKI")),
        tries=((a_try(12, note=EVERYWHERE), month.tries[0][1]),),
        needs=(
            a_need(EVERYWHERE, words=EVERYWHERE, note=EVERYWHERE),
            a_need("encouragement", words=EVERYWHERE),
        ),
        pauses=tuple(replace(one, note=EVERYWHERE) for one in month.pauses),
        reflection=reflection(EVERYWHERE, EVERYWHERE),
    )


def moment(day: int, closeness: int | None, text: str, medium: Medium = Medium.CALL, **fields: Any) -> Moment:
    """Something of a day of October."""
    moment_when = when(date(2026, 10, day), "18:30")
    return Moment(id=f"id {day}", when=moment_when, medium=medium, closeness=closeness, text=text, **fields)


def a_try(day: int, **fields: Any) -> Try:
    """A silly picture, sent on that day of October; it went well."""
    begun = when(date(2026, 10, day))
    given: dict[str, Any] = {
        "suggestion": "a-picture-that-made-you-grin",
        "outcome": Outcome.GOOD,
        "answered": begun,
    }
    return Try(id=f"try {day}", begun=begun, **given | fields)


def a_need(need: str, **fields: Any) -> Need:
    """A need noted on 15 October, said aloud and partly met."""
    given: dict[str, Any] = {"asked": Asked.YES, "met": Met.PARTLY}
    return Need(id="need", noted=when("2026-10-15"), need=need, **given | fields)


def reflection(text: str, intention: str = "") -> Reflection:
    """Own words about October."""
    return Reflection(id="2026-10", changed=when("2026-11-01"), text=text, intention=intention)


def _dots(*ratings: tuple[int, int]) -> tuple[Dot, ...]:
    return tuple(
        Dot(
            datetime(2026, 10, day, 18, 30), Medium.VISIT if day == 8 else Medium.CALL, closeness, f"id {day}"
        )
        for day, closeness in ratings
    )
