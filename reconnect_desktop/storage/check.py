"""Is everything as it was written? Asked at each start, before the first write."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reconnect_desktop.domain.errors import JournalDamaged
from reconnect_desktop.storage.connection import Connection
from reconnect_desktop.storage.rows import TABLES, Table, checksum
from reconnect_desktop.storage.trouble import told

_ROWS_A_STEP = 500


def check(connection: Connection) -> Iterator[None]:
    """Compare every row with its checksum, every table with its tally, and the file's structure.

    Yields after each few milliseconds of work, so that others may have their turn.
    Raises JournalDamaged.
    """
    for table in TABLES.values():
        yield from _check_table(connection, table)
    with told():
        found = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found[0] != "ok":
        raise JournalDamaged
    yield


def _check_table(connection: Connection, table: Table[Any]) -> Iterator[None]:
    names = ", ".join(f'"{column}"' for column in table.columns)
    sql = f"SELECT seq, checksum, {names} FROM {table.name} WHERE seq > ? ORDER BY seq LIMIT {_ROWS_A_STEP}"
    last, count, xor = -1, 0, 0
    while rows := _fetch(connection, sql, last):
        for row in rows:
            if checksum(row[2:]) != row[1]:
                raise JournalDamaged
            xor ^= int.from_bytes(row[1])
        last, count = rows[-1][0], count + len(rows)
        yield
    with told():
        tally = connection.execute("SELECT rows, xor FROM tallies WHERE name = ?", (table.name,)).fetchone()
    if tally is None or (tally[0], int.from_bytes(tally[1])) != (count, xor):
        raise JournalDamaged


def _fetch(connection: Connection, sql: str, last: int) -> list[Any]:
    with told():
        return list(connection.execute(sql, (last,)).fetchall())
