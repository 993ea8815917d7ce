"""Records as rows: the columns of each table, and the way there and back.

`storage.schema` has the same columns for SQLAlchemy; a test holds the two equal.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from typing import Any, Generic, TypeVar

from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut
from reconnect_desktop.domain.records import MoodCheckIn, Pause, PauseReason, Setting, Topic
from reconnect_desktop.domain.when import When

Cell = str | int | None
Row = tuple[Cell, ...]
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Table(Generic[R]):
    """Where one type of record lies. `columns` leave out `seq` and `checksum`; the first is the id."""

    name: str
    columns: tuple[str, ...]
    order: str
    to_row: Callable[[R], Row]
    from_row: Callable[[Sequence[Any]], R]


# A row as one text, put together the same way by SQLite (which is faster when all rows are compared) and by us.
_BETWEEN, _NOTHING = 31, 30  # control characters: unit separator, record separator


def checksum(row: Sequence[Cell]) -> bytes:
    """Eight bytes that change when any cell does: plain SQLite has no checksums of its own."""
    cells = (chr(_NOTHING) if cell is None else str(cell) for cell in row)
    return text_checksum(chr(_BETWEEN).join(cells))


def text_checksum(text: str) -> bytes:
    """The checksum of a row that is one text already."""
    return blake2b(text.encode(), digest_size=8).digest()


def row_text(columns: Sequence[str]) -> str:
    """The SQL expression that makes a row one text."""
    cells = ", ".join(f'ifnull("{column}", char({_NOTHING}))' for column in columns)
    return f"concat_ws(char({_BETWEEN}), {cells})"


def _when_row(when: When) -> Row:
    return when.local.isoformat(" "), when.offset, when.zone


def _when(local: str, offset: int, zone: str) -> When:
    return When(datetime.fromisoformat(local), offset, zone)


def _interaction_row(it: Interaction) -> Row:
    return (
        it.id,
        it.when.timestamp,
        *_when_row(it.when),
        it.medium.value,
        it.minutes,
        it.closeness,
        it.mood,
        it.reached_out.value if it.reached_out else None,
        "\n".join(it.tags),
        it.note,
        it.win,
        it.source,
        it.source_key,
        *_when_row(it.logged),
    )


def _interaction(row: Sequence[Any]) -> Interaction:
    return Interaction(
        id=row[0],
        when=_when(row[2], row[3], row[4]),
        medium=Medium(row[5]),
        minutes=row[6],
        closeness=row[7],
        mood=row[8],
        reached_out=ReachedOut(row[9]) if row[9] else None,
        tags=tuple(row[10].split("\n")) if row[10] else (),
        note=row[11],
        win=row[12],
        source=row[13],
        source_key=row[14],
        logged=_when(row[15], row[16], row[17]),
    )


def _mood_row(it: MoodCheckIn) -> Row:
    return it.id, it.when.timestamp, *_when_row(it.when), it.mood, it.note, *_when_row(it.logged)


def _mood(row: Sequence[Any]) -> MoodCheckIn:
    when, logged = _when(row[2], row[3], row[4]), _when(row[7], row[8], row[9])
    return MoodCheckIn(id=row[0], when=when, mood=row[5], note=row[6], logged=logged)


def _topic_row(it: Topic) -> Row:
    done = _when_row(it.done) if it.done else (None, None, None)
    return it.id, it.text, it.added.timestamp, *_when_row(it.added), *done


def _topic(row: Sequence[Any]) -> Topic:
    done = _when(row[6], row[7], row[8]) if row[6] is not None else None
    return Topic(id=row[0], text=row[1], added=_when(row[3], row[4], row[5]), done=done)


def _pause_row(it: Pause) -> Row:
    return it.id, it.reason.value, it.start.isoformat(), it.end.isoformat() if it.end else None, it.note


def _pause(row: Sequence[Any]) -> Pause:
    end = date.fromisoformat(row[3]) if row[3] else None
    start = date.fromisoformat(row[2])
    return Pause(id=row[0], reason=PauseReason(row[1]), start=start, end=end, note=row[4])


INTERACTIONS = Table(
    "interactions",
    (
        *("id", "utc", "local", "offset", "zone", "medium", "minutes", "closeness", "mood", "reached_out"),
        *("tags", "note", "win", "source", "source_key", "logged_local", "logged_offset", "logged_zone"),
    ),
    "utc, id",
    _interaction_row,
    _interaction,
)
MOODS = Table(
    "moods",
    ("id", "utc", "local", "offset", "zone", "mood", "note", "logged_local", "logged_offset", "logged_zone"),
    "utc, id",
    _mood_row,
    _mood,
)
TOPICS = Table(
    "topics",
    (
        *("id", "text", "added_utc", "added_local", "added_offset", "added_zone"),
        *("done_local", "done_offset", "done_zone"),
    ),
    "added_utc, seq",
    _topic_row,
    _topic,
)
PAUSES = Table("pauses", ("id", "reason", "start", "end", "note"), "start, id", _pause_row, _pause)
SETTINGS = Table(
    "settings",
    ("id", "value"),
    "id",
    lambda it: (it.id, it.value),
    lambda row: Setting(id=row[0], value=row[1]),
)

TABLES: dict[type[object], Table[Any]] = {
    Interaction: INTERACTIONS,
    MoodCheckIn: MOODS,
    Topic: TOPICS,
    Pause: PAUSES,
    Setting: SETTINGS,
}
