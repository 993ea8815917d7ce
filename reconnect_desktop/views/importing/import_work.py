"""Reading a file in the background: who is in it, what would come of it, and bringing it in."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, cast

from reconnect_desktop.exchange.archives import Source, open_history
from reconnect_desktop.exchange.bringing_in import BroughtIn
from reconnect_desktop.exchange.formats import Format
from reconnect_desktop.exchange.reader import Asks, Choices
from reconnect_desktop.journal import Journal


class Cancelled(Exception):
    """The user does not want it any more; nothing was written."""


@dataclass(frozen=True, slots=True)
class Looked:
    """The format of the file, and what it leaves open."""

    format: Format
    asks: Asks


class ImportWork:
    """One file and one journal; every method but `cancel` is for the background thread.

    told: called there with the share of the file that has been read, 0…1, each time some of it was.
    """

    def __init__(self, journal: Journal, path: Path, told: Callable[[float], None]) -> None:
        self._journal, self._path, self._told = journal, path, told
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Stop at the next opportunity."""
        self._cancelled.set()

    def look(self, zone: str) -> Looked:
        """Recognise the file and see what has to be asked. Raises UserErrors, and Cancelled."""
        with self._open() as source:
            return Looked(source.format, source.format.reader.look(source.stream, zone))

    def bring_in(self, who: tuple[str, ...], zone: str, *, dry_run: bool) -> BroughtIn:
        """Read it for `who`, as lived in `zone`. Raises UserErrors, and Cancelled."""
        choices = Choices(self._journal.now(), zone, who, self._journal.new_id)
        with self._open() as source:
            return self._journal.bring_in(
                source.format.reader.read(source.stream, choices),
                lambda _count: self._stop_if_cancelled(),
                format=source.format.name,
                dry_run=dry_run,
            )

    @contextmanager
    def _open(self) -> Iterator[Source]:
        with open_history(self._path) as source:
            yield replace(source, stream=cast("BinaryIO", _Watched(source.stream, self._read_some)))

    def _read_some(self, share: float) -> None:
        self._stop_if_cancelled()
        self._told(share)

    def _stop_if_cancelled(self) -> None:
        if self._cancelled.is_set():
            raise Cancelled


class _Watched(io.BufferedIOBase):
    """A stream that tells how far it has been read; what `told` raises ends the reading."""

    def __init__(self, stream: BinaryIO, told: Callable[[float], None]) -> None:
        self._stream, self._told = stream, told
        self._size = max(1, stream.seek(0, io.SEEK_END))
        stream.seek(0)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        self._told(self._stream.tell() / self._size)
        return self._stream.read(-1 if size is None else size)

    def read1(self, size: int = -1, /) -> bytes:
        return self.read(size if size >= 0 else io.DEFAULT_BUFFER_SIZE)

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()
