"""What SQLite leaves beside a file whose write broke off: with it, the write is taken back at the next opening."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

_MARK = 8  # bytes: zeros until the file itself is going to be written to, and again once that is done


def beside(path: Path) -> Path:
    """Where it lies, of the journal's file at `path`."""
    return path.with_name(path.name + "-journal")


def is_hot(path: Path) -> bool:
    """Whether SQLite would take something back in the file at `path`. Raises OSError."""
    with suppress(FileNotFoundError), beside(path).open("rb") as file:
        return any(file.read(_MARK))
    return False
