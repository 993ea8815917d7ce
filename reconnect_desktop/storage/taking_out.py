"""Interactions taken out of a file for good: their rows, what the history tells of them, and the search's words."""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection

from reconnect_desktop.domain.errors import JournalDamaged
from reconnect_desktop.storage.connection import Connection
from reconnect_desktop.storage.packing import Pair, pack_pairs, pairs
from reconnect_desktop.storage.rows import checksum
from reconnect_desktop.storage.tallies import move_tally
from reconnect_desktop.storage.trouble import told


def holds_any(connection: Connection, ids: Collection[str]) -> bool:
    """Whether any of these interactions is in the file, or was, as far as the history tells. Raises JournalDamaged."""
    with told():
        for one in ids:
            if connection.execute("SELECT 1 FROM interactions WHERE id = ?", (one,)).fetchone():
                return True
        wanted = _in_bytes(ids)
        return any(
            _may_tell(_unpacked(row[0]), wanted) for row in connection.execute("SELECT changes FROM history")
        )


def take_out(connection: Connection, ids: Collection[str]) -> dict[int, int]:
    """Take them out, inside a transaction, of a file of any schema; no undo brings them back.

    Tells of each step of the history that told of them how many interactions (or else other records) are left in it;
    steps of which nothing is left are gone. Raises JournalDamaged.
    """
    sql = "DELETE FROM interactions WHERE id = ? RETURNING checksum"
    with told():
        gone = [row[0] for one in ids for row in connection.execute(sql, (one,)).fetchall()]
        move_tally(connection, "interactions", gone=gone)
        steps = _take_out_of_history(connection, ids)
        connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
        # The rollback journal stays while the file is open, with pages as they were: from this write on, it is emptied each time.
        connection.execute("PRAGMA journal_size_limit = 0").fetchall()
    return steps


def _take_out_of_history(connection: Connection, ids: Collection[str]) -> dict[int, int]:
    wanted, left = _in_bytes(ids), {}
    for (seq,) in connection.execute("SELECT seq FROM history ORDER BY seq").fetchall():
        packed = connection.execute("SELECT changes FROM history WHERE seq = ?", (seq,)).fetchone()[0]
        if not _may_tell(_unpacked(packed), wanted):
            continue
        held = list(pairs(packed))
        kept = [pair for pair in held if not _is_about(pair, ids)]
        if len(kept) < len(held):
            left[seq] = _size(kept)
            _rewrite(connection, seq, kept)
    return left


def _rewrite(connection: Connection, seq: int, kept: list[Pair]) -> None:
    """Give a step other changes, or, without any, take it away; older schemas have no checksum for it."""
    summed = connection.execute("SELECT 1 FROM tallies WHERE name = 'history'").fetchone() is not None
    values = connection.execute(
        f"SELECT session, utc, action, state{', checksum' if summed else ''} FROM history WHERE seq = ?",
        (seq,),
    ).fetchone()
    added = []
    if kept:
        packed = pack_pairs(kept)
        connection.execute("UPDATE history SET changes = ? WHERE seq = ?", (packed, seq))
        added = [checksum(values[:4], packed)]
        if summed:
            connection.execute("UPDATE history SET checksum = ? WHERE seq = ?", (*added, seq))
    else:
        connection.execute("DELETE FROM history WHERE seq = ?", (seq,))
    if summed:
        move_tally(connection, "history", added=added, gone=[values[4]])


def _unpacked(packed: bytes) -> bytes:
    try:
        return zlib.decompress(packed)
    except (zlib.error, TypeError):
        raise JournalDamaged from None


def _in_bytes(ids: Collection[str]) -> list[bytes]:
    """As they stand in the text of a step."""
    return [json.dumps(one, ensure_ascii=False).encode() for one in ids]


def _may_tell(text: bytes, wanted: list[bytes]) -> bool:
    """Quick, for a step may be an import of thousands; another record may have the same id, or name it in its text."""
    return any(one in text for one in wanted)


def _is_about(pair: Pair, ids: Collection[str]) -> bool:
    return any(side and side.get("kind") == "interaction" and side.get("id") in ids for side in pair)


def _size(kept: list[Pair]) -> int:
    """As `domain.action.size`."""
    kinds = [next(side["kind"] for side in pair if side) for pair in kept]
    return kinds.count("interaction") or len(kinds) - kinds.count("import")
