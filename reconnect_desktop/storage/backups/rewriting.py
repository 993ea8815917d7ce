"""A backup without certain interactions: written anew beside it, found whole, and only then in its stead."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from reconnect_desktop import durable
from reconnect_desktop.domain.backups import Backup
from reconnect_desktop.domain.errors import BackupDamaged, JournalDamaged
from reconnect_desktop.storage.backups import folder as folders
from reconnect_desktop.storage.backups import manifest as manifests
from reconnect_desktop.storage.backups.choosing import key_of
from reconnect_desktop.storage.backups.contents import look_through
from reconnect_desktop.storage.backups.copying import PART, Stamp, describe
from reconnect_desktop.storage.backups.opening import to_change, to_read
from reconnect_desktop.storage.backups.shelf import Shelf
from reconnect_desktop.storage.taking_out import holds_any, take_out
from reconnect_desktop.storage.trouble import told


def leave_out(shelf: Shelf, backup: Backup, key: bytes | None, ids: Collection[str], now: int) -> bool:
    """Put one without these interactions in the place of a backup, in both folders; False where it does not know of them.

    It has another name then, so that there is never a file with the manifest of another. key: the journal's.
    now: seconds since 1970. Raises BackupLocked, BackupDamaged, DiskFull, ReadOnly, DiskTrouble; then the old one is there.
    """
    path = shelf.path(backup)
    if not _holds(path, key, ids):
        return False
    said = manifests.read(path.with_suffix(".json"))
    journal, slots = (said.journal, said.slots) if said else (shelf.journal_id, None)
    in_own, in_second = (folder and (folder / path.name).exists() for folder in (shelf.own, shelf.second))
    new = (shelf.own if in_own else path.parent) / f"{folders.free_name(backup.made, *shelf.folders)}.db"
    _rewrite(path, new, key, ids, Stamp(journal, backup.made, backup.occasion, slots, now))
    with told():
        if in_own and in_second:  # one of them may be damaged
            shelf.copy_to_second(new.stem)
        for folder in reversed(shelf.folders):
            folders.remove(folder, [backup.name])
    return True


def _holds(path: Path, key: bytes | None, ids: Collection[str]) -> bool:
    key = key_of(path, key, None)
    try:
        with told(), to_read(path, key) as connection:
            return holds_any(connection, ids)
    except JournalDamaged:
        raise BackupDamaged from None


def _rewrite(path: Path, new: Path, key: bytes | None, ids: Collection[str], stamp: Stamp) -> None:
    part = new.with_name(PART)
    key = key_of(path, key, None)
    look_through(path, key)
    with told():
        part.unlink(missing_ok=True)
        try:
            durable.copy_file(path, part)
            with to_change(part, key) as connection:
                connection.execute("BEGIN")
                take_out(connection, ids)
                connection.execute("COMMIT")
                connection.execute("VACUUM")  # nothing of what was there is left between the pages
            durable.sync_file(part)
            manifests.write(new.with_suffix(".json"), describe(part, key, stamp))
            durable.put_in_place(part, new)
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise
