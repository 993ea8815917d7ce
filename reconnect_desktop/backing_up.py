"""Backups of an open journal: made when something has changed, listed, looked at again, and gone back to."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from reconnect_desktop.domain import restoring
from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.domain.backups import Backup, Occasion, Place, SecondFolder
from reconnect_desktop.domain.errors import BackupDamaged, BackupLocked, NoSuchBackup, UserError
from reconnect_desktop.domain.restoring import Comparison
from reconnect_desktop.domain.settings import BACKUP_FOLDER
from reconnect_desktop.domain.thinning import to_drop
from reconnect_desktop.domain.when import at
from reconnect_desktop.storage.backups import folder as folders
from reconnect_desktop.storage.backups import second_folder
from reconnect_desktop.storage.backups.choosing import file_of, key_of
from reconnect_desktop.storage.backups.contents import digest, is_empty, look_through
from reconnect_desktop.storage.backups.copying import Opened, Reach, Stamp, Stamping, copy
from reconnect_desktop.storage.backups.reading import records_of
from reconnect_desktop.storage.backups.verifying import look_again
from reconnect_desktop.storage.connection import FILE_NAME, Connection
from reconnect_desktop.storage.trouble import told

if TYPE_CHECKING:
    from reconnect_desktop.journal import Journal

_ONE_AT_A_TIME = threading.RLock()
_BEFORE = frozenset({Occasion.MIGRATION, Occasion.RESTORE, Occasion.IMPORT, Occasion.ENCRYPTION})

# The last local day of which it is known that a backup was made on it, so that no change of that day asks again.
_seen_to: WeakKeyDictionary[Journal, date] = WeakKeyDictionary()


def back_up(journal: Journal, occasion: Occasion) -> Backup:
    """Make a backup, and compare it with the journal. Takes a second at most; others use the journal meanwhile.

    It is copied to the second folder, where there is one, and older ones are thinned; should that not work, the backup
    itself is made all the same, and `second_folder_state` tells. Not for who has the journal's turn.
    Raises JournalDamaged, BackupDamaged, DiskFull, ReadOnly, DiskTrouble; then there is no new backup, and none is gone.
    """
    journal.check()
    with _ONE_AT_A_TIME:
        made = journal.now().timestamp
        name = folders.free_name(made, *_folders(journal))
        stamp = partial(_stamp, journal.folder, made, occasion)
        backup = _make(_own(journal), name, partial(_held, journal), stamp, journal.give_way)
        _copy_to_second(journal, name)
        _thin(journal, made)
        return backup


def back_up_if_due(journal: Journal) -> Backup | None:
    """Make a backup after the first change of a local day; asked after each change, it costs nothing once one is made.

    Raises what `back_up` raises; it is then asked again with the next change.
    """
    now = journal.now()
    if _seen_to.get(journal) == now.day:
        return None
    with _ONE_AT_A_TIME:
        made = None
        days = (at(one.made, now.zone, now.offset).day for one in _after_changes(journal))
        if now.day in days:
            _catch_up(journal)
        elif not _has_changed(journal):
            return None
        else:
            made = back_up(journal, Occasion.DAY)
        _seen_to[journal] = now.day
        return made


def back_up_at_exit(journal: Journal) -> Backup | None:
    """Make a backup if the newest one holds anything else than the journal. Raises what `back_up` raises."""
    with _ONE_AT_A_TIME:
        if _has_changed(journal):
            return back_up(journal, Occasion.EXIT)
        _catch_up(journal)
        return None


def back_up_before(journal: Journal, occasion: Occasion) -> Backup | None:
    """The same before something that changes much."""
    with _ONE_AT_A_TIME:
        return back_up(journal, occasion) if _has_changed(journal) else None


def back_up_for_migration(folder: Path, connection: Connection, key: bytes | None, now: int) -> None:
    """Make a backup of a file whose schema is older, unless the newest one holds the same. folder: the journal's own."""
    newest = next(iter(backups_in(folder)), None)
    if newest is None or newest.damaged or newest.digest != digest(connection, key):
        own = folder / folders.FOLDER
        stamp = partial(_stamp, folder, now, Occasion.MIGRATION)
        _make(own, folders.free_name(now, own), lambda: nullcontext((connection, key)), stamp, lambda: None)


def backups(journal: Journal) -> list[Backup]:
    """Those of both folders, newest first, each once; those that lie in the second folder only say so."""
    found = backups_in(journal.folder)
    names = {one.name for one in found}
    for folder in _folders(journal)[1:]:
        with suppress(UserError):
            found += [one for one in folders.backups_in(folder, Place.SECOND) if one.name not in names]
    return folders.newest_first(found)


def backups_in(folder: Path) -> list[Backup]:
    """Those in the journal's own folder `folder`, newest first; the journal need not be open."""
    return folders.backups_in(folder / folders.FOLDER, Place.JOURNAL)


