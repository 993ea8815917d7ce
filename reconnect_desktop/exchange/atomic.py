"""Files written whole or not at all, readable by their owner only."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from reconnect_desktop.domain.errors import DiskFull, FileUnwritable, ReadOnly, UserError

_ERRORS: dict[int | None, type[UserError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EROFS: ReadOnly,
}


def write_atomically(path: Path, write: Callable[[TextIO], object]) -> None:
    """Let `write` fill a UTF-8 file that takes the place of `path` once it is safely on the disk.

    The stream has newline="". On any error nothing is left behind, and a file that was at `path` is as it was.
    Raises DiskFull, ReadOnly, FileUnwritable, and what `write` raises.
    """
    with _told_apart():
        target = _target(path)
        part = _write_part(target.parent, write)
        try:
            part.replace(target)
        except BaseException:
            _remove(part)
            raise
        _sync_folder(target.parent)


def _target(path: Path) -> Path:
    """Where a link points to, so that the link stays; never a device, which would be replaced by a file."""
    if "\0" in str(path):
        raise FileUnwritable
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        raise FileUnwritable
    return target


def _write_part(folder: Path, write: Callable[[TextIO], object]) -> Path:
    """The finished file under a name of its own, mode 0600. The name says nothing about what is in it."""
    handle, name = tempfile.mkstemp(prefix=".reconnect-", suffix=".part", dir=folder)
    part = Path(name)
    try:
        with open(handle, "w", encoding="utf-8", newline="") as stream:  # noqa: PTH123 - it is open already
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        _remove(part)
        raise
    return part


def _remove(part: Path) -> None:
    with suppress(OSError):
        part.unlink()


def _sync_folder(folder: Path) -> None:
    """Make the new name durable too. Where folders cannot be synced, the system has to see to it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


@contextmanager
def _told_apart() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _ERRORS.get(error.errno, FileUnwritable) from None
