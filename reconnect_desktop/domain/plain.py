"""Records as plain dictionaries of JSON's types, and back: one shape for export, history and the command line.

    {"kind": "interaction", "id": "9f…", "at": "2026-11-22T18:40:00+01:00", "zone": "Europe/Berlin",
     "medium": "call", "minutes": 25, "closeness": 5, …}

What is unknown is null or left out; `from_plain` takes both. Fields it does not know are refused,
so that nothing is dropped in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut
from reconnect_desktop.domain.records import MoodCheckIn, Pause, PauseReason, Record, Setting, Topic
from reconnect_desktop.domain.when import When

Plain = dict[str, object]
Word = TypeVar("Word", bound=StrEnum)
Value = TypeVar("Value")

KINDS: dict[str, type[Record]] = {
    "interaction": Interaction,
    "mood": MoodCheckIn,
    "topic": Topic,
    "pause": Pause,
    "setting": Setting,
}
_KIND_OF = {record_type: kind for kind, record_type in KINDS.items()}


def kind_of(record: Record) -> str:
    """The word for the record's type, as in `KINDS`."""
    return _KIND_OF[type(record)]


def to_plain(record: Record) -> Plain:
    """The record as a dictionary whose values are str, int, None or a list of str."""
    writer = _WRITERS[type(record)]
    return {"kind": kind_of(record), "id": record.id, **writer(record)}


def from_plain(plain: Mapping[str, object]) -> Record:
    """The record this dictionary describes. Raises Invalid, naming the field."""
    kind = plain.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise Invalid("kind", Why.UNKNOWN_WORD)
    fields = _Fields(plain)
    record = _READERS[kind](fields)
    fields.refuse_the_rest()
    return record


def _write_interaction(record: Interaction) -> Plain:
    return {
        **_write_when("at", record.when),
        "medium": record.medium.value,
        "minutes": record.minutes,
        "closeness": record.closeness,
        "mood": record.mood,
        "reached_out": record.reached_out.value if record.reached_out else None,
        "tags": list(record.tags),
        "note": record.note,
        "win": record.win,
        "source": record.source,
        "source_key": record.source_key,
        **_write_when("logged", record.logged),
    }


def _write_mood(record: MoodCheckIn) -> Plain:
    when = _write_when("at", record.when)
    return {**when, "mood": record.mood, "note": record.note, **_write_when("logged", record.logged)}


def _write_topic(record: Topic) -> Plain:
    done = _write_when("done", record.done) if record.done else {"done": None, "done_zone": ""}
    return {"text": record.text, **_write_when("added", record.added), **done}


def _write_pause(record: Pause) -> Plain:
    return {
        "reason": record.reason.value,
        "start": record.start.isoformat(),
        "end": record.end.isoformat() if record.end else None,
        "note": record.note,
    }


def _write_setting(record: Setting) -> Plain:
    return {"value": record.value}


def _write_when(name: str, when: When) -> Plain:
    zone = "zone" if name == "at" else f"{name}_zone"
    return {name: when.isoformat(), zone: when.zone}


class _Fields:
    """The fields of one dictionary, read by type; each reading method raises Invalid."""

    def __init__(self, plain: Mapping[str, object]) -> None:
        self._plain = plain
        self._read = {"kind"}

    def _get(self, name: str) -> object:
        self._read.add(name)
        return self._plain.get(name)

    def text(self, name: str) -> str:
        value = self._get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise Invalid(name, Why.UNKNOWN_WORD)
        return value

    def identity(self, most: int = 100) -> str:
        value = self.text("id")
        if not value or len(value) > most or not value.isprintable():
            raise Invalid("id", Why.EMPTY)
        return value

    def number(self, name: str) -> int | None:
        value = self._get(name)
        if value is not None and type(value) is not int:
            raise Invalid(name, Why.NOT_A_NUMBER)
        return value

    def word(self, name: str, words: type[Word]) -> Word | None:
        value = self.text(name)
        try:
            return words(value) if value else None
        except ValueError:
            raise Invalid(name, Why.UNKNOWN_WORD) from None

    def words(self, name: str) -> tuple[str, ...]:
        value = self._get(name)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise Invalid(name, Why.UNKNOWN_WORD)
        return tuple(value)

    def day(self, name: str) -> date | None:
        value = self.text(name)
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            raise Invalid(name, Why.NOT_A_TIME) from None

    def when(self, name: str) -> When | None:
        value = self.text(name)
        zone = self.text("zone" if name == "at" else f"{name}_zone")
        if not value:
            return None
        try:
            aware = datetime.fromisoformat(value)
        except ValueError:
            raise Invalid(name, Why.NOT_A_TIME) from None
        offset = aware.utcoffset()
        if offset is None:
            raise Invalid(name, Why.NOT_A_TIME)
        return When(aware.replace(tzinfo=None, microsecond=0), int(offset.total_seconds()), zone)

    def refuse_the_rest(self) -> None:
        for name in self._plain:
            if name not in self._read:
                raise Invalid("field", Why.UNKNOWN_WORD)


def _needed(field: str, value: Value | None) -> Value:
    if value is None:
        raise Invalid(field, Why.EMPTY)
    return value


def _read_interaction(fields: _Fields) -> Interaction:
    when = _needed("at", fields.when("at"))
    return Interaction(
        id=fields.identity(),
        when=when,
        medium=_needed("medium", fields.word("medium", Medium)),
        minutes=fields.number("minutes"),
        closeness=fields.number("closeness"),
        mood=fields.number("mood"),
        reached_out=fields.word("reached_out", ReachedOut),
        tags=fields.words("tags"),
        note=fields.text("note"),
        win=fields.text("win"),
        source=fields.text("source"),
        source_key=fields.text("source_key"),
        logged=fields.when("logged") or when,
    )


def _read_mood(fields: _Fields) -> MoodCheckIn:
    when = _needed("at", fields.when("at"))
    return MoodCheckIn(
        id=fields.identity(),
        when=when,
        mood=_needed("mood", fields.number("mood")),
        note=fields.text("note"),
        logged=fields.when("logged") or when,
    )


def _read_topic(fields: _Fields) -> Topic:
    return Topic(
        id=fields.identity(),
        text=fields.text("text"),
        added=_needed("added", fields.when("added")),
        done=fields.when("done"),
    )


def _read_pause(fields: _Fields) -> Pause:
    return Pause(
        id=fields.identity(),
        reason=_needed("reason", fields.word("reason", PauseReason)),
        start=_needed("start", fields.day("start")),
        end=fields.day("end"),
        note=fields.text("note"),
    )


def _read_setting(fields: _Fields) -> Setting:
    # The name of some is made of a word of ours and another record's id.
    return Setting(id=fields.identity(most=150), value=fields.text("value"))


_WRITERS: dict[type[Record], Callable[..., Plain]] = {
    Interaction: _write_interaction,
    MoodCheckIn: _write_mood,
    Topic: _write_topic,
    Pause: _write_pause,
    Setting: _write_setting,
}
_READERS: dict[str, Callable[[_Fields], Record]] = {
    "interaction": _read_interaction,
    "mood": _read_mood,
    "topic": _read_topic,
    "pause": _read_pause,
    "setting": _read_setting,
}