def second_folder_state(journal: Journal) -> SecondFolder:
    """Whether the newest backup is in the second folder too, and if not, why."""
    chosen, place = journal.setting(BACKUP_FOLDER), _second(journal)
    return second_folder.state_of(chosen, place, next(iter(backups_in(journal.folder)), None))


def verify(journal: Journal, name: str) -> Backup:
    """Look at a backup again, all of it. Raises NoSuchBackup, BackupLocked, BackupDamaged (it is then marked as damaged)."""
    with _ONE_AT_A_TIME:
        found = next((one for one in backups(journal) if one.name == name), None)
        folder = _second(journal) if found and found.place is Place.SECOND else _own(journal)
        if found is None or folder is None:
            raise NoSuchBackup
        now, of_journal = journal.now().timestamp, _id_of(_own(journal))
        return look_again(folder / f"{name}.db", found, journal.key, now, of_journal)


def verify_an_old_one(journal: Journal) -> Backup | None:
    """Look at the backup again that was looked at longest ago; it may turn out damaged. None where there is none to look at."""
    sound = [one for one in backups(journal) if not one.damaged]
    for one in sorted(sound, key=lambda one: one.verified or 0):
        try:
            return verify(journal, one.name)
        except BackupDamaged:
            return next((found for found in backups(journal) if found.name == one.name), None)
        except (BackupLocked, NoSuchBackup):  # it has another key and no manifest, or is gone meanwhile
            continue
    return None


def remove(journal: Journal, name: str) -> None:
    """Delete a backup, from both folders. Raises NoSuchBackup, ReadOnly, DiskTrouble."""
    with _ONE_AT_A_TIME, told():
        if not sum(folders.remove(folder, [name]) for folder in _folders(journal)):
            raise NoSuchBackup


def compare(journal: Journal, chosen: str | Path, passphrase: str | None = None) -> Comparison:
    """What going back to a backup would change; nothing is written. Takes some seconds with 22,000 interactions.

    chosen: a backup's name, or any file of that kind, also another computer's, or a journal that nobody has open.
    passphrase: that of the backup, or its recovery key, where it has another key than the journal.
    Raises NoSuchBackup, BackupDamaged, BackupLocked, WrongPassphrase, UnsafeFile, UnknownFormat, JournalTooNew.
    """
    path = file_of(chosen, _folders(journal), journal.folder / FILE_NAME)
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


# Inside


@contextmanager
def _held(journal: Journal) -> Iterator[Opened]:
    with journal.held() as connection:
        yield connection, journal.key


def _stamp(journal_folder: Path, made: int, occasion: Occasion, key: bytes | None) -> Stamp:
    folder = journal_folder / folders.FOLDER
    return Stamp(_id_of(folder), made, occasion, folders.slots(journal_folder, folder, key))


def _make(folder: Path, name: str, reach: Reach, stamp: Stamping, give_way: Callable[[], None]) -> Backup:
    with told():
        folder.mkdir(mode=0o700, exist_ok=True)
        folders.remove_parts(folder)
    return copy(reach, folder / f"{name}.db", stamp, give_way).backup(name, Place.JOURNAL)


def _own(journal: Journal) -> Path:
    return journal.folder / folders.FOLDER


def _second(journal: Journal) -> Path | None:
    """None where none was chosen, or the one that was is not there."""
    return second_folder.place_in(journal.setting(BACKUP_FOLDER), folders.journal_id(_own(journal)))


def _folders(journal: Journal) -> list[Path]:
    second = _second(journal)
    return [_own(journal), second] if second else [_own(journal)]


def _id_of(folder: Path) -> str:
    return folders.journal_id(folder) or os.urandom(8).hex()


def _after_changes(journal: Journal) -> list[Backup]:
    """Those that were not made to keep what was before a change, newest first."""
    return [one for one in backups_in(journal.folder) if one.occasion not in _BEFORE and not one.damaged]


def _has_changed(journal: Journal) -> bool:
    """Whether there is anything in the journal that the newest backup does not hold."""
    now = journal.now().timestamp
    with _held(journal) as (connection, key):
        nothing, present = is_empty(connection), digest(connection, key)
    sound = [one for one in backups_in(journal.folder) if not one.damaged and one.made <= now]
    return not nothing and not (sound and sound[0].digest == present)


def _catch_up(journal: Journal) -> None:
    """Copy the newest backup to the second folder, should that have been away when it was made."""
    newest = next(iter(backups_in(journal.folder)), None)
    if newest is not None and second_folder_state(journal) is SecondFolder.BEHIND:
        _copy_to_second(journal, newest.name)


def _copy_to_second(journal: Journal, name: str) -> None:
    place = _second(journal)
    if place is not None:
        with suppress(UserError):
            second_folder.copy_there(_own(journal) / f"{name}.db", place)


def _thin(journal: Journal, now: int) -> None:
    for folder in _folders(journal):
        with suppress(OSError, UserError):
            dropped = to_drop(folders.backups_in(folder, Place.JOURNAL), now)
            folders.remove(folder, [one.name for one in dropped])
