"""What is taken away for good: chosen interactions, also out of the backups, or all that is kept."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING

from reconnect_desktop import autostart, paths
from reconnect_desktop.domain.change import delete
from reconnect_desktop.domain.errors import (
    BackupDamaged,
    BackupLocked,
    JournalTooNew,
    KeysDamaged,
    UnknownFormat,
)
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.settings import BACKUP_FOLDER
from reconnect_desktop.storage import remembered
from reconnect_desktop.storage.backups.rewriting import leave_out
from reconnect_desktop.storage.backups.shelf import ONE_AT_A_TIME, Shelf
from reconnect_desktop.storage.clearing import clear, remove
from reconnect_desktop.storage.lock import LOCK_NAME, Lock
from reconnect_desktop.storage.setting_aside import FOLDERS

if TYPE_CHECKING:
    from reconnect_desktop.journal import Journal

_OUT_OF_REACH = (BackupLocked, BackupDamaged, JournalTooNew, KeysDamaged, UnknownFormat)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What came of it: how many backups were rewritten, and how many may still hold what was forgotten.

    out_of_reach: those that are damaged or need another key, and damaged journals that were set aside.
    second_is_away: the second folder for backups was not there; what it holds is not counted.
    """

    rewritten: int
    out_of_reach: int
    second_is_away: bool = False


def forget(
    journal: Journal, ids: Collection[str], progress: Callable[[int, int], None] | None = None
) -> Forgotten:
    """Take these interactions out of the journal, its history and its search, and out of every backup in reach. No undo.

    The backups come first, and each old one goes once the new one was found whole: should anything break off, the
    interactions are in the journal still, and it can be done again. A backup takes up to a second.
    progress: called with how many backups were seen, and of how many; what it raises breaks off.
    Raises JournalDamaged, JournalGone, ChangedMeanwhile, DiskFull, ReadOnly, DiskTrouble; then the journal is as it was.
    """
    journal.check()
    wanted = frozenset(ids)
    with ONE_AT_A_TIME:
        shelf = Shelf(journal.folder, journal.setting(BACKUP_FOLDER))
        rewritten, out_of_reach = 0, len(list(journal.folder.glob(FOLDERS)))
        found = shelf.backups()
        for number, backup in enumerate(found):
            if progress is not None:
                progress(number, len(found))
            try:
                rewritten += leave_out(shelf, backup, journal.key, wanted, journal.now().timestamp)
            except _OUT_OF_REACH:
                out_of_reach += 1
        records = [journal.get(Interaction, one) for one in wanted]
        gone = [delete(record) for record in records if record is not None]
        journal.keep(*gone, also=lambda history: history.take_out(wanted))
    return Forgotten(rewritten, out_of_reach, bool(shelf.chosen) and shelf.second is None)


def delete_everything(journal: Journal | Path) -> bool:
    """Take away the journal with all that is kept beside it: keys, backups, what was set aside, preferences, log, the remembered key.

    journal: the open one, which is closed, or the folder of one that nobody has open, of whose second folder nothing is known.
    Files of others stay, and so do the folders with them. Tells whether the backups in a second folder were in reach.
    Raises JournalBusy, ReadOnly, DiskTrouble where anything is left; it can be tried again.
    """
    folder = journal if isinstance(journal, Path) else journal.folder
    chosen = "" if isinstance(journal, Path) else journal.setting(BACKUP_FOLDER)
    with ONE_AT_A_TIME:
        shelf = Shelf(folder, chosen)
        second = shelf.second
        lock = Lock(folder / LOCK_NAME) if isinstance(journal, Path) else journal.let_go()
        try:
            remembered.forget(folder)
            clear(shelf)
            _clear_the_rest()
            (folder / LOCK_NAME).unlink(missing_ok=True)
        finally:
            lock.release()
    with suppress(OSError):
        folder.rmdir()
    return not chosen or second is not None


def _clear_the_rest() -> None:
    """What is kept outside the journal's folder."""
    config, log = paths.config_folder(), paths.log_folder()
    files = [config / "preferences.ini", config / "QtProject.conf", log / "reconnect.log"]
    remove(files, [config, log])
    rmtree(paths.cache_folder(), ignore_errors=True)
    with suppress(OSError, ImportError):
        start = autostart.of_this_system()
        if start.is_on() is not False:
            start.switch_off()
