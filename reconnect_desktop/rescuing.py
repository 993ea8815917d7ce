"""A new journal in the place of a damaged or missing one, out of what can still be read and of the newest backup.

The journal must not be open in this process. Nothing is written to the damaged file, and it is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from reconnect_desktop.clock import Clock
from reconnect_desktop.domain.backups import Backup, Place
from reconnect_desktop.domain.errors import (
    DiskTrouble,
    JournalDamaged,
    JournalLocked,
    NothingReadable,
    UserError,
)
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import Record, Setting
from reconnect_desktop.domain.rescues import Choice, Findings, Rescued, Salvage
from reconnect_desktop.domain.settings import BACKUP_FOLDER, value_of
from reconnect_desktop.storage import key_files, lost_keys
from reconnect_desktop.storage.backups import folder as folders
from reconnect_desktop.storage.backups.contents import look_through
from reconnect_desktop.storage.backups.opening import to_read
from reconnect_desktop.storage.backups.second_folder import place_in
from reconnect_desktop.storage.check import full_check
from reconnect_desktop.storage.connection import FILE_NAME
from reconnect_desktop.storage.lock import LOCK_NAME, Lock
from reconnect_desktop.storage.new_file import make
from reconnect_desktop.storage.reencrypting import opens
from reconnect_desktop.storage.rollback import is_hot
from reconnect_desktop.storage.salvage import Salvaged, salvage
from reconnect_desktop.storage.setting_aside import replace_journal
from reconnect_desktop.storage.trouble import told

_NOTHING = Salvaged((), (), (), None)


def needs_secret(folder: Path) -> bool:
    """Whether `look` needs the passphrase or the recovery key. Raises UserErrors of the disk."""
    return lost_keys.is_sealed(folder)


def restore_keys(folder: Path, typed: str, *, held: Lock | None = None) -> bytes:
    """Bring the journal's damaged or lost key files back as the newest backup has them; the data key, for `Journal.open`.

    typed: the passphrase of that backup, or its recovery key.
    Raises WrongPassphrase, KeysDamaged (no backup has them), JournalDamaged (the file itself is not right), JournalBusy.
    """
    with _locked(folder, held):
        for key in lost_keys.unwrapped(folder, typed):
            if opens(folder / FILE_NAME, key):
                lost_keys.make_sure(folder, key)
                return key
    raise JournalDamaged


def look(
    folder: Path,
    clock: Clock,
    key: bytes | None = None,
    typed: str | None = None,
    *,
    held: Lock | None = None,
) -> Findings:
    """See what can be had of the journal in `folder`; with 22,000 interactions it takes some seconds.

    key: the data key of an encrypted one, where it is known; else typed: its passphrase or recovery key.
    held: its lock, where this process has it already, as from `Journal.let_go`; it stays held.
    Raises JournalBusy, JournalLocked (a secret is needed), WrongPassphrase, KeysDamaged, and UserErrors of the disk.
    """
    with _locked(folder, held):
        salvaged, key = _salvage(folder, key, typed)
        newest = _newest_backup(folder, key, salvaged)
        there = _interactions(salvaged.records) if salvaged else set()
        if newest is None:
            return Findings(_counts(salvaged), None, len(there), key)
        backup, path = newest
        both = there | _interactions(salvage(path, key if backup.encrypted else None).records)
        return Findings(_counts(salvaged), replace(backup, verified=clock().timestamp), len(both), key)


def rescue(
    folder: Path, clock: Clock, choice: Choice, key: bytes | None = None, *, held: Lock | None = None
) -> Rescued:
    """Put a new, whole journal in the place of the damaged one, which is kept in a folder of its own beside it.

    Where SALVAGE is chosen of a file that is whole, for only its keys were lost, it stays where it is.
    key: `Findings.key`; the new journal is encrypted with it. Where it is not known, an empty one is plain.
    TOGETHER holds what only the backup has as well, so something that was deleted since may be back. Where both have an
    entry, it is that of the damaged file, being the newer one.
    Raises NothingReadable, JournalBusy, KeysDamaged, and UserErrors of the disk; then everything is as it was.
    """
    with _locked(folder, held):
        holding = _chosen(folder, choice, key)
        if choice is Choice.SALVAGE and _is_whole(folder / FILE_NAME, key):
            if key is not None:
                lost_keys.make_sure(folder, key)
            return Rescued(holding.interactions, "")
        part = folder / f"{FILE_NAME}.part"
        make(part, key, holding)
        try:
            if key is not None:
                lost_keys.make_sure(folder, key)
            moved_to = replace_journal(part, folder, clock().timestamp)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        if key is None and key_files.there(folder):
            key_files.remove(folder)  # they are kept beside the file that they open
    return Rescued(holding.interactions, moved_to)


@contextmanager
def _locked(folder: Path, held: Lock | None) -> Iterator[None]:
    lock = held or Lock(folder / LOCK_NAME)
    try:
        yield
    finally:
        if held is None:
            lock.release()


def _salvage(folder: Path, key: bytes | None, typed: str | None) -> tuple[Salvaged | None, bytes | None]:
    """What is found in the file, and the key that it is found with: of several, as a change that broke off leaves them."""
    keys: Iterable[bytes | None] = (key,)
    if key is None and lost_keys.is_sealed(folder):
        if typed is None:
            raise JournalLocked
        keys = lost_keys.unwrapped(folder, typed)
    found = {one: salvage(folder / FILE_NAME, one) for one in keys} if (folder / FILE_NAME).is_file() else {}
    best = max(found, key=lambda one: len(found[one].records), default=next(iter(keys)))
    readable = found.get(best, _NOTHING)
    return (readable if readable.records else None), best


def _is_whole(file: Path, key: bytes | None) -> bool:
    try:
        with told(), to_read(file, key) as connection:
            full_check(connection)
        return not is_hot(file)
    except (JournalDamaged, DiskTrouble):
        return False


def _chosen(folder: Path, choice: Choice, key: bytes | None) -> Salvaged:
    """What the new journal is to hold. Raises NothingReadable."""
    if choice is Choice.AFRESH:
        return _NOTHING
    file = folder / FILE_NAME
    found = salvage(file, key) if file.is_file() else _NOTHING
    if choice is not Choice.SALVAGE:
        newest = _newest_backup(folder, key, found)
        kept = salvage(newest[1], key if newest[0].encrypted else None) if newest else _NOTHING
        found = kept if choice is Choice.BACKUP else _together(found, kept)
    if not found.records:
        raise NothingReadable
    return found


def _together(salvaged: Salvaged, kept: Salvaged) -> Salvaged:
    records = {(type(record), record.id): record for one in (kept, salvaged) for record in one.records}
    drafts = {**dict(kept.drafts), **dict(salvaged.drafts)}
    return replace(salvaged, records=tuple(records.values()), drafts=tuple(drafts.items()))


def _newest_backup(folder: Path, key: bytes | None, salvaged: Salvaged | None) -> tuple[Backup, Path] | None:
    """The newest that is whole and that this key opens, and its file; all of it is read."""
    places = {Place.JOURNAL: folder / folders.FOLDER}
    second = _second_folder(places[Place.JOURNAL], salvaged)
    if second is not None:
        places[Place.SECOND] = second
    found = [one for place, path in places.items() for one in folders.backups_in(path, place)]
    for backup in folders.newest_first(found):
        path = places[backup.place] / f"{backup.name}.db"
        with suppress(UserError):
            look_through(path, key if backup.encrypted else None)
            return backup, path
    return None


def _second_folder(first: Path, salvaged: Salvaged | None) -> Path | None:
    """The other folder with backups, where the journal still tells that one was chosen."""
    records = salvaged.records if salvaged else ()
    kept = {record.id: record.value for record in records if isinstance(record, Setting)}
    chosen = value_of(BACKUP_FOLDER, kept)
    return place_in(chosen, folders.journal_id(first)) if chosen else None


def _interactions(records: Iterable[Record]) -> set[str]:
    return {record.id for record in records if isinstance(record, Interaction)}


def _counts(salvaged: Salvaged | None) -> Salvage | None:
    if salvaged is None:
        return None
    return Salvage(salvaged.interactions, salvaged.of, len(salvaged.records), salvaged.complete)
