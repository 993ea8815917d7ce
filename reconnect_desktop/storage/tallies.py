"""The number and the combined checksum of each table's rows, so that a lost or doubled row is found."""

from __future__ import annotations

from collections.abc import Iterable

from reconnect_desktop.storage.connection import Connection
from reconnect_desktop.storage.rows import mixed


def move_tally(
    connection: Connection, name: str, *, added: Iterable[bytes] = (), gone: Iterable[bytes] = ()
) -> None:
    """Count rows with these checksums in or out, inside the transaction that adds or removes them."""
    came, went = list(added), list(gone)
    if came == went:
        return
    rows, xor = connection.execute("SELECT rows, xor FROM tallies WHERE name = ?", (name,)).fetchone()
    values = (rows + len(came) - len(went), mixed(xor, *came, *went), name)
    connection.execute("UPDATE tallies SET rows = ?, xor = ? WHERE name = ?", values)
