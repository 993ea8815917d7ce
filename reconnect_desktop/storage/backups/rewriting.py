"""A backup without certain interactions: written anew beside it, found whole, and only then in its stead."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from reconnect_desktop import durable
from reconnect_desktop.domain.errors import BackupDamaged, JournalDamaged
from reconnect_desktop.storage.backups import manifest as manifests
from reconnect_desktop.storage.backups.choosing import key_of
from reconnect_desktop.storage.backups.contents import look_through
from reconnect_desktop.storage.backups.copying import PART, Stamp, copy_file, describe
from reconnect_desktop.storage.backups.opening import to_change, to_read
from reconnect_desktop.storage.taking_out import holds_any, take_out
from reconnect_desktop.storage.trouble import told


def holds(path: Path, key: bytes | None, ids: Collection[str]) -> bool:
    """Whether a backup knows of any of these. key: the journal's. Raises BackupLocked, BackupDamaged."""
    key = key_of(path, key, None)
    try:
        with told(), to_read(path, key) as connection:
            return holds_any(connection, ids)
    except JournalDamaged:
        raise BackupDamaged from None


def rewrite(path: Path, new: Path, key: bytes | None, ids: Collection[str], stamp: Stamp) -> None:
    """Write the backup at `path` to `new` without these interactions.

    The old one is left where it is. Raises BackupLocked, BackupDamaged, DiskFull, ReadOnly, DiskTrouble; then nothing was added.
    """
    part = new.with_name(PART)
    key = key_of(path, key, None)
    look_through(path, key)
    with told():
        try:
            copy_file(path, part)
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
