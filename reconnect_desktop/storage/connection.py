"""The one connection to the journal file, and how it is set up.

One SQLite library is in the process (sqlcipher3, for plain and encrypted journals alike), and the file
is opened in no other way: closing any other descriptor of it would drop SQLite's locks.
"""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

import sqlcipher3

from reconnect_desktop.domain.errors import JournalDamaged, JournalLocked, JournalTooNew, NotAJournal
from reconnect_desktop.storage.rollback import is_hot
from reconnect_desktop.storage.trouble import told


class Cursor(Protocol):
    """What is used of the driver's cursor; the driver ships no types."""

    rowcount: int
    lastrowid: int

    def fetchone(self) -> Any:
        """The next row, or None."""

    def fetchall(self) -> list[Any]:
        """The rows that are left."""

    def __iter__(self) -> Iterator[Any]: ...


class Connection(Protocol):
    """What is used of the driver's connection."""

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""

    def execute(self, sql: str, values: Sequence[object] = (), /) -> Cursor:
        """Run one statement."""

    def backup(
        self, target: Any, /, *, pages: int = -1, progress: Callable[[int, int, int], None] | None = None
    ) -> None:
        """Copy the file into that of `target`, so many pages a step; `progress` is told after each what is left."""

    def set_authorizer(self, judge: Callable[..., int], /) -> None:
        """Ask `judge` what each statement may do."""

    def close(self) -> None:
        """Let go of the file."""


class Away:
    """Stands in for a connection: what is asked of it is asked of the one that `find` comes by, or `find` raises why there is none."""

    def __init__(self, find: Callable[[], Connection]) -> None:
        self._find = find

    def close(self) -> None:
        """There is nothing to let go of."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._find(), name)


APPLICATION_ID = 0x52434E54  # "RCNT"
SCHEMA_VERSION = 6
FILE_NAME = "journal.db"  # in the journal's folder
KEY_FILES = ("keys.json", "keys.json.bak")  # beside it, where it is encrypted
PLAIN_HEADER = b"SQLite format 3\0"
KEY_BYTES = 32

_PRAGMAS = (
    "foreign_keys=ON",
    "locking_mode=EXCLUSIVE",
    "journal_mode=DELETE",
    "synchronous=EXTRA",  # FULL can lose an acknowledged commit: the journal's unlink is not yet durable
    "fullfsync=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "cache_size=-1000",  # KiB; the library's own 8 MiB are a tenth of what the program takes, and gain nothing here
)


def connect(path: Path, key: bytes | None = None) -> Connection:
    """Open the journal file at `path`, making an empty one (0600) if there is none.

    key: the 32 bytes of an encrypted journal's data key, or None for a plain one.
    Raises JournalTooNew, NotAJournal, JournalLocked or JournalDamaged before anything is written.
    """
    with told():
        _look_into(path, key)
        connection: Connection = sqlcipher3.connect(
            path, timeout=2, isolation_level=None, check_same_thread=False
        )
        try:
            _set_up(connection, key)
        except BaseException:
            connection.close()
            raise
    return connection


def schema_version(connection: Connection) -> int:
    """The version the file was written with; 0 for an empty one. Raises JournalTooNew."""
    with told():
        found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if found > SCHEMA_VERSION:
        raise JournalTooNew(found, SCHEMA_VERSION)
    return found


def _look_into(path: Path, key: bytes | None) -> None:
    """Look at the first bytes before SQLite does, so that a foreign or newer file stays as it is."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "rb") as file:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise NotAJournal  # reading from a named pipe would wait for ever
        header = file.read(100)
    encrypted = any(path.with_name(name).exists() for name in KEY_FILES)
    if not header and encrypted:
        raise JournalDamaged  # keys are made for what is there already
    # Where a write broke off, the file says what it is once that was taken back: see `_set_up`.
    if header and key is None and (encrypted or not is_hot(path)):
        _check_header(header, encrypted=encrypted)
    # One that was copied here often comes with wider rights; its rollback journal would get them, too.
    if os.name == "posix" and found.st_mode & 0o077:
        with suppress(PermissionError):
            path.chmod(0o600)


def _check_header(header: bytes, *, encrypted: bool) -> None:
    if not header.startswith(PLAIN_HEADER) or len(header) < 100:
        raise (JournalLocked if encrypted else NotAJournal)
    _check_marks(*struct.unpack(">60xi4xi28x", header))


def _check_marks(version: int, application: int) -> None:
    if application not in (APPLICATION_ID, 0):
        raise NotAJournal
    if application == APPLICATION_ID and version > SCHEMA_VERSION:
        raise JournalTooNew(version, SCHEMA_VERSION)


def give_key(connection: Connection, key: bytes | None) -> None:
    """Say what the file is encrypted with, before anything else is asked of it."""
    if key is not None and len(key) != KEY_BYTES:
        raise ValueError("a data key has 32 bytes")
    connection.execute("PRAGMA cipher_log_level=NONE")
    if key is not None:
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")


def _set_up(connection: Connection, key: bytes | None) -> None:
    give_key(connection, key)
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # is the key right?
    _check_marks(schema_version(connection), connection.execute("PRAGMA application_id").fetchone()[0])
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchall()
