"""What a damaged journal still holds: every row that is as it was written, wherever in the file it stands."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import sqlcipher3

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.errors import BackupDamaged
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import Record
from reconnect_desktop.durable import copy_file
from reconnect_desktop.storage.backups.reading import record_of
from reconnect_desktop.storage.connection import FILE_NAME, Connection, give_key
from reconnect_desktop.storage.history import STATES, last_known
from reconnect_desktop.storage.pages import Cells, rows
from reconnect_desktop.storage.rollback import beside, is_hot
from reconnect_desktop.storage.rows import Table, checksum
from reconnect_desktop.storage.tables import INTERACTIONS, TABLES
from reconnect_desktop.storage.trouble import told

_DRAFT, _STEP = 3, 7  # cells of a row: see migration 0004. A tally has as many as a draft.
_ACTIONS: Final = frozenset(action.value for action in Action)
_COPY: Final = f"{FILE_NAME}.part-salvage"  # cleared away when a journal is opened, whatever happened

Step = tuple[str, int, str, int, bytes]  # session, moment (seconds, UTC), action, state, changes


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was found, in the order in which it was written.

    drafts: (where it was being written, content as JSON). steps: of the history. Both only of a file that has
    checksums for them.
    of: how many interactions there were, or None where that can no longer be read. complete: no record is missing.
    """

    records: tuple[Record, ...]
    drafts: tuple[tuple[str, str], ...]
    steps: tuple[Step, ...]
    of: int | None
    complete: bool = False

    @property
    def interactions(self) -> int:
        """How many of the records are interactions."""
        return sum(isinstance(record, Interaction) for record in self.records)


def salvage(path: Path, key: bytes | None) -> Salvaged:
    """Read what can be read of a journal's file that is not open anywhere; it is not written to.

    key: its data key, or None for a plain one; another one finds nothing. 22,000 interactions take some seconds.
    Raises DiskFull, ReadOnly, DiskTrouble.
    """
    sorted_out = _Sorting()
    with told(), _settled(path, key) as file:
        for number, cells in rows(file, key, sorted_out.widths):
            sorted_out.take(number, cells)
    return sorted_out.result()


_PLACES = {table.name: place for place, table in enumerate(TABLES.values())}


def _widths(table: Table[Any]) -> tuple[int, int]:
    """How many columns it has, and how many it had before the last of them came."""
    return len(table.columns), len(table.columns) - table.added


class _Sorting:
    """Tells of each row which table it is of, and whether it is as it was written."""

    widths: Final = frozenset(
        {_DRAFT, _STEP, *(width + 2 for table in TABLES.values() for width in _widths(table))}
    )

    def __init__(self) -> None:
        self._records: dict[tuple[str, str], tuple[int, Record]] = {}  # by table and id, with their places
        self._drafts: dict[str, str] = {}
        self._steps: dict[int, Step] = {}
        self._tallies: dict[str, int] = {}

    def take(self, number: int, cells: Cells) -> None:
        """Keep this row, if it is whole. number: in its table, in the order of writing."""
        record = _record(cells)
        if record is not None:
            table, found = record
            self._records[table, found.id] = (number, found)
        elif len(cells) == _STEP:
            self._take_step(number, cells)
        elif len(cells) == _DRAFT:
            self._take_draft(cells)

    def _take_step(self, number: int, cells: Cells) -> None:
        session, utc, action, state, summed, changes = cells[1:]
        known = isinstance(session, str) and isinstance(utc, int) and action in _ACTIONS and state in STATES
        if (
            known
            and isinstance(changes, bytes)
            and checksum((session, utc, action, state), changes) == summed
        ):
            self._steps[number] = (session, utc, action, state, changes)

    def _take_draft(self, cells: Cells) -> None:
        first, second, third = cells
        if isinstance(first, str) and isinstance(second, str) and checksum((first, second)) == third:
            with suppress(ValueError, RecursionError):
                if isinstance(json.loads(second), dict):
                    self._drafts[first] = second
        elif isinstance(first, str) and isinstance(second, int) and isinstance(third, bytes):
            self._tallies[first] = second

    def result(self) -> Salvaged:
        """All that was kept, and of what is missing what the history knows."""
        if not self._is_complete():
            self._look_into_history()
        order = sorted(self._records.items(), key=lambda item: (_PLACES[item[0][0]], item[1][0]))
        return Salvaged(
            records=tuple(record for _, (_, record) in order),
            drafts=tuple(self._drafts.items()),
            steps=tuple(step for _, step in sorted(self._steps.items())),
            of=self._tallies.get(INTERACTIONS.name),
            complete=self._is_complete(),
        )

    def _is_complete(self) -> bool:
        """As the tallies tell; a file of an older schema has fewer of them."""
        found = Counter(name for name, _ in self._records)
        return INTERACTIONS.name in self._tallies and all(
            found[name] == self._tallies.get(name, 0) for name in _PLACES
        )

    def _look_into_history(self) -> None:
        steps = (step for _, step in sorted(self._steps.items()))
        known = last_known((state, changes) for _, _, _, state, changes in steps)
        for (kind, name), record in known.items():
            if record is not None:
                self._records.setdefault((TABLES[kind].name, name), (0, record))


def _record(cells: Cells) -> tuple[str, Record] | None:
    """The record and the name of its table; two tables can have as many cells, but never of the same types."""
    number, *row, summed = cells
    if number is not None or checksum(row) != summed:
        return None
    for table in TABLES.values():
        if len(row) in _widths(table):
            with suppress(BackupDamaged):
                whole = (*row, *(None,) * (len(table.columns) - len(row)))
                record = record_of(table, whole)
                if table.to_row(record) == whole:
                    return table.name, record
    return None


@contextmanager
def _settled(path: Path, key: bytes | None) -> Iterator[Path]:
    """The file as it is when a write that broke off is taken back; that is done in a copy, where there is one."""
    if not is_hot(path):
        yield path
        return
    copy = path.with_name(_COPY)
    try:
        try:
            copy_file(path, copy)
            copy_file(beside(path), beside(copy))
            _take_back(copy, key)
        except OSError:  # no room, or a disk that cannot read all of it
            copy = path
        yield copy
    finally:
        for name in (_COPY, beside(Path(_COPY)).name):
            path.with_name(name).unlink(missing_ok=True)


def _take_back(path: Path, key: bytes | None) -> None:
    """SQLite does so as soon as it reads the file."""
    connection: Connection = sqlcipher3.connect(path, isolation_level=None)
    try:
        with suppress(sqlcipher3.Error):
            give_key(connection, key)
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    finally:
        connection.close()
