"""The records in the file of a backup, read as from a stranger: nothing in it is run, and every value is looked at."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import sqlcipher3

from reconnect_desktop.domain.errors import (
    BackupDamaged,
    BackupLocked,
    Invalid,
    JournalDamaged,
    JournalTooNew,
    UnknownFormat,
    UnsafeFile,
)
from reconnect_desktop.domain.plain import from_plain, to_plain
from reconnect_desktop.domain.records import Record
from reconnect_desktop.storage.backups.contents import is_plain, opens
from reconnect_desktop.storage.backups.opening import to_read
from reconnect_desktop.storage.connection import APPLICATION_ID, SCHEMA_VERSION, Connection
from reconnect_desktop.storage.rows import Table
from reconnect_desktop.storage.tables import TABLES
from reconnect_desktop.storage.trouble import told
from reconnect_desktop.storage.vault import Vault, unwrap

BYTES_MOST: Final = 1 << 30
ROWS_MOST: Final = 2_000_000


def candidate_keys(slots: dict[str, object] | None, key: bytes | None, typed: str | None) -> Iterator[bytes]:
    """The data keys to try on an encrypted backup: the journal's, then those that what was typed unwraps.

    slots: the wrapped keys of the backup's manifest. Raises WrongPassphrase, KeysDamaged.
    """
    if key is not None:
        yield key
    if slots is not None and typed is not None:
        yield from unwrap(Vault.from_plain(slots), typed)


def records_of(path: Path, key: bytes | None) -> Iterator[Record]:
    """All records of a file that is no open journal, type by type; whether it is whole is another question.

    Raises BackupDamaged at the first that can't be one of ours, BackupLocked, UnsafeFile, JournalTooNew, UnknownFormat,
    DiskTrouble.
    """
    with told():
        if path.stat().st_size > BYTES_MOST:
            raise UnsafeFile
        with to_read(path, key) as connection:
            if not opens(connection):
                raise BackupDamaged if is_plain(path) else BackupLocked
            yield from _records_of(connection)


def _records_of(connection: Connection) -> Iterator[Record]:
    try:
        _check_kind(connection)
        columns = _columns(connection)
        connection.set_authorizer(_allowing(columns))
        left = ROWS_MOST
        for table in TABLES.values():
            if table.name in columns:
                for record in _records(connection, table, columns[table.name]):
                    left -= 1
                    if left < 0:
                        raise UnsafeFile
                    yield record
    except (JournalDamaged, sqlcipher3.DatabaseError):  # the second: it asks for what is not allowed
        raise BackupDamaged from None


def _check_kind(connection: Connection) -> None:
    with told():
        application, version = (
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
        )
    if application != APPLICATION_ID:
        raise UnknownFormat
    if version > SCHEMA_VERSION:
        raise JournalTooNew(version, SCHEMA_VERSION)


def _columns(connection: Connection) -> dict[str, set[str]]:
    """Of those of our tables that are there; older schemas lack some."""
    sql = "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'"
    with told():
        rows = connection.execute(sql).fetchall()
    ours = {table.name for table in TABLES.values()}
    return {name: {column for of, column in rows if of == name} for name, _ in rows if name in ours}


_ALLOWED: Final[int] = sqlcipher3.SQLITE_OK
_DENIED: Final[int] = sqlcipher3.SQLITE_DENY


def _allowing(names: Collection[str]) -> Callable[..., int]:
    """What may be done from now on: reading these tables."""

    def judge(action: int, first: str | None, *_others: str | None) -> int:
        reads = action == sqlcipher3.SQLITE_READ and first in names
        return _ALLOWED if reads or action == sqlcipher3.SQLITE_SELECT else _DENIED

    return judge


def _records(connection: Connection, table: Table[Any], there: Collection[str]) -> Iterator[Record]:
    """Each id once, every value of the type it is to have."""
    added = table.columns[len(table.columns) - table.added :]
    columns = ", ".join(
        f'"{column}"' if column in there or column not in added else "NULL" for column in table.columns
    )
    seen: set[str] = set()
    with told():
        for row in connection.execute(f"SELECT {columns} FROM {table.name} NOT INDEXED"):
            record = record_of(table, row)
            if record.id in seen:
                raise BackupDamaged
            seen.add(record.id)
            yield record


def record_of(table: Table[Any], row: Sequence[Any]) -> Record:
    """The record that a row is, every value of which is looked at. Raises BackupDamaged."""
    try:
        return from_plain(to_plain(table.from_row(row)))
    except (Invalid, ValueError, TypeError, AttributeError, KeyError, OverflowError):
        raise BackupDamaged from None
