"""Is everything as it was written? Asked at each start, before the first write."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reconnect_desktop.domain.errors import JournalDamaged
from reconnect_desktop.storage.connection import Connection
from reconnect_desktop.storage.rows import Table, row_text, text_checksum
from reconnect_desktop.storage.tables import TABLES
from reconnect_desktop.storage.trouble import told

_ROWS_A_STEP = 500


def check(connection: Connection) -> Iterator[None]:
    """Compare every row with its checksum, every table with its tally and its indexes.

    The search's own tables are left out: they take longest, and hold nothing that is not in the rows.

    Yields after each few milliseconds of work, so that others may have their turn.
    Raises JournalDamaged.
    """
    for table in TABLES.values():
        yield from _check_table(connection, table)
        with told():
            found = connection.execute(f"PRAGMA quick_check({table.name})").fetchone()
        if found[0] != "ok":
            raise JournalDamaged
        yield


def _check_table(connection: Connection, table: Table[Any]) -> Iterator[None]:
    sql = f"SELECT seq, checksum, {row_text(table.columns)} FROM {table.name} WHERE seq > ? ORDER BY seq LIMIT {_ROWS_A_STEP}"
    last, count, xor = -1, 0, 0
    while rows := _fetch(connection, sql, last):
        for _, summed, text in rows:
            if text_checksum(text) != summed:
                raise JournalDamaged
            xor ^= int.from_bytes(summed)
        last, count = rows[-1][0], count + len(rows)
        yield
    with told():
        tally = connection.execute("SELECT rows, xor FROM tallies WHERE name = ?", (table.name,)).fetchone()
    if tally is None or (tally[0], int.from_bytes(tally[1])) != (count, xor):
        raise JournalDamaged


def _fetch(connection: Connection, sql: str, last: int) -> list[Any]:
    with told():
        return list(connection.execute(sql, (last,)).fetchall())
