"""Exports of the mood diary Pixy: `pixy-mood-tracker-2026-11-22.json`.

    {"version": "1.86.0", "items": [{"id": "…", "date": "2026-07-16", "dateTime": "2026-07-16T18:05:00.000Z", "rating": "very_good",
     "message": "…", "tags": [{"id": "t1"}], "people": [{"id": "p1"}]}], "tags": [{"id": "t1", "title": "Mom"}],
     "people": [{"id": "p1", "name": "Ruth"}], "settings": {…}}

In old ones `items` is an object by day, and the tags stand in `settings`, of which nothing else is read: it may hold a passcode.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, time
from typing import BinaryIO

from reconnect_desktop.domain.errors import Invalid, UnsafeFile, Why
from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.when import When, at, in_zone, parse
from reconnect_desktop.exchange.diaries.diary import LABELS_MOST, Entry, Labels, note_of, sorted_out
from reconnect_desktop.exchange.draft import Found, Problem
from reconnect_desktop.exchange.reader import Asks, Choices, Whom
from reconnect_desktop.exchange.reading.decoding import head_text, text_chunks
from reconnect_desktop.exchange.reading.json_text import JsonText

NAME = "pixy"

# Seven levels on our five, at even distances: 1 + (n - 1) * 4 / 6, rounded.
LEVELS = {
    "extremely_bad": 1,
    "very_bad": 2,
    "bad": 2,
    "neutral": 3,
    "good": 4,
    "very_good": 4,
    "extremely_good": 5,
}
_RATED = re.compile(r'"rating"\s*:\s*"(?:(?:extremely_|very_)?(?:good|bad)|neutral)"')
_SETTINGS = re.compile(r'"(?:actionsDone|passcodeEnabled|scaleType|reminderEnabled)"\s*:')

Object = Mapping[str, object]


def recognise(head: bytes) -> bool:
    """Whether it is a JSON object with Pixy's items (or its settings, where there are none yet)."""
    text = head_text(head).removeprefix("\ufeff").lstrip()
    ours = _RATED.search(text) or _SETTINGS.search(text)
    return text.startswith("{") and '"items"' in text and ours is not None


def look(stream: BinaryIO, zone: str) -> Asks:  # noqa: ARG001 - one contract for all
    """Which tags and people there are. Raises Malformed, UnsafeFile."""
    start = stream.tell()
    names = _names(stream)
    stream.seek(start)
    return Asks(
        whom=Whom.ACTIVITIES,
        contacts=_labels(stream, names).contacts(),
        local_times=True,
        medium=Medium.OTHER,
        moods=True,
    )


def read(stream: BinaryIO, choices: Choices) -> Iterator[Found]:
    """The entries with one of the chosen tags or people; the others as mood check-ins, if these are wanted.

    Raises Malformed, UnsafeFile, WhoIsMissing and WhoIsUnknown before anything is yielded.
    """
    start = stream.tell()
    names = _names(stream)
    stream.seek(start)
    chosen = _labels(stream, names).chosen(choices)
    stream.seek(start)
    keys: Counter[str] = Counter()
    for line, item in _items(stream):
        try:
            yield sorted_out(_entry(item, line, names, keys, choices), chosen, NAME, choices)
        except Invalid as error:
            yield Problem(line, "at" if error.field == "when" else error.field, error.why)


def _entry(item: Object, line: int, names: Mapping[str, str], keys: Counter[str], choices: Choices) -> Entry:
    day = _day(item)
    key = _text(item, "id") or day.isoformat()
    keys[key] += 1
    return Entry(
        key=key if keys[key] == 1 else f"{key}#{keys[key]}",
        when=_when(item, day, choices),
        labels=tuple(_named(item, names)),
        mood=_level(item),
        note=note_of("", _text(item, "message")),
        line=line,
    )


def _level(item: Object) -> int | None:
    rating = item.get("rating")
    if rating is None:
        return None
    level = LEVELS.get(rating) if isinstance(rating, str) else None
    if level is None:
        raise Invalid("mood", Why.UNKNOWN_WORD)
    return level


def _day(item: Object) -> date:
    """The day it belongs to. Raises Invalid."""
    text = _text(item, "date") or _text(item, "dateTime")[:10]
    day = None
    with suppress(ValueError):
        day = date.fromisoformat(text)
    if day is None:
        raise Invalid("date", Why.NOT_A_TIME if text else Why.EMPTY)
    return day


def _when(item: Object, day: date, choices: Choices) -> When:
    """The time of that day; noon where none is told, or one that would be on another day in the user's zone."""
    with suppress(Invalid):
        told = parse(_text(item, "dateTime"), choices.zone, choices.now.offset)
        moment = at(told.timestamp, choices.zone, choices.now.offset)
        if moment.day == day:
            return moment
    return in_zone(datetime.combine(day, time(12)), choices.zone, choices.now.offset)


def _labels(stream: BinaryIO, names: Mapping[str, str]) -> Labels:
    labels = Labels()
    for _, item in _items(stream):
        with suppress(Invalid):
            labels.meet(_named(item, names), _day(item))
    return labels


def _named(item: Object, names: Mapping[str, str]) -> Iterator[str]:
    """What the item's tags and people are called; the oldest carry the names of their tags themselves."""
    for kind in ("tags", "people"):
        listed = item.get(kind)
        for one in listed if isinstance(listed, list) else ():
            if isinstance(one, dict):
                yield names.get(_text(one, "id")) or _text(one, "title") or _text(one, "name")


def _items(stream: BinaryIO) -> Iterator[tuple[int, Object]]:
    json = JsonText(text_chunks(stream, NAME), NAME)
    for key in json.members():
        if key == "items":
            yield from _objects(json)
        else:
            json.skip()
    if json.peek():
        raise json.broken()


def _names(stream: BinaryIO) -> dict[str, str]:
    names: dict[str, str] = {}
    json = JsonText(text_chunks(stream, NAME), NAME)
    for key in json.members():
        if key in ("tags", "people"):
            _name(json, names)
        elif key == "settings" and json.peek() == "{":
            for inner in json.members():
                if inner == "tags":
                    _name(json, names)
                else:
                    json.skip()
        else:
            json.skip()
    return names


def _name(json: JsonText, names: dict[str, str]) -> None:
    for _, one in _objects(json):
        names[_text(one, "id")] = _text(one, "title") or _text(one, "name")
        if len(names) > LABELS_MOST:
            raise UnsafeFile


def _objects(json: JsonText) -> Iterator[tuple[int, Object]]:
    """The objects of a list, or of an object by their ids or days, each with its line."""
    if json.peek() not in ("[", "{"):
        json.skip()
        return
    steps: Iterator[object] = json.elements() if json.peek() == "[" else json.members()
    for _ in steps:
        json.peek()
        line, value = json.line, json.value()
        yield line, value if isinstance(value, dict) else {}


def _text(item: Object, name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""
