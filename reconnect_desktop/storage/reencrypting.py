"""The journal written anew under another data key, or none, into a file beside it, and compared with what it was."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

import sqlcipher3

from reconnect_desktop.domain.errors import DiskTrouble, JournalDamaged, SearchDamaged, UserError
from reconnect_desktop.durable import put_in_place, sync_file
from reconnect_desktop.storage.backups.opening import to_read
from reconnect_desktop.storage.check import full_check
from reconnect_desktop.storage.connection import APPLICATION_ID, KEY_BYTES, Connection, schema_version
from reconnect_desktop.storage.rollback import is_hot
from reconnect_desktop.storage.trouble import told

_PART: Final = ".part"
_SCHEMA: Final = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"


@contextmanager
def written_anew(connection: Connection, journal: Path, key: bytes | None) -> Iterator[Path]:
    """The same journal in a file of its own, encrypted with this data key or plain, found equal and durable.

    connection: of the open journal, with nobody else at it. The file is gone afterwards if it was not moved in the meantime.
    Raises UserErrors; the journal is never written to, but `connection` may be of no more use: half a file stays attached to it.
    """
    part = journal.with_name(journal.name + _PART)
    try:
        with told():
            part.unlink(missing_ok=True)
            os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
            _export(connection, part, key)
            _compare(connection, part, key)
            sync_file(part)
        yield part
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def put_durably(part: Path, journal: Path) -> bool:
    """Let the new file take the journal's place; whether that is certain to outlast a power cut. Raises UserErrors; then nothing has changed.

    The journal must be closed.
    """
    with told():
        if is_hot(journal):
            raise DiskTrouble  # half of a write would be put back into a file that it does not belong to
        before = part.stat().st_ino
        try:
            put_in_place(part, journal)
        except OSError:
            if not journal.exists() or journal.stat().st_ino != before:
                raise
            return False
    return True


def opens(journal: Path, key: bytes) -> bool:
    """Whether this data key is that of the file; the journal must not be open in this process."""
    try:
        with told(), to_read(journal, key) as connection:
            return schema_version(connection) > 0
    except UserError:
        return False


def _export(connection: Connection, part: Path, key: bytes | None) -> None:
    if key is not None and len(key) != KEY_BYTES:
        raise ValueError("a data key has 32 bytes")
    # The key is bound: what is part of a statement is shown to whoever traces them.
    connection.execute("ATTACH DATABASE ? AS part KEY ?", (str(part), f"x'{key.hex()}'" if key else ""))
    try:
        for pragma in ("journal_mode=OFF", "synchronous=OFF"):  # it is made durable whole, or thrown away
            connection.execute(f"PRAGMA part.{pragma}").fetchall()
        connection.execute("SELECT sqlcipher_export('part')").fetchall()
        connection.execute(f"PRAGMA part.user_version={schema_version(connection)}")
        connection.execute(f"PRAGMA part.application_id={APPLICATION_ID}")
    except BaseException:
        with suppress(sqlcipher3.Error):  # half a file is not always let go of
            connection.execute("DETACH DATABASE part")
        raise
    connection.execute("DETACH DATABASE part")


def _compare(connection: Connection, part: Path, key: bytes | None) -> None:
    """Make sure that what lies on the disk is the journal. Raises DiskTrouble: the journal itself was found whole."""
    try:
        with to_read(part, key) as written:
            with suppress(SearchDamaged):  # as it was before, or the contents differ
                full_check(written)
            if _content(written) != _content(connection):
                raise DiskTrouble
    except JournalDamaged:
        raise DiskTrouble from None


def _content(connection: Connection) -> list[Any]:
    """What is the same for two files that hold the same: every table with a digest of its rows, and the schema's text."""
    schema = connection.execute(_SCHEMA).fetchall()
    tables = [name for kind, name, _, sql in schema if kind == "table" and "VIRTUAL" not in sql]
    marks = [connection.execute(f"PRAGMA {it}").fetchone() for it in ("user_version", "application_id")]
    return [schema, marks, [_digest(connection, name) for name in tables]]


def _digest(connection: Connection, table: str) -> bytes:
    digest = blake2b(digest_size=16)
    for row in connection.execute(f"SELECT * FROM {table}"):
        digest.update(repr(row).encode())
    return digest.digest()
