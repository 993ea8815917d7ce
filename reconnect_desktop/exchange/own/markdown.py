"""What was lived and written, as Markdown to be read: month by month, the oldest first. It is not read back in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import TextIO

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.months import Month, month_of
from reconnect_desktop.domain.plan import Plan
from reconnect_desktop.domain.records import (
    Letter,
    MoodCheckIn,
    Need,
    Pause,
    Record,
    Reflection,
    Topic,
    Try,
)
from reconnect_desktop.domain.when import LATEST, When
from reconnect_desktop.exchange.own.markdown_entries import day_words, lines
from reconnect_desktop.exchange.tables.month_names import in_english

NAME = "markdown"

# What is told, and what each is called where they are counted.
_TOLD: Mapping[type[Record], str] = {
    Interaction: "Interactions",
    MoodCheckIn: "Moods",
    Need: "Needs",
    Try: "Ideas that were tried",
    Reflection: "Months looked back on",
    Letter: "Letters",
    Topic: "For next time",
    Plan: "Plans and dates",
    Pause: "Pauses",
}
_OF_NO_MONTH: tuple[type[Record], ...] = (Letter, Topic, Plan, Pause)

Told = Mapping[type[Record], list[Record]]


def write(records: Iterable[Record], stream: TextIO, exported: When) -> int:
    """Write those that are told here; returns how many."""
    told: dict[type[Record], list[Record]] = {kind: [] for kind in _TOLD}
    for record in records:
        if type(record) in told:
            told[type(record)].append(record)
    for part in (_head(told, exported), _months(told), _the_rest(told)):
        stream.writelines(f"{text}\n" for text in part)
    return sum(map(len, told.values()))


def _head(told: Told, exported: When) -> Iterator[str]:
    yield from ("# My journal", "")
    yield f"Written by Reconnect on {day_words(exported.day)} at {exported.local:%H:%M}; the oldest month comes first."
    yield "Whoever has this file can read it. It holds:"
    yield ""
    yield from (f"- {_TOLD[kind]}: {len(some):,}" for kind, some in told.items() if some)
    if not any(told.values()):
        yield "- Nothing yet"


def _months(told: Told) -> Iterator[str]:
    by_month: defaultdict[Month, list[tuple[datetime, Record]]] = defaultdict(list)
    for kind, some in told.items():
        if kind not in _OF_NO_MONTH:
            for record in some:
                month, place = _place(record)
                by_month[month].append((place, record))
    for month, placed in sorted(by_month.items()):
        yield from ("", f"## {in_english(month.month)} {month.year}")
        for _, record in sorted(placed, key=lambda pair: pair[0]):
            yield from ("", *lines(record))


def _place(record: Record) -> tuple[Month, datetime]:
    """Its month, and where in it; what looks back on a month stands at its end."""
    if isinstance(record, Reflection):
        return record.month, LATEST
    if isinstance(record, Need):
        when = record.noted
    elif isinstance(record, Try):
        when = record.begun
    else:
        assert isinstance(record, (Interaction, MoodCheckIn))
        when = record.when
    return month_of(when.day), when.local


def _the_rest(told: Told) -> Iterator[str]:
    for kind in _OF_NO_MONTH:
        if told[kind]:
            yield from ("", f"## {_TOLD[kind]}")
        for number, record in enumerate(told[kind]):
            if kind is Letter or not number:  # the others are lines of one list
                yield ""
            yield from lines(record)
