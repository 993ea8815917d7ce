"""My own mood beside closeness, so that my load and our distance can be told apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median

from reconnect_desktop.domain.measures import CLOSENESS, MOOD
from reconnect_desktop.domain.records import MoodCheckIn
from reconnect_desktop.domain.trends.agreement import Agreement, agreement
from reconnect_desktop.domain.trends.closeness import Curve, Dot, dots
from reconnect_desktop.domain.trends.curves import curves, moment
from reconnect_desktop.domain.trends.sources import Point, Sources
from reconnect_desktop.domain.trends.span import Span, points_in

LEAST_PAIRS = 10  # days with both, below which nothing is said of how the two go together


class MoodDot(StrEnum):
    """Where a mood was noted."""

    CHECK_IN = "check-in"
    INTERACTION = "interaction"


@dataclass(frozen=True, slots=True)
class Noted:
    """A mood, 1…5. at: days since 0001-01-01, as in Curve; id: of the interaction, or "" for a check-in."""

    at: float
    mood: int
    where: MoodDot
    id: str


class Together(StrEnum):
    """How the two went together; UNCLEAR where the numbers leave it open."""

    TOGETHER = "together"
    APART = "apart"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class MoodBeside:
    """What the chart shows.

    moods, dots: within the span, oldest first; mood_curves (1…5) and closeness_curves (1…7): empty where too few;
    pairs: days that have both; agreement: rank correlation over the medians of these days (Kendall's tau-b, -1…1), with its
    95 % interval, None with too few pairs (`missing` more are needed), and where one of the two was always the same;
    together: what that says, None with too few pairs.
    """

    span: Span
    moods: tuple[Noted, ...]
    dots: tuple[Dot, ...]
    mood_curves: tuple[Curve, ...]
    closeness_curves: tuple[Curve, ...]
    pairs: int
    agreement: float | None
    low: float | None
    high: float | None
    together: Together | None
    missing: int


def mood_beside(sources: Sources, span: Span) -> MoodBeside:
    """My mood and closeness in the span; on days that have both, how they go together."""
    points, check_ins = points_in(sources, span), _check_ins(sources)
    moods = _noted(points, (one for one in check_ins if span.first <= one.when.day <= span.last))
    days = _days_with_both(
        ((date.fromordinal(int(one.at)), one.mood) for one in moods),
        ((point.local.date(), point.closeness) for point in points if point.closeness is not None),
    )
    found = agreement(days) if len(days) >= LEAST_PAIRS else None
    return MoodBeside(
        span=span,
        moods=tuple(moods),
        dots=dots(points),
        mood_curves=curves(
            [
                *((one.when.local, one.mood) for one in check_ins),
                *((point.local, point.mood) for point in sources.points),
            ],
            MOOD,
            span,
        ),
        closeness_curves=curves(
            ((point.local, point.closeness) for point in sources.points), CLOSENESS, span
        ),
        pairs=len(days),
        agreement=found.tau if found else None,
        low=found.low if found else None,
        high=found.high if found else None,
        together=_said(found) if len(days) >= LEAST_PAIRS else None,
        missing=max(0, LEAST_PAIRS - len(days)),
    )


def _check_ins(sources: Sources) -> list[MoodCheckIn]:
    return [one for one in sources.moods if one.when.day <= sources.today]


def _noted(points: Iterable[Point], check_ins: Iterable[MoodCheckIn]) -> list[Noted]:
    """The moods of both, oldest first."""
    found = [
        Noted(moment(point.local), point.mood, MoodDot.INTERACTION, point.id)
        for point in points
        if point.mood is not None
    ]
    found += [Noted(moment(one.when.local), one.mood, MoodDot.CHECK_IN, "") for one in check_ins]
    return sorted(found, key=lambda one: (one.at, one.id))


def _days_with_both(
    moods: Iterable[tuple[date, int]], closeness: Iterable[tuple[date, int]]
) -> list[tuple[float, float]]:
    """The medians of each day that has both, in order of the days."""
    first, second = _by_day(moods), _by_day(closeness)
    return [
        (float(median(first[day])), float(median(second[day])))
        for day in sorted(first.keys() & second.keys())
    ]


def _by_day(values: Iterable[tuple[date, int]]) -> dict[date, list[int]]:
    found: dict[date, list[int]] = {}
    for day, value in values:
        found.setdefault(day, []).append(value)
    return found


def _said(found: Agreement | None) -> Together:
    if found and found.low > 0:
        return Together.TOGETHER
    return Together.APART if found and found.high < 0 else Together.UNCLEAR
