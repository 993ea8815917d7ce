"""A file with somebody's history, as it is or in the zip around it, opened for the format that reads it."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO, cast

from reconnect_desktop.domain.errors import ArchiveLocked, Malformed, UnknownFormat, UnsafeFile
from reconnect_desktop.exchange.formats import FORMATS, HEAD, Format, recognise
from reconnect_desktop.exchange.opening import open_file

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

MEMBERS_MOST = 100_000
LIST_MOST = 64 << 20  # bytes of the list of what is in a zip, which is read at once
SIZE_MOST = 2 << 30  # bytes of what is read
ALWAYS_ALLOWED = 16 << 20  # bytes, however small it is in the zip
SHRINKS_TO = 250  # times smaller: a chat gets ten times smaller, and what is made to do harm a thousand times

_ZIP = b"PK\x03\x04"
_ENCRYPTED = 1  # the flag of a member
_MEDIA = frozenset(
    {
        *(".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".bmp", ".svg", ".tgs"),
        *(".mp4", ".mov", ".3gp", ".avi", ".mkv", ".webm"),
        *(".opus", ".ogg", ".oga", ".mp3", ".m4a", ".aac", ".amr", ".wav"),
        *(".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".vcf", ".apk"),
        *(".zip", ".rar", ".7z", ".gz", ".html", ".htm", ".css", ".js"),
    }
)


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to read, seekable, and the format that reads them. The stream has a `name` only where it is a file by itself."""

    stream: BinaryIO
    format: Format


@contextmanager
def open_history(path: Path, chosen: Format | None = None) -> Iterator[Source]:
    """The file's bytes, or those of the one file in a zip that a format recognises; closed at the end.

    chosen: the format that it is said to be; else it is recognised by content. In a zip, pictures and the like are passed
    over; of several files the largest is taken, but rather one that is more than any table.
    Raises FileUnreadable, UnknownFormat, ArchiveLocked, UnsafeFile, and Malformed where the zip itself is broken, which may
    be found only while it is read.
    """
    with open_file(path) as stream:
        head = stream.read(HEAD)
        stream.seek(0)
        if not head.startswith(_ZIP):
            yield Source(stream, chosen or recognise(head))
            return
        with _opened(stream) as archive:
            info, row = _best(archive, chosen)
            _refuse_bombs(info)
            with io.BufferedReader(_Member(archive, info), HEAD) as member:
                yield Source(cast("BinaryIO", member), row)


@contextmanager
def _opened(stream: BinaryIO) -> Iterator[ZipFile]:
    from zipfile import BadZipFile, ZipFile

    archive = None
    with suppress(BadZipFile, OSError, ValueError, NotImplementedError, OverflowError):
        archive = ZipFile(cast("BinaryIO", _WithShortList(stream)))
    if archive is None:  # not raised where it is caught: zipfile's errors quote names
        raise Malformed("zip")
    with archive:
        if len(archive.infolist()) > MEMBERS_MOST:
            raise UnsafeFile
        yield archive


def _best(archive: ZipFile, chosen: Format | None) -> tuple[ZipInfo, Format]:
    """What is to be read, and by what. Raises UnknownFormat, ArchiveLocked."""
    readable = [info for info in archive.infolist() if not _is_passed_over(info)]
    found = [(info, row) for info in readable if (row := _format_of(archive, info, chosen))]
    if not found:
        raise ArchiveLocked if any(info.flag_bits & _ENCRYPTED for info in readable) else UnknownFormat
    return max(found, key=lambda pair: (pair[1] is not FORMATS[-1], pair[0].file_size))


def _is_passed_over(info: ZipInfo) -> bool:
    name = info.filename.rpartition("/")[2].casefold()
    hidden = name.startswith(".") or info.filename.startswith("__MACOSX/")
    return not name or hidden or name[name.rfind(".") :] in _MEDIA or not info.file_size


def _format_of(archive: ZipFile, info: ZipInfo, chosen: Format | None) -> Format | None:
    """None for what no format recognises, is encrypted, or broken from the beginning."""
    if info.flag_bits & _ENCRYPTED:
        return None
    try:
        with _Member(archive, info) as member:
            head = member.read(HEAD)
            if chosen is None:
                return recognise(head)
            return chosen if chosen.reader.recognise(head) else None
    except (UnknownFormat, Malformed):
        return None


def _refuse_bombs(info: ZipInfo) -> None:
    size = info.file_size
    if size > SIZE_MOST or size > max(ALWAYS_ALLOWED, info.compress_size * SHRINKS_TO):
        raise UnsafeFile


class _WithShortList(io.RawIOBase):
    """The stream of a zip: its list of members, which zipfile reads in one piece, must not fill the memory."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def read(self, size: int = -1, /) -> bytes:
        if size > LIST_MOST:
            raise UnsafeFile
        return self._stream.read(size)

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()


class _Member(io.RawIOBase):
    """One file of a zip. It is unpacked only where it is read: to ask for its size costs nothing."""

    def __init__(self, archive: ZipFile, info: ZipInfo) -> None:
        self._archive, self._info = archive, info
        self._file: IO[bytes] | None = None
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        begin = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._info.file_size}[whence]
        self._at = max(0, begin + offset)
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        data = self._read(len(buffer))
        if data is None:  # not raised where it is caught: zipfile's errors quote names
            raise Malformed("zip")
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)

    def _read(self, size: int) -> bytes | None:
        """None where it is broken."""
        from zipfile import BadZipFile

        try:
            if self._file is None:
                self._file = self._archive.open(self._info)
            if self._file.tell() != self._at:
                self._file.seek(self._at)
            return self._file.read(size)
        except (BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, OverflowError):
            return None

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()
