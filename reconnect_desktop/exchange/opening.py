"""Files the user names, opened for reading; what is wrong with them is a UserError."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from reconnect_desktop.domain.errors import FileUnreadable


class _Source(io.FileIO):
    """A file whose reading errors are the file's fault, told apart from those of the journal's disk."""

    def readinto(self, buffer: memoryview, /) -> int | None:  # type: ignore[override]
        try:
            return super().readinto(buffer)
        except OSError:
            raise FileUnreadable from None


@contextmanager
def open_file(path: Path) -> Iterator[BinaryIO]:
    """The file's bytes, seekable, closed at the end. Raises FileUnreadable for what is no readable plain file."""
    try:
        # Asked first: opening a named pipe would wait for ever.
        source = _Source(path) if path.is_file() else None
    except (OSError, ValueError):
        source = None
    if source is None:
        raise FileUnreadable
    with io.BufferedReader(source) as stream:
        yield cast("BinaryIO", stream)
