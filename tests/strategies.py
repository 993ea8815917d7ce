"""Hypothesis strategies for every record: all fields, hostile text included."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from reconnect_desktop.domain.checks import TAG_MOST
from reconnect_desktop.domain.interaction import (
    CLOSENESS,
    MESSAGES,
    MINUTES,
    MOOD,
    Interaction,
    Medium,
    ReachedOut,
)
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.plan import PLAN_TEXT_MOST, Again, Plan, PlanKind
from reconnect_desktop.domain.records import (
    Answer,
    Asked,
    Import,
    Letter,
    LetterVersion,
    Met,
    MoodCheckIn,
    Need,
    Nudge,
    Outcome,
    Pause,
    PauseReason,
    Record,
    Reflection,
    Setting,
    Topic,
    Try,
)
from reconnect_desktop.domain.settings import SETTINGS
from reconnect_desktop.domain.when import EARLIEST, When

Value = TypeVar("Value")

# Nothing made here lies after it, whatever the offset.
LATEST = datetime(2026, 11, 20)

HOSTILE = (
    "=1+1",
    "+49 170 1234567",
    "-1",
    "@SUM(A1)",
    "'=already guarded",
    "''",
    "\t=tab",
    "\r\n=line",
    "\uff1d\uff0b\uff0d\uff20",
    'quote " and "" two',
    "a,b;c\td\\;e\\\\",
    "line one\nline two\r\nline three\rline four",
    "\ufeffmark",
    "\u202eright to left\u202c",
    "zero\u200bwidth",
    "\u2028separator\u2029\x85\x0b\x0c\x1c",
    "👩‍👧 family",
    "Zoe\u0308 and Zo\u00eb",
    "\x01\x1b[31m\x7f",
    "<b>&amp;</b><!-- ]]> -->",
    "'; DROP TABLE interactions; --",
    "{}[]\\u0000 null NaN",
    " spaces ",
    "%s %n {0} $x$ \\frac{1",
    "\U0010ffff",
)

_CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")


def texts(most: int = 60) -> SearchStrategy[str]:
    """Text that can be kept, often one that other programs trip over."""
    hostile = st.sampled_from([text for text in HOSTILE if len(text) <= most])
    return st.one_of(st.text(_CHARACTERS, max_size=most), hostile, st.just(""))


def ids() -> SearchStrategy[str]:
    """Ids as the journal makes them, and any others that it would take."""
    text = st.text(_CHARACTERS, max_size=100)
    odd = text.map(lambda drawn: "".join(char for char in drawn if char.isprintable())).filter(str.strip)
    return st.one_of(st.uuids().map(lambda made: made.hex), odd)


def tags() -> SearchStrategy[tuple[str, ...]]:
    """Tags that can be kept."""
    word = texts(TAG_MOST).map(str.strip).filter(lambda text: len(text.splitlines()) == 1)
    return st.lists(word, max_size=4, unique_by=str.casefold).map(tuple)


def whens(latest: datetime = LATEST) -> SearchStrategy[When]:
    """Moments of any age, at any offset (also of odd seconds), in known, unknown and no zones."""
    return st.builds(
        When,
        local=st.datetimes(EARLIEST, latest).map(lambda local: local.replace(microsecond=0, fold=0)),
        offset=st.one_of(st.sampled_from([0, 3600, -18_000, 20_700]), st.integers(-86_399, 86_399)),
        zone=st.sampled_from(
            ["", "Europe/Berlin", "America/Argentina/Buenos_Aires", "UTC", "Mars/Olympus_Mons"]
        ),
    )


def optional(strategy: SearchStrategy[Value]) -> SearchStrategy[Value | None]:
    """The value or None."""
    return st.one_of(st.none(), strategy)


def _numbers(allowed: range) -> SearchStrategy[int | None]:
    return optional(st.sampled_from(allowed))


def interactions(latest: datetime = LATEST) -> SearchStrategy[Interaction]:
    """Interactions in all their fields."""
    return st.builds(
        Interaction,
        id=ids(),
        when=whens(latest),
        medium=st.sampled_from(Medium),
        logged=whens(),
        minutes=_numbers(MINUTES),
        closeness=_numbers(CLOSENESS),
        mood=_numbers(MOOD),
        reached_out=optional(st.sampled_from(ReachedOut)),
        tags=tags(),
        note=texts(),
        win=texts(),
        messages=_numbers(MESSAGES),
        source=texts(),
        source_key=texts(),
    )


def moods() -> SearchStrategy[MoodCheckIn]:
    """Mood check-ins in all their fields."""
    return st.builds(
        MoodCheckIn, id=ids(), when=whens(), logged=whens(), mood=st.sampled_from(MOOD), note=texts()
    )


def topics() -> SearchStrategy[Topic]:
    """Topics in all their fields."""
    said = texts().filter(lambda text: bool(text.strip()))
    return st.builds(Topic, id=ids(), text=said, added=whens(), done=optional(whens()))


def plans() -> SearchStrategy[Plan]:
    """Plans of every kind, in all their fields."""
    days = st.dates(date(1900, 1, 1), date(9998, 12, 31))
    made = st.builds(
        Plan,
        id=ids(),
        kind=st.just(PlanKind.CONTACT),
        day=days,
        added=whens(),
        text=words(PLAN_TEXT_MOST).filter(lambda text: len(text.splitlines()) == 1),
        time=optional(st.times().map(lambda one: one.replace(second=0, microsecond=0, fold=0))),
        medium=optional(st.sampled_from(Medium)),
        again=st.sampled_from(Again),
        remind=st.booleans(),
        settled=optional(days),
    )
    return st.builds(_plan, made, st.sampled_from(PlanKind), st.booleans())


def _plan(made: Plan, kind: PlanKind, said: bool) -> Plan:
    text = made.text if said or kind in (PlanKind.FOLLOW_UP, PlanKind.DATE) else ""
    again = Again.YEARLY if kind is PlanKind.BIRTHDAY else made.again
    medium = made.medium if kind is PlanKind.CONTACT else None
    return replace(made, kind=kind, text=text, again=again, medium=medium)


def pauses() -> SearchStrategy[Pause]:
    """Pauses in all their fields."""
    days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
    return st.builds(_pause, ids(), st.sampled_from(PauseReason), days, optional(days), texts())


def _pause(id: str, reason: PauseReason, start: date, end: date | None, note: str) -> Pause:  # noqa: A002
    first = start if end is None else min(start, end)
    last = None if end is None else max(start, end)
    return Pause(id=id, reason=reason, start=first, end=last, note=note)


def words(most: int = 60) -> SearchStrategy[str]:
    """Text that is not blank."""
    return texts(most).filter(lambda text: bool(text.strip()))


def nudges() -> SearchStrategy[Nudge]:
    """Nudges, answered and not."""
    answers = st.one_of(st.just((None, None)), st.tuples(st.sampled_from(Answer), whens()))
    signals = st.sampled_from(["", "dip", "gap"])
    made = st.builds(Nudge, id=ids(), suggestion=words(), signal=signals, shown=whens())
    return st.tuples(made, answers).map(lambda both: replace(both[0], answer=both[1][0], answered=both[1][1]))


def tries() -> SearchStrategy[Try]:
    """Tries, told of and not."""
    outcomes = st.one_of(st.just((None, None)), st.tuples(st.sampled_from(Outcome), whens()))
    signals = st.sampled_from(["", "dip", "gap"])
    made = st.builds(Try, id=ids(), suggestion=words(), signal=signals, begun=whens(), note=texts())
    return st.tuples(made, outcomes).map(
        lambda both: replace(both[0], outcome=both[1][0], answered=both[1][1])
    )


_LETTER = {name: texts() for name in ("title", "happened", "felt", "wish", "grateful", "text")}


def letters() -> SearchStrategy[Letter]:
    """Letters in all their fields."""
    return st.builds(Letter, id=ids(), begun=whens(), changed=whens(), suggestion=texts(), **_LETTER)


def versions() -> SearchStrategy[LetterVersion]:
    """Versions of letters in all their fields."""
    return st.builds(LetterVersion, id=ids(), letter=ids(), kept=whens(), **_LETTER)


def needs() -> SearchStrategy[Need]:
    """Needs in all their fields."""
    return st.builds(
        Need,
        id=ids(),
        noted=whens(),
        need=words(),
        asked=optional(st.sampled_from(Asked)),
        met=optional(st.sampled_from(Met)),
        words=texts(),
        note=texts(),
    )


def months() -> SearchStrategy[Month]:
    """Any month that can be kept."""
    return st.builds(Month, st.integers(EARLIEST.year, 2100), st.integers(1, 12))


def reflections() -> SearchStrategy[Reflection]:
    """Reflections in all their fields."""
    month = months().map(Month.isoformat)
    return st.builds(Reflection, id=month, changed=whens(), text=texts(), intention=texts())


def imports() -> SearchStrategy[Import]:
    """Imports of any kinds of records, with digests or without."""
    members = st.lists(
        st.tuples(st.sampled_from(["interaction", "mood", "letter_version"]), ids()), max_size=5
    )
    made = st.builds(Import, id=ids(), when=whens(), format=texts(), members=members.map(tuple))
    days = optional(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
    return st.builds(_import, made, st.booleans(), days, st.integers(0, 99))


def _import(made: Import, digests: bool, first: date | None, days: int) -> Import:
    last = first + timedelta(days) if first else None
    told = tuple(f"{number:08x}" for number, _ in enumerate(made.members)) if digests else ()
    return replace(made, digests=told, first=first, last=last)


def settings() -> SearchStrategy[Setting]:
    """Settings, known and unknown ones, with any text as their value."""
    names = st.one_of(st.sampled_from([setting.id for setting in SETTINGS]), ids())
    return st.builds(Setting, id=names, value=texts())


def records() -> SearchStrategy[Record]:
    """Any record."""
    return st.one_of(
        *(interactions(), moods(), topics(), plans(), pauses(), nudges()),
        *(tries(), letters(), versions(), needs(), reflections(), imports(), settings()),
    )


def unique(strategy: SearchStrategy[Record], most: int = 8) -> SearchStrategy[list[Record]]:
    """Some of them, none with the type and id of another."""
    return st.lists(strategy, max_size=most, unique_by=lambda record: (type(record), record.id))
