"""Where a journal lies: whether one was there before, and whether the open file is still the one in its place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reconnect_desktop.domain.errors import (
    JournalDamaged,
    JournalGone,
    JournalMissing,
    KeysDamaged,
    NotAJournal,
)
from reconnect_desktop.storage.connection import FILE_NAME, KEY_FILES


class Place:
    """Notes which file was opened in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE_NAME
        self._identity = _identity(self._file)

    def make_sure(self) -> None:
        """Raise JournalGone unless that file is still there: what is written to another one, or to none, would be lost."""
        if self._identity is None or _identity(self._file) != self._identity:
            raise JournalGone


def _identity(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


@contextmanager
def known(folder: Path) -> Iterator[None]:
    """Around the opening: let no new journal be begun where there has been one, and tell a damaged one from what never was one.

    Raises JournalMissing, JournalDamaged, KeysDamaged, and what is raised inside.
    """
    file = folder / FILE_NAME
    if not file.exists():
        if _has_backups(folder) or any((folder / name).exists() for name in KEY_FILES):
            raise JournalMissing
    elif not file.stat().st_size and _has_backups(folder):
        raise JournalDamaged
    try:
        yield
    except NotAJournal:
        if file.is_file() and _has_backups(folder):
            raise _what_it_is(folder) from None
        raise


def _has_backups(folder: Path) -> bool:
    return next((folder / "backups").glob("*.db"), None) is not None


def _what_it_is(folder: Path) -> JournalDamaged | KeysDamaged:
    from reconnect_desktop.storage.lost_keys import is_sealed

    return KeysDamaged() if is_sealed(folder) else JournalDamaged()
