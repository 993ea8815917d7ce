"""Backups of the mood diary Daylio: of a `.daylio`, which is a zip, the member `backup.daylio`, a JSON text in base64.

    {"version": 15, "customMoods": [{"id": 6, "custom_name": "love it", "mood_group_id": 1, …}],
     "tags": [{"id": 14, "name": "mom"}], "dayEntries": [{"id": 3, "year": 2026, "month": 0, "day": 24, "hour": 9,
     "minute": 59, "datetime": 1769248757766, "timeZoneOffset": 3600000, "mood": 6, "tags": [14], "note": "…"}], …}

Months are counted from 0; `mood_group_id` goes from 1 (best) to 5. Older ones have fewer keys, and no zip around them.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import BinaryIO, cast

from reconnect_desktop.domain.errors import Invalid, Malformed, UnsafeFile, Why
from reconnect_desktop.domain.interaction import MOOD, Medium
from reconnect_desktop.domain.when import When, at, in_zone, parse
from reconnect_desktop.exchange.diaries.diary import LABELS_MOST, Entry, Labels, note_of, sorted_out
from reconnect_desktop.exchange.draft import Found, Problem
from reconnect_desktop.exchange.reader import Asks, Choices, Whom
from reconnect_desktop.exchange.reading.decoding import head_text, text_chunks
from reconnect_desktop.exchange.reading.json_text import JsonText

NAME = "daylio"

_TELLING = re.compile(
    r'"(?:dayEntries|customMoods|daysInRowLongestChain|moodIconsPackId|goalSuccessWeeks)"\s*:'
)
_WHITE = b" \t\r\n"
_DAY = 86_400_000  # milliseconds
_TEXT = 1 << 16

Object = Mapping[str, object]


@dataclass(slots=True)
class _Names:
    """What ids stand for: the activities' names, and the levels of moods (5 is best)."""

    tags: dict[int, str] = field(default_factory=dict)
    levels: dict[int, int] = field(default_factory=dict)


