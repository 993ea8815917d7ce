"""Files written whole or not at all, readable by their owner only."""

from __future__ import annotations

import errno
import os
import shutil
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
    _put(path, lambda folder: _write_part(folder, write))


def make_atomically(path: Path, make: Callable[[Path], object]) -> None:
    """The same, but `make` is given the path of an empty file (0600) to fill, beside `path`."""
    _put(path, lambda folder: _make_part(folder, make))


def write_bytes(path: Path, data: bytes) -> None:
    """The same for bytes of our own, without links looked at. Raises OSError; then `path` is as it was."""
    part = _write_part(path.parent, lambda stream: stream.buffer.write(data))
    try:
        put_in_place(part, path)
    except BaseException:
        _remove(part)
        raise


def put_in_place(part: Path, target: Path) -> None:
    """Let a finished file, which is on the disk already, take the place of `target`, durably. Raises OSError."""
    part.replace(target)
    sync_folder(target.parent)


def copy_file(source: Path, target: Path) -> None:
    """A copy (0600) that is on the disk when this returns; what is at `target` is replaced. Raises OSError."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    with source.open("rb") as taken, os.fdopen(os.open(target, flags, 0o600), "wb") as given:
        shutil.copyfileobj(taken, given, 1 << 20)
        given.flush()
        os.fsync(given.fileno())


def make_folder(path: Path) -> None:
    """Make a folder (0700) and those above it where they are missing, so that their names outlast a power cut, too. Raises OSError."""
    if path.is_dir():
        return
    make_folder(path.parent)
    path.mkdir(mode=0o700, exist_ok=True)
    with suppress(
        PermissionError
    ):  # there are folders where one may make others, and not look what is in them
        sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Make what was written to a file durable: never the open journal, whose locks this would drop. Raises OSError."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _put(path: Path, write: Callable[[Path], Path]) -> None:
    with _told_apart():
        target = _target(path)
        part = write(target.parent)
        try:
            put_in_place(part, target)
        except BaseException:
            _remove(part)
            raise


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


def _make_part(folder: Path, make: Callable[[Path], object]) -> Path:
    part = _write_part(folder, lambda _: None)
    try:
        make(part)
        sync_file(part)
    except BaseException:
        _remove(part)
        raise
    return part


def _remove(part: Path) -> None:
    with suppress(OSError):
        part.unlink()


def sync_folder(folder: Path) -> None:
    """Make new names, and the end of old ones, durable. Where folders cannot be synced, the system has to see to it."""
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
