"""What the sample journal tells of tries, a letter, needs, months looked back on, plans, and the rhythm."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.months import month_of
from reconnect_desktop.domain.plan import Again, Plan, PlanKind
from reconnect_desktop.domain.records import (
    Asked,
    Letter,
    LetterVersion,
    Met,
    Need,
    Outcome,
    Record,
    Reflection,
    Setting,
    Try,
)
from reconnect_desktop.domain.rhythm import Interval, Rhythm
from reconnect_desktop.domain.settings import RHYTHM
from reconnect_desktop.domain.when import When, in_zone

Row = Mapping[str, str | float]
MomentAt = Callable[[float], When]  # 0 (the first day) to 1 (today), in the evening

SAMPLE_RHYTHM = Rhythm(Interval(7, 14))
_BIRTHDAY = date(1957, 6, 14)  # as in `sample_plan.holidays`
_TOLD_AFTER = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class StepTexts:
    """Rows as `resources/sample/*.toml` has them, each with its place `at` among the years.

    reflections: on the last months, the newest first, without a place of their own. plans: the words of each.
    """

    tries: Sequence[Row]
    letter: Row
    needs: Sequence[Row]
    reflections: Sequence[Row]
    plans: Row


def step_records(texts: StepTexts, moment_at: MomentAt) -> list[Record]:
    """The records; their ids are words, for each is there once."""
    letter = _letter(texts.letter, moment_at)
    first = LetterVersion(
        id="sample-version", letter=letter.id, kept=letter.begun, happened=letter.happened, felt=letter.felt
    )
    return [
        *(_try(row, moment_at) for row in texts.tries),
        letter,
        first,
        *(_need(row, moment_at) for row in texts.needs),
        *(_reflection(row, ago, moment_at) for ago, row in enumerate(texts.reflections, start=1)),
        *_plans(texts.plans, moment_at),
        Setting(id=RHYTHM.id, value=RHYTHM.write(SAMPLE_RHYTHM)),
    ]


def _try(row: Row, moment_at: MomentAt) -> Try:
    begun = moment_at(float(row["at"]))
    return Try(
        id=f"sample-{row['suggestion']}",
        suggestion=str(row["suggestion"]),
        begun=begun,
        outcome=Outcome(str(row["outcome"])),
        answered=_later(begun, _TOLD_AFTER),
        note=str(row["note"]),
    )


def _letter(row: Row, moment_at: MomentAt) -> Letter:
    begun = moment_at(float(row["at"]))
    names = ("title", "happened", "felt", "wish", "grateful", "text")
    texts = {name: str(row[name]).strip() for name in names}
    changed = _later(begun, timedelta(days=30))
    return Letter(id="sample-letter", begun=begun, changed=changed, suggestion="a-letter-that-stays", **texts)


def _need(row: Row, moment_at: MomentAt) -> Need:
    return Need(
        id=f"sample-{row['need']}",
        noted=moment_at(float(row["at"])),
        need=str(row["need"]),
        asked=Asked(str(row["asked"])),
        met=Met(str(row["met"])),
        words=str(row["words"]),
    )


def _reflection(row: Row, ago: int, moment_at: MomentAt) -> Reflection:
    """On the month so many before today's, written on the evening of its last day."""
    today = moment_at(1)
    month = month_of(today.day).ahead(-ago)
    written = in_zone(datetime.combine(month.last, today.local.time()), today.zone)
    text, intention = str(row["text"]).strip(), str(row["intention"])
    return Reflection(id=month.isoformat(), changed=written, text=text, intention=intention)


def _plans(words: Row, moment_at: MomentAt) -> list[Plan]:
    """Her birthday, a call each Sunday, and something of these days to ask about."""
    added, today = moment_at(0.99), moment_at(1).day
    sunday = added.day + timedelta(days=6 - added.day.weekday())
    return [
        Plan(id="sample-birthday", kind=PlanKind.BIRTHDAY, day=_BIRTHDAY, again=Again.YEARLY, added=added),
        Plan(
            id="sample-call",
            kind=PlanKind.CONTACT,
            text=str(words["call"]),
            day=sunday,
            time=time(10, 30),
            medium=Medium.CALL,
            again=Again.WEEKLY,
            added=added,
        ),
        Plan(
            id="sample-follow-up",
            kind=PlanKind.FOLLOW_UP,
            text=str(words["follow_up"]),
            day=today + timedelta(days=3),
            added=added,
        ),
    ]


def _later(moment: When, by: timedelta) -> When:
    return in_zone(moment.local + by, moment.zone)
