"""Room kept for the moment when the disk is full: a file with nothing in it, given up so that one more thing can be saved."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

RESERVE: Final = "reserve"  # in the journal's folder
SIZE: Final = 1 << 20  # bytes; some thousand entries
FREE_LEAST: Final = 50 << 20  # bytes; on a fuller disk nothing is kept back, and the user is told


def keep(folder: Path) -> None:
    """Make sure that there is one, as long as there is room enough. What can't be done is left for another time."""
    path = folder / RESERVE
    with suppress(OSError):
        if not path.exists() and not is_tight(folder):
            _make(path)


def give_up(folder: Path) -> bool:
    """Let go of it; whether there was one."""
    try:
        (folder / RESERVE).unlink()
    except OSError:
        return False
    return True


def is_tight(folder: Path) -> bool:
    """Whether there is little room where the journal lies. Raises OSError."""
    import shutil

    return shutil.disk_usage(folder).free < FREE_LEAST


def _make(path: Path) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(descriptor, 0, SIZE)
        else:
            os.write(descriptor, bytes(SIZE))
    except OSError:
        path.unlink(missing_ok=True)
        raise
    finally:
        os.close(descriptor)
