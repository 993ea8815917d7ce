"""Backups of an open journal: made when something has changed, listed, looked at again, and gone back to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from reconnect_desktop.domain import restoring
from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.domain.backups import Backup, Occasion, Place, SecondFolder
from reconnect_desktop.domain.errors import (
    BackupDamaged,
    BackupLocked,
    DiskTrouble,
    NoSuchBackup,
    ReadOnly,
)
from reconnect_desktop.domain.restoring import Comparison
from reconnect_desktop.domain.settings import BACKUP_FOLDER
from reconnect_desktop.domain.when import at
from reconnect_desktop.storage.backups import folder as folders
from reconnect_desktop.storage.backups.choosing import file_of, key_of
from reconnect_desktop.storage.backups.contents import digest, is_empty
from reconnect_desktop.storage.backups.copying import Opened, Stamp, copy
from reconnect_desktop.storage.backups.reading import records_of
from reconnect_desktop.storage.backups.shelf import ONE_AT_A_TIME, Shelf
from reconnect_desktop.storage.backups.verifying import look_again, make_sure
from reconnect_desktop.storage.connection import Connection
from reconnect_desktop.storage.trouble import told

if TYPE_CHECKING:
    from reconnect_desktop.journal import Journal

_BEFORE = frozenset(
    {
        *(Occasion.MIGRATION, Occasion.RESTORE, Occasion.IMPORT, Occasion.TAKE_OUT, Occasion.ENCRYPTION),
    }
)

# The last local day of which it is known that a backup was made on it, so that no change of that day asks again.
_seen_to: WeakKeyDictionary[Journal, date] = WeakKeyDictionary()


def back_up(journal: Journal, occasion: Occasion) -> Backup:
    """Make a backup, and compare it with the journal. Takes a second at most; others use the journal meanwhile.

    It is copied to the second folder, where there is one, and older ones are thinned; should that not work, the backup
    itself is made all the same, and `second_folder_state` tells. Not for who has the journal's turn.
    Raises JournalDamaged, JournalGone, BackupDamaged, DiskFull, ReadOnly, DiskTrouble; then there is no new backup, and none
    is gone.
    """
    journal.check()
    with ONE_AT_A_TIME:
        journal.make_sure_of_place()
        shelf, made = _shelf(journal), journal.now().timestamp
        path = shelf.new_path(made)
        stamp = partial(_stamp, shelf, made, occasion)
        try:
            copied = copy(partial(_held, journal), path, stamp, journal.give_way)
        except BackupDamaged:
            journal.mend_search()  # raises JournalDamaged where it is the journal's own file that is not right
            raise
        backup = copied.backup(path.stem, Place.JOURNAL)
        shelf.copy_to_second(backup.name)
        shelf.thin(made)
        return backup


def back_up_if_due(journal: Journal) -> Backup | None:
    """Make a backup after the first change of a local day; asked after each change, it costs nothing once one is made.

    Raises what `back_up` raises; it is then asked again with the next change.
    """
    now = journal.now()
    if _seen_to.get(journal) == now.day:
        return None
    with ONE_AT_A_TIME:
        made = None
        counted = (
            one for one in backups_in(journal.folder) if one.occasion not in _BEFORE and not one.damaged
        )
        if now.day in (at(one.made, now.zone, now.offset).day for one in counted):
            _catch_up(journal)
        elif not _has_changed(journal):
            return None
        else:
            made = back_up(journal, Occasion.DAY)
        _seen_to[journal] = now.day
        return made


def back_up_at_exit(journal: Journal) -> Backup | None:
    """Make a backup if the newest one holds anything else than the journal. Raises what `back_up` raises."""
    with ONE_AT_A_TIME:
        if _has_changed(journal):
            return back_up(journal, Occasion.EXIT)
        _catch_up(journal)
        return None


def back_up_before(journal: Journal, occasion: Occasion) -> Backup | None:
    """The same before something that changes much."""
    with ONE_AT_A_TIME:
        return back_up(journal, occasion) if _has_changed(journal) else None


def back_up_for_migration(folder: Path, connection: Connection, key: bytes | None, now: int) -> None:
    """Make a backup of a file whose schema is older, unless the newest one holds the same. folder: the journal's own.

    Raises what `back_up` raises.
    """
    with ONE_AT_A_TIME:
        shelf = Shelf(folder)
        newest = next(iter(shelf.in_own()), None)
        if newest is None or newest.damaged or newest.digest != digest(connection, key):
            stamp = partial(_stamp, shelf, now, Occasion.MIGRATION)
            copy(lambda: nullcontext((connection, key)), shelf.new_path(now), stamp, lambda: None)


def backups(journal: Journal) -> list[Backup]:
    """Those of both folders, newest first, each once; those that lie in the second folder only say so."""
    return _shelf(journal).backups()


def backups_in(folder: Path) -> list[Backup]:
    """Those in the journal's own folder `folder`, newest first; the journal need not be open."""
    return Shelf(folder).in_own()


