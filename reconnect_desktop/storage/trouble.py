"""What the driver and the system say, as the errors the user is told.

The driver's own texts may quote SQL and, through it, notes: they are dropped here.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from reconnect_desktop.domain.errors import (
    DiskFull,
    DiskTrouble,
    JournalBusy,
    JournalDamaged,
    NotAJournal,
    ReadOnly,
    UserError,
)

_BY_SQLITE_CODE: dict[int, type[UserError]] = {
    1: JournalDamaged,  # SQLITE_ERROR: our statements are fixed and tested, so the schema is not what we made
    3: ReadOnly,  # SQLITE_PERM
    5: JournalBusy,  # SQLITE_BUSY
    6: JournalBusy,  # SQLITE_LOCKED
    8: ReadOnly,  # SQLITE_READONLY
    10: DiskTrouble,  # SQLITE_IOERR
    11: JournalDamaged,  # SQLITE_CORRUPT
    13: DiskFull,  # SQLITE_FULL
    14: ReadOnly,  # SQLITE_CANTOPEN
    26: JournalDamaged,  # SQLITE_NOTADB
}
# What SQLite says where the driver (after `backup`) or SQLCipher (after its export) drops the code.
_BY_MESSAGE: dict[str, type[UserError]] = {
    "attempt to write a readonly database": ReadOnly,
    "database or disk is full": DiskFull,
    "disk I/O error": DiskTrouble,
    "unable to open database file": ReadOnly,
}
_BY_ERRNO: dict[int, type[UserError]] = {
    errno.EACCES: ReadOnly,
    errno.EPERM: ReadOnly,
    errno.EROFS: ReadOnly,
    errno.ENOENT: ReadOnly,  # folders are made where they are missing, save where the system lets nobody make any
    errno.ENAMETOOLONG: ReadOnly,
    errno.EEXIST: NotAJournal,
    errno.ENOTDIR: NotAJournal,
    errno.EISDIR: NotAJournal,
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
}


@contextmanager
def told() -> Iterator[None]:
    """Turn what the driver or the system raises inside into a UserError; bugs pass as they are."""
    import sqlcipher3

    try:
        yield
    except OSError as error:
        raise _BY_ERRNO.get(error.errno or 0, DiskTrouble) from None
    except UnicodeDecodeError:  # the driver's, of a message that quotes a damaged schema
        raise JournalDamaged from None
    except Exception as error:
        # SQLAlchemy, where it is loaded, puts the driver's error into one of its own.
        cause = getattr(error, "orig", error)
        kind = _kind_of(cause) if isinstance(cause, sqlcipher3.Error) else None
        if kind is None:
            raise
        raise kind from None


def _kind_of(error: Exception) -> type[UserError] | None:
    import sqlcipher3

    code = getattr(error, "sqlite_errorcode", None)
    if code in (None, 1) and str(error) in _BY_MESSAGE:
        return _BY_MESSAGE[str(error)]
    if code is not None:
        return _BY_SQLITE_CODE.get(code & 0xFF)
    # Without a code it comes from the driver itself: text that is no UTF-8, or a mistake of ours.
    return None if isinstance(error, sqlcipher3.ProgrammingError) else JournalDamaged
