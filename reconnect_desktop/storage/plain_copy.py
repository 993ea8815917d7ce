"""A copy of the journal as an ordinary SQLite database, for other programs: plain names, plain values, no key.

A column for each field that the JSON has (docs/formats.md); a list is a JSON array. It is not read back in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.plain import KINDS, kind_of, to_plain
from reconnect_desktop.domain.records import MoodCheckIn, Record
from reconnect_desktop.domain.when import When
from reconnect_desktop.storage.backups.opening import to_change
from reconnect_desktop.storage.connection import Connection
from reconnect_desktop.storage.tables import TABLES
from reconnect_desktop.storage.trouble import told

_LETTER = "title happened felt wish grateful text"
# By kind, as in `domain.plain`: the columns beside the id, and what a row is.
COLUMNS: Final[Mapping[str, tuple[str, str]]] = {
    "interaction": (
        "at zone medium minutes closeness mood reached_out tags note win messages source source_key logged logged_zone",
        "A contact with her; closeness is 1 to 7, mood 1 to 5",
    ),
    "mood": ("at zone mood note logged logged_zone", "How I was on a day, 1 to 5"),
    "topic": ("text added added_zone done done_zone", "Something for next time"),
    "plan": (
        "about text day time medium again remind settled added added_zone",
        "A planned contact, a follow-up, a birthday or another date",
    ),
    "pause": ("reason start end note", "Days without nudges"),
    "nudge": (
        "suggestion signal shown shown_zone answer answered answered_zone",
        "A suggestion that was shown unasked",
    ),
    "try": (
        "suggestion signal begun begun_zone outcome answered answered_zone note",
        "A suggestion taken up",
    ),
    "letter": (f"begun begun_zone changed changed_zone {_LETTER} suggestion", "A draft of a letter"),
    "letter_version": (f"letter kept kept_zone {_LETTER}", "A letter as it once was"),
    "need": ("noted noted_zone need asked met words note", "What I need from the relationship"),
    "reflection": ("changed changed_zone text intention", "A month looked back on"),
    "import": ("at zone format members digests first last", "That history was brought in from a file"),
    "setting": ("value", "A choice that belongs in the journal"),
}
_NUMBERS: Final = frozenset({"minutes", "closeness", "mood", "messages", "remind"})
_ABOUT: Final = (
    ("what", "A copy of a Reconnect journal, for other programs. What is changed in it does not come back."),
    ("privacy", "It is not encrypted: whoever has this file can read it."),
    (
        "at",
        "Times are as they were on the clock there, with their offset from UTC; at_utc is the same in UTC.",
    ),
)
_INDEXES: Final = (
    "interactions_by_time ON interactions (at_utc)",
    "interactions_by_medium ON interactions (medium, at_utc)",
    "moods_by_time ON moods (at_utc)",
    "versions_by_letter ON letter_versions (letter, kept)",
)


def fill(path: Path, records: Iterable[Record], exported: When) -> None:
    """Make the empty file at `path` the copy. Raises DiskFull, ReadOnly, DiskTrouble; it is not durable yet."""
    with told(), to_change(path, None) as connection:
        connection.execute("BEGIN")
        for kind in KINDS:
            _create(connection, kind)
        counts = dict.fromkeys(KINDS, 0)
        for record in records:
            _add(connection, record)
            counts[kind_of(record)] += 1
        _describe(connection, counts, exported)
        for index in _INDEXES:
            connection.execute(f"CREATE INDEX {index}")
        connection.execute("COMMIT")


def table_of(kind: str) -> str:
    """The name of the table that holds them, the same as in the journal's own file."""
    return TABLES[KINDS[kind]].name


def _create(connection: Connection, kind: str) -> None:
    columns = [f'"{name}" {"INTEGER" if name in _NUMBERS else "TEXT"}' for name in COLUMNS[kind][0].split()]
    if KINDS[kind] in (Interaction, MoodCheckIn):
        columns.append("at_utc TEXT")
    connection.execute(f"CREATE TABLE {table_of(kind)} (id TEXT PRIMARY KEY NOT NULL, {', '.join(columns)})")


def _add(connection: Connection, record: Record) -> None:
    kind, plain = kind_of(record), to_plain(record)
    row = [plain["id"], *(_cell(plain[name]) for name in COLUMNS[kind][0].split())]
    if isinstance(record, (Interaction, MoodCheckIn)):
        row.append(f"{record.when.utc:%Y-%m-%d %H:%M:%S}")
    connection.execute(f"INSERT INTO {table_of(kind)} VALUES ({', '.join('?' * len(row))})", row)


def _cell(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


def _describe(connection: Connection, counts: Mapping[str, int], exported: When) -> None:
    connection.execute(
        "CREATE TABLE about (subject TEXT PRIMARY KEY NOT NULL, said TEXT NOT NULL, rows INTEGER)"
    )
    rows: list[tuple[str, str, int | None]] = [(subject, said, None) for subject, said in _ABOUT]
    rows.append(("exported", exported.isoformat(), None))
    rows += [(table_of(kind), said, counts[kind]) for kind, (_, said) in COLUMNS.items()]
    for row in rows:
        connection.execute("INSERT INTO about VALUES (?, ?, ?)", row)