def second_folder_state(journal: Journal) -> SecondFolder:
    """Whether the newest backup is in the second folder too, and if not, why."""
    return _shelf(journal).second_state()


def verify(journal: Journal, name: str) -> Backup:
    """Look at a backup again, all of it. Raises NoSuchBackup, BackupLocked, BackupDamaged (it is then marked as damaged)."""
    with ONE_AT_A_TIME:
        shelf, now = _shelf(journal), journal.now().timestamp
        found = shelf.find(name)
        key = journal.key if found.encrypted else None
        stamp = _stamp(shelf, found.made, found.occasion, key)
        return look_again(shelf.path(found), found, key, replace(stamp, looked_at=now))


def verify_an_old_one(journal: Journal) -> Backup | None:
    """Look at the backup again that was looked at longest ago; it may turn out damaged. None where there is none to look at.

    Where that can't be noted, or one is damaged, the next is looked at as well, so that none is in the way of the others.
    """
    damaged: Backup | None = None
    sound = [one for one in backups(journal) if not one.damaged]
    for one in sorted(sound, key=lambda one: (one.verified or 0, one.made, one.name)):
        try:
            whole = verify(journal, one.name)
        except BackupDamaged:
            damaged = damaged or replace(one, verified=None, damaged=True)
        except (BackupLocked, NoSuchBackup, ReadOnly, DiskTrouble):
            continue  # it has another key and no manifest, is gone meanwhile, or can't be reached
        else:
            return damaged or whole
    return damaged


def remove(journal: Journal, name: str) -> None:
    """Delete a backup, from both folders. Raises NoSuchBackup, ReadOnly, DiskTrouble."""
    with ONE_AT_A_TIME, told():
        if not sum(folders.remove(folder, [name]) for folder in _shelf(journal).folders):
            raise NoSuchBackup


def compare(journal: Journal, chosen: str | Path, passphrase: str | None = None) -> Comparison:
    """What going back to a backup would change; nothing is written. Takes some seconds with 22,000 interactions.

    chosen: a backup's name, or any file of that kind, also another computer's, or a journal that nobody has open.
    passphrase: that of the backup, or its recovery key, where it has another key than the journal.
    Raises NoSuchBackup, BackupDamaged, BackupLocked, WrongPassphrase, UnsafeFile, UnknownFormat, JournalTooNew.
    """
    path = file_of(chosen, _shelf(journal))
    key = key_of(path, journal.key, passphrase)
    make_sure(path, key)
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


def _shelf(journal: Journal) -> Shelf:
    return Shelf(journal.folder, journal.setting(BACKUP_FOLDER))


@contextmanager
def _held(journal: Journal) -> Iterator[Opened]:
    with journal.held() as connection:
        yield connection, journal.key


def _stamp(shelf: Shelf, made: int, occasion: Occasion, key: bytes | None) -> Stamp:
    wrapped = folders.slots(shelf.journal_folder, shelf.own, key)
    return Stamp(shelf.journal_id, made, occasion, wrapped, made)


def _has_changed(journal: Journal) -> bool:
    """Whether there is anything in the journal that the newest backup does not hold."""
    now = journal.now().timestamp
    with _held(journal) as (connection, key):
        nothing, present = is_empty(connection), digest(connection, key)
    sound = [one for one in backups_in(journal.folder) if not one.damaged and one.made <= now]
    return not nothing and not (sound and sound[0].digest == present)


def _catch_up(journal: Journal) -> None:
    """Copy the newest backup to the second folder, should that have been away when it was made."""
    shelf = _shelf(journal)
    if shelf.second_state() is SecondFolder.BEHIND:
        shelf.copy_to_second(shelf.in_own()[0].name)
