"""Backups of an open journal: made when something has changed, listed, looked at again, and gone back to."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from reconnect_desktop.domain import restoring
from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.domain.backups import Backup, Occasion, Place
from reconnect_desktop.domain.errors import NoSuchBackup
from reconnect_desktop.domain.restoring import Comparison
from reconnect_desktop.storage.backups import folder as folders
from reconnect_desktop.storage.backups.choosing import file_of, key_of
from reconnect_desktop.storage.backups.contents import look_through
from reconnect_desktop.storage.backups.copying import Stamp, copy
from reconnect_desktop.storage.backups.reading import records_of
from reconnect_desktop.storage.backups.verifying import look_again
from reconnect_desktop.storage.connection import FILE_NAME
from reconnect_desktop.storage.trouble import told

if TYPE_CHECKING:
    from reconnect_desktop.journal import Journal

_ONE_AT_A_TIME = threading.RLock()


def back_up(journal: Journal, occasion: Occasion) -> Backup:
    """Make a backup, and compare it with the journal. Takes a second at most; others use the journal meanwhile.

    Not for who has the journal's turn. Raises JournalDamaged, BackupDamaged, DiskFull, ReadOnly, DiskTrouble; then
    there is no new backup, and none is gone.
    """
    journal.check()
    with _ONE_AT_A_TIME:
        folder = _made(journal)
        made = journal.now().timestamp
        stamp = Stamp(_id_of(folder), made, occasion, folders.slots(journal.folder, folder, journal.key))
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
        return look_again(path, found, journal.key, now, _id_of(folder))


def compare(journal: Journal, chosen: str | Path, passphrase: str | None = None) -> Comparison:
    """What going back to a backup would change; nothing is written. Takes some seconds with 22,000 interactions.

    chosen: a backup's name, or any file of that kind, also another computer's, or a journal that nobody has open.
    passphrase: that of the backup, or its recovery key, where it has another key than the journal.
    Raises NoSuchBackup, BackupDamaged, BackupLocked, WrongPassphrase, UnsafeFile, UnknownFormat, JournalTooNew.
    """
    path = file_of(chosen, [journal.folder / folders.FOLDER], journal.folder / FILE_NAME)
    key = key_of(path, journal.key, passphrase)
    look_through(path, key)
    return restoring.compare(journal.records(), records_of(path, key))


def go_back(journal: Journal, chosen: str | Path, passphrase: str | None = None) -> Applied:
    """Make the journal what it was then, in one step that can be undone; a backup of what is now is made before.

    Arguments as for `compare`, and what it raises; also ChangedMeanwhile, and what `back_up` raises. Then nothing has changed.
    What is being written in quick add stays.
    """
    changes = compare(journal, chosen, passphrase).changes
    if not changes:
        return Applied((), Action.GO_BACK)
    back_up(journal, Occasion.RESTORE)
    return journal.apply(Action.GO_BACK, *changes)


def _made(journal: Journal) -> Path:
    """The folder of the backups, made where it is missing, and rid of what was left half written."""
    folder = journal.folder / folders.FOLDER
    with told():
        folder.mkdir(mode=0o700, exist_ok=True)
        folders.remove_parts(folder)
    return folder


def _id_of(folder: Path) -> str:
    return folders.journal_id(folder) or os.urandom(8).hex()
