"""All files of a journal taken away, and none that are not of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from reconnect_desktop.durable import sync_folder
from reconnect_desktop.storage.backups import manifest as manifests
from reconnect_desktop.storage.backups.shelf import Shelf
from reconnect_desktop.storage.connection import FILE_NAME, KEY_FILES
from reconnect_desktop.storage.reserve import RESERVE
from reconnect_desktop.storage.rollback import beside
from reconnect_desktop.storage.setting_aside import FOLDERS
from reconnect_desktop.storage.timer_file import TIMER
from reconnect_desktop.storage.trouble import told

_OURS: Final = (
    *KEY_FILES,
    FILE_NAME,
    beside(Path(FILE_NAME)).name,
    RESERVE,
    TIMER,
    f"{FILE_NAME}.part*",
    ".reconnect-*.part",
)
_OF_A_BACKUP: Final = re.compile(r"\d{4}-\d\d-\d\dT\d{6}Z(-\d+)?\.(db|json)|new\.part|\.reconnect-.*\.part")


def clear(shelf: Shelf) -> None:
    """Take away the journal, its keys (first of all), what was set aside, and the backups of both folders.

    The journal must be closed, and locked by this process. What can't be taken away does not keep the rest.
    Raises ReadOnly, DiskTrouble where anything is left.
    """
    folder = shelf.journal_folder
    aside = [one for one in folder.glob(FOLDERS) if one.is_dir() and not one.is_symlink()]
    of_journal = [path for name in _OURS for one in (folder, *aside) for path in one.glob(name)]
    of_backups = [path for one in shelf.folders for path in _of_backups(one)]
    remove([*of_journal, *of_backups], [*aside, *shelf.folders])


def remove(files: Iterable[Path], emptied: Iterable[Path]) -> None:
    """Take away these files, and those of the folders that are empty then. Raises ReadOnly, DiskTrouble where a file is left."""
    trouble: OSError | None = None
    for file in files:
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            trouble = error
    for folder in emptied:
        with suppress(OSError):
            sync_folder(folder)
        with suppress(OSError):
            folder.rmdir()
    with told():
        if trouble is not None:
            raise trouble


def _of_backups(folder: Path) -> Iterator[Path]:
    """Also those that were given another name, as far as their manifest went with them."""
    for path in folder.glob("*") if folder.is_dir() else ():
        told_of = path.suffix in (".db", ".json") and manifests.read(path.with_suffix(".json")) is not None
        if told_of or _OF_A_BACKUP.fullmatch(path.name):
            yield path
