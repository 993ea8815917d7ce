"""The table that the mood diary Daylio exports.

    full_date,date,weekday,time,mood,activities,scales,note_title,note
    2026-05-30,May 30,Saturday,6:50 pm,rad,"mom | walk","","","We laughed.<br>A lot."

Older ones have no `scales` or `note_title`, and the oldest a `year` in place of `full_date`. `date`, `weekday`, `time` and the words
for moods are in the phone's language, which may have changed within a file; `weekday` and `scales` are not read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from reconnect_desktop.domain.errors import Invalid, LevelsMissing, UnsafeFile, Why
from reconnect_desktop.domain.interaction import MOOD, Medium
from reconnect_desktop.exchange.diaries import mood_words
from reconnect_desktop.exchange.diaries.diary import Entry, Labels, note_of, sorted_out
from reconnect_desktop.exchange.draft import Found, Problem
from reconnect_desktop.exchange.people.people import clean_name
from reconnect_desktop.exchange.reader import Asks, Choices, Mood, Whom
from reconnect_desktop.exchange.reading.decoding import head_text
from reconnect_desktop.exchange.tables.day_cells import moment
from reconnect_desktop.exchange.tables.day_column import DayColumn, Days
from reconnect_desktop.exchange.tables.table import columns_of, rows_of
from reconnect_desktop.exchange.tables.time_of_day import read_time

NAME = "daylio-csv"
NEEDED = frozenset({"date", "weekday", "time", "mood", "activities"})
WORDS_MOST = 1_000

Cells = dict[str, str]


class _Seen(NamedTuple):
    """What the whole file tells: its activities, and its words for moods."""

    labels: Labels
    words: Counter[str]


def recognise(head: bytes) -> bool:
    """Whether the first line has Daylio's columns."""
    first_line = head_text(head).removeprefix("\ufeff").splitlines()[:1]
    return bool(first_line) and columns_of(first_line[0], NEEDED) is not None


def look(stream: BinaryIO, zone: str) -> Asks:  # noqa: ARG001 - one contract for all
    """Which activities there are, and which words for moods. Raises Malformed, UnsafeFile."""
    start = stream.tell()
    days = _days(stream)
    stream.seek(start)
    seen = _seen(
        stream, days.settled(next(iter(days.orders), None))
    )  # good enough to tell which day was the last
    return Asks(
        whom=Whom.ACTIVITIES,
        contacts=seen.labels.contacts(),
        orders=days.orders if len(days.orders) > 1 else (),
        day=days.example if len(days.orders) > 1 else "",
        local_times=True,
        medium=Medium.OTHER,
        moods=True,
        mood_words=tuple(
            Mood(word, count, mood_words.guess(word)) for word, count in seen.words.most_common()
        ),
    )


def read(stream: BinaryIO, choices: Choices) -> Iterator[Found]:
    """The entries with one of the chosen activities; the others as mood check-ins, if these are wanted.

    Raises Malformed, UnsafeFile, DateOrderMissing, WhoIsMissing, WhoIsUnknown, and LevelsMissing where moods are wanted and
    the level of a word for one is not known, before anything is yielded. Without, such a mood is left open.
    """
    start = stream.tell()
    days = _days(stream).settled(choices.order)
    stream.seek(start)
    seen = _seen(stream, days)
    chosen = seen.labels.chosen(choices)
    if choices.moods:
        _check_levels(seen.words, choices)
    stream.seek(start)
    keys: Counter[str] = Counter()
    for line, row in rows_of(stream, NAME, NEEDED):
        try:
            yield sorted_out(_entry(row, line, days, keys, choices), chosen, NAME, choices)
        except Invalid as error:
            yield Problem(line, "at" if error.field == "when" else error.field, error.why)


def _days(stream: BinaryIO) -> DayColumn:
    days = DayColumn()
    for _, row in rows_of(stream, NAME, NEEDED):
        days.take(_day_cell(row or {}))
    return days


def _seen(stream: BinaryIO, days: Days) -> _Seen:
    seen = _Seen(Labels(), Counter())
    for _, row in rows_of(stream, NAME, NEEDED):
        stamp = days.stamp(_day_cell(row or {}))
        if row is None or stamp is None:
            continue
        seen.labels.meet(_activities(row), stamp.day)
        if word := clean_name(row.get("mood", "")):
            seen.words[word] += 1
        if len(seen.words) > WORDS_MOST:
            raise UnsafeFile
    return seen


def _check_levels(words: Counter[str], choices: Choices) -> None:
    unknown = [word for word in words if word not in choices.levels and mood_words.guess(word) is None]
    if unknown:
        raise LevelsMissing(len(unknown))


def _entry(row: Cells | None, line: int, days: Days, keys: Counter[str], choices: Choices) -> Entry:
    if row is None:
        raise Invalid("row", Why.TOO_LONG)
    stamp = days.stamp(_day_cell(row))
    if stamp is None:
        raise Invalid("date", Why.NOT_A_TIME)
    clock = read_time(row.get("time", ""))
    key = f"{stamp.day.isoformat()}T{clock:%H:%M}" if clock else stamp.day.isoformat()
    keys[key] += 1
    return Entry(
        key=key if keys[key] == 1 else f"{key}#{keys[key]}",
        when=moment(stamp, clock, choices),
        labels=tuple(_activities(row)),
        mood=_level(clean_name(row.get("mood", "")), choices),
        note=note_of(row.get("note_title", ""), row.get("note", "")),
        line=line,
    )


def _day_cell(row: Cells) -> str:
    return row.get("full_date") or f"{row.get('date', '')} {row.get('year', '')}"


def _activities(row: Cells) -> list[str]:
    return row.get("activities", "").split("|")


def _level(word: str, choices: Choices) -> int | None:
    level = choices.levels.get(word, mood_words.guess(word))
    return level if level in MOOD else None
