"""Backups of an open journal: made when something has changed, listed, and looked at again."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from reconnect_desktop.domain.backups import Backup, Occasion, Place
from reconnect_desktop.domain.errors import NoSuchBackup
from reconnect_desktop.storage.backups import folder as folders
from reconnect_desktop.storage.backups.copying import Stamp, copy
from reconnect_desktop.storage.backups.verifying import look_again
from reconnect_desktop.storage.trouble import told

if TYPE_CHECKING:
    from reconnect_desktop.journal import Journal

_ONE_AT_A_TIME = threading.RLock()


def back_up(journal: Journal, occasion: Occasion) -> Backup:
    """Make a backup, and compare it with the journal. Takes a second at most; others use the journal meanwhile.

    Raises JournalDamaged, BackupDamaged, DiskFull, ReadOnly, DiskTrouble; then there is no new backup, and none is gone.
    """
    journal.check()
    with _ONE_AT_A_TIME:
        folder = _made(journal)
        made = journal.now().timestamp
        stamp = Stamp(folders.journal_id(folder) or os.urandom(8).hex(), made, occasion, None)
        name = folders.free_name(made, folder)
        with journal.held() as connection:
            manifest = copy(connection, journal.key, folder / f"{name}.db", stamp, journal.give_way)
        return manifest.backup(name, Place.JOURNAL)


def backups(journal: Journal) -> list[Backup]:
    """Those of both folders, newest first, each once; those that lie in the second folder only say so."""
    return backups_in(journal.folder)


def backups_in(folder: Path) -> list[Backup]:
    """Those in the journal's own folder `folder`, newest first; the journal need not be open."""
    return folders.backups_in(folder / folders.FOLDER, Place.JOURNAL)


def verify(journal: Journal, name: str) -> Backup:
    """Look at a backup again, all of it. Raises NoSuchBackup, BackupDamaged (it is then marked as damaged)."""
    with _ONE_AT_A_TIME:
        found = next((one for one in backups(journal) if one.name == name), None)
        if found is None:
            raise NoSuchBackup
        folder = journal.folder / folders.FOLDER
        path, now = folder / f"{name}.db", journal.now().timestamp
        return look_again(path, found, journal.key, now, folders.journal_id(folder) or os.urandom(8).hex())


def _made(journal: Journal) -> Path:
    """The folder of the backups, made where it is missing, and rid of what was left half written."""
    folder = journal.folder / folders.FOLDER
    with told():
        folder.mkdir(mode=0o700, exist_ok=True)
        folders.remove_parts(folder)
    return folder
