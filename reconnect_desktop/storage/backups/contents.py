"""What is in the file of a backup, and whether that is what was written."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b, file_digest
from pathlib import Path

from reconnect_desktop.domain.errors import BackupDamaged, BackupLocked, JournalDamaged, SearchDamaged
from reconnect_desktop.storage.backups.opening import to_read
from reconnect_desktop.storage.check import full_check
from reconnect_desktop.storage.connection import PLAIN_HEADER, Connection
from reconnect_desktop.storage.trouble import told


@dataclass(frozen=True, slots=True)
class Contents:
    """What the file itself tells; digest, schema and interactions as in `Backup`."""

    digest: str
    schema: int
    interactions: int


def digest(connection: Connection, key: bytes | None) -> str:
    """Equal for two files of the same key that hold the same: made of the tallies, so that it takes no time."""
    with told():
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        rows = connection.execute("SELECT name, rows, xor FROM tallies ORDER BY name").fetchall()
    # With the key, so that it tells nobody else anything about what an encrypted one holds.
    return blake2b(repr((version, rows)).encode(), digest_size=16, key=key or b"").hexdigest()


def look_through(path: Path, key: bytes | None) -> Contents:
    """Read and check all that is in the file. Raises BackupLocked where the key does not fit, BackupDamaged, DiskTrouble."""
    try:
        with told(), to_read(path, key) as connection:
            if not opens(connection):
                raise BackupDamaged if is_plain(path) else BackupLocked
            with suppress(SearchDamaged):  # its words are in the entries, and can be made anew from them
                full_check(connection)
            held = connection.execute("SELECT rows FROM tallies WHERE name = 'interactions'").fetchone()
            schema = connection.execute("PRAGMA user_version").fetchone()
            return Contents(digest(connection, key), schema[0], held[0])
    except JournalDamaged:
        raise BackupDamaged from None


def is_plain(path: Path) -> bool:
    """Whether it begins as a file does that needs no key; never of the open journal. Raises OSError."""
    with path.open("rb") as file:
        return file.read(len(PLAIN_HEADER)) == PLAIN_HEADER


def is_empty(connection: Connection) -> bool:
    """Whether there is nothing in the journal that could be lost."""
    with told():
        return not connection.execute("SELECT sum(rows) FROM tallies").fetchone()[0]


def opens(connection: Connection) -> bool:
    """Whether the key fits; a file whose first page is damaged looks the same as one whose key does not."""
    try:
        with told():
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except JournalDamaged:
        return False
    return True


def sha256(path: Path) -> str:
    """Of all bytes of a file; never of the open journal. Raises OSError."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