def recognise(head: bytes) -> bool:
    """Whether it is base64 of a JSON object with a backup's keys (or that object itself)."""
    with suppress(binascii.Error, ValueError):
        plain = head.lstrip(_WHITE)
        if not plain.startswith(b"{"):
            letters = plain.translate(None, _WHITE)
            plain = base64.b64decode(letters[: len(letters) // 4 * 4], validate=True)
        text = head_text(plain)
        return text.lstrip().startswith("{") and _TELLING.search(text) is not None
    return False


def look(stream: BinaryIO, zone: str) -> Asks:
    """Which activities there are. Raises Malformed, UnsafeFile."""
    start = stream.tell()
    names = _names(stream)
    stream.seek(start)
    labels, without_offset = Labels(), False
    for entry in _entries(stream):
        with suppress(Invalid):
            labels.meet(_labels(entry, names), _when(entry, zone, 0).day)
            without_offset = without_offset or _offset(entry) is None
    return Asks(
        whom=Whom.ACTIVITIES,
        contacts=labels.contacts(),
        local_times=without_offset,
        medium=Medium.OTHER,
        moods=True,
    )


def read(stream: BinaryIO, choices: Choices) -> Iterator[Found]:
    """The entries with one of the chosen activities; the others as mood check-ins, if these are wanted.

    Raises Malformed, UnsafeFile, WhoIsMissing and WhoIsUnknown before anything is yielded.
    """
    start = stream.tell()
    names = _names(stream)
    stream.seek(start)
    labels = Labels()
    for entry in _entries(stream):
        with suppress(Invalid):
            labels.meet(_labels(entry, names), _when(entry, choices.zone, choices.now.offset).day)
    chosen = labels.chosen(choices)
    stream.seek(start)
    for entry in _entries(stream):
        try:
            yield sorted_out(_read(entry, names, choices), chosen, NAME, choices)
        except Invalid as error:
            yield Problem(0, "at" if error.field == "when" else error.field, error.why)


def _read(entry: Object, names: _Names, choices: Choices) -> Entry:
    when = _when(entry, choices.zone, choices.now.offset)
    moment = _whole(entry, "datetime") or when.timestamp * 1000
    return Entry(
        key=f"{_whole(entry, 'id') or 0}:{moment}",
        when=when,
        labels=tuple(_labels(entry, names)),
        mood=names.levels.get(_whole(entry, "mood") or 0),
        note=note_of(_text(entry, "note_title"), _text(entry, "note")),
    )


def _when(entry: Object, zone: str, fallback: int) -> When:
    """The clock's time as it was when it was written. Raises Invalid."""
    wall, offset, moment = _wall(entry), _offset(entry), _whole(entry, "datetime")
    if wall and offset is not None:
        return parse(wall.replace(tzinfo=timezone(timedelta(seconds=offset))).isoformat(), zone, fallback)
    if wall:
        return in_zone(wall, zone, fallback)
    if not moment:
        raise Invalid("date", Why.EMPTY)
    return at(moment // 1000, "" if offset is not None else zone, fallback if offset is None else offset)


def _wall(entry: Object) -> datetime | None:
    parts = [_whole(entry, name) for name in ("year", "month", "day", "hour", "minute")]
    year, month, day, hour, minute = parts
    if year is None or month is None or day is None:
        return None
    try:
        return datetime(year, month + 1, day, 12 if hour is None else hour, minute or 0)
    except (ValueError, OverflowError):
        raise Invalid("date", Why.NOT_A_TIME) from None


def _offset(entry: Object) -> int | None:
    """Seconds east of UTC, or None where there is none (or no sane one)."""
    offset = _whole(entry, "timeZoneOffset")
    return offset // 1000 if offset is not None and -_DAY < offset < _DAY else None


def _labels(entry: Object, names: _Names) -> list[str]:
    tags = entry.get("tags")
    return [names.tags.get(tag, "") for tag in tags if type(tag) is int] if isinstance(tags, list) else []


def _names(stream: BinaryIO) -> _Names:
    names = _Names()
    names.levels = {number: 6 - number for number in MOOD}  # Daylio's own five have these ids always
    for key, value in _members(stream, ("tags", "customMoods")):
        number = _whole(value, "id")
        if number is None:
            continue
        if key == "tags":
            names.tags[number] = _text(value, "name")
        elif (group := _whole(value, "mood_group_id") or _whole(value, "predefined_name_id")) in MOOD:
            names.levels[number] = 6 - cast("int", group)
        if len(names.tags) > LABELS_MOST or len(names.levels) > LABELS_MOST:
            raise UnsafeFile
    return names


def _entries(stream: BinaryIO) -> Iterator[Object]:
    return (value for _, value in _members(stream, ("dayEntries",)))


def _members(stream: BinaryIO, wanted: tuple[str, ...]) -> Iterator[tuple[str, Object]]:
    """The objects in the lists of these keys, whatever the order of the keys. Raises Malformed."""
    json = JsonText(text_chunks(cast("BinaryIO", _Decoded(stream)), NAME), NAME)
    for key in json.members():
        if key not in wanted or json.peek() != "[":
            json.skip()
            continue
        for _ in json.elements():
            value = json.value()
            yield key, value if isinstance(value, dict) else {}
    if json.peek():
        raise json.broken()


def _whole(entry: Object, name: str) -> int | None:
    value = entry.get(name)
    return value if type(value) is int else None


def _text(entry: Object, name: str) -> str:
    value = entry.get(name)
    return value if isinstance(value, str) else ""


class _Decoded:
    """The bytes that a stream of base64 stands for, piece by piece (or its own, where it is the JSON itself)."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._left = b""
        self._plain: bool | None = None

    def read(self, size: int) -> bytes:
        """About `size` bytes, and none at the end. Raises Malformed."""
        while chunk := self._stream.read(max(size, _TEXT)):
            if self._plain is None:
                self._plain = chunk.lstrip(_WHITE).startswith(b"{")
            if self._plain:
                return chunk
            letters = self._left + chunk.translate(None, _WHITE)
            whole = len(letters) // 4 * 4
            self._left = letters[whole:]
            if decoded := _decode(letters[:whole]):
                return decoded
        rest, self._left = self._left, b""
        return _decode(rest)


def _decode(letters: bytes) -> bytes:
    decoded = None
    with suppress(binascii.Error):
        decoded = base64.b64decode(letters, validate=True)
    if decoded is None:  # not raised where it is caught: nothing of the file gets out by an error
        raise Malformed(NAME)
    return decoded
