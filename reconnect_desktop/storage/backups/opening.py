"""The files of backups as SQLite sees them: an empty one to be filled, or one that is only read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import sqlcipher3

from reconnect_desktop.storage.connection import Connection, give_key

# What is being written has no name yet, and is thrown away if it does not come to its end; it is made durable as a
# whole. A small cache lets each step of the copying write what it was given, so that none has much to do.
_TO_FILL = ("locking_mode=EXCLUSIVE", "journal_mode=OFF", "synchronous=OFF", "cache_size=-200")
_TO_READ = ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "temp_store=MEMORY", "query_only=ON")
_CACHE = "PRAGMA cache_size=-8000"  # KiB: to decrypt a page anew each time it is looked at takes as long as all the rest


@contextmanager
def to_fill(path: Path, key: bytes | None) -> Iterator[Connection]:
    """A new file (0600) of this data key, or a plain one. Raises the driver's errors and OSError."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    with _opened(str(path), key, _TO_FILL) as connection:
        yield connection


@contextmanager
def to_change(path: Path, key: bytes | None) -> Iterator[Connection]:
    """A file that has no name yet, to be changed so that nothing is left of what goes. Raises the driver's errors."""
    with _opened(
        str(path), key, (*_TO_FILL, "secure_delete=ON", "temp_store=MEMORY", "trusted_schema=OFF")
    ) as it:
        yield it


@contextmanager
def to_read(path: Path, key: bytes | None) -> Iterator[Connection]:
    """A file that is not written to, nor anything beside it: never the open journal. Raises the driver's errors.

    Whether the key fits is seen when something is read.
    """
    with _opened(f"{path.absolute().as_uri()}?mode=ro&immutable=1", key, _TO_READ) as connection:
        # It reads the schema, by which a wrong key or a damaged schema would be told here.
        with suppress(sqlcipher3.DatabaseError, UnicodeDecodeError):
            connection.execute(_CACHE).fetchall()
        yield connection


@contextmanager
def _opened(name: str, key: bytes | None, pragmas: tuple[str, ...]) -> Iterator[Connection]:
    connection: Connection = sqlcipher3.connect(
        name, uri=name.startswith("file:"), isolation_level=None, check_same_thread=False
    )
    try:
        give_key(connection, key)
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").fetchall()
        yield connection
    finally:
        connection.close()
