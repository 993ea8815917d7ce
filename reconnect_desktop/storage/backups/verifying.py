"""Is a backup still what was written? Each is read as a whole when it is made, and an older one at each start."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from reconnect_desktop.domain.backups import Backup
from reconnect_desktop.domain.errors import BackupDamaged, BackupLocked
from reconnect_desktop.storage.backups import manifest as manifests
from reconnect_desktop.storage.backups.contents import is_plain, look_through, sha256
from reconnect_desktop.storage.backups.copying import Stamp, describe
from reconnect_desktop.storage.backups.manifest import Manifest
from reconnect_desktop.storage.trouble import told


def look_again(path: Path, backup: Backup, key: bytes | None, stamp: Stamp) -> Backup:
    """Read a backup as a whole, and note in its manifest what came of it. path: its file. stamp: for one that lost its own.

    Of one that has another key than `key`, the bytes are compared with what they were when it could be read; where
    its manifest is gone as well, BackupLocked is raised.
    Raises BackupDamaged (which is noted, too, where there is a manifest that can be written), ReadOnly, DiskTrouble.
    """
    said = manifests.read(path.with_suffix(".json"))
    with told():
        try:
            if said is None:
                said = describe(path, key, stamp)
            else:
                _make_sure(path, key, said)
        except BackupDamaged:
            if said is not None:
                with suppress(OSError):
                    manifests.write(path.with_suffix(".json"), replace(said, verified=None, damaged=True))
            raise
        found = replace(said, verified=stamp.looked_at, damaged=False)
        manifests.write(path.with_suffix(".json"), found)
    return found.backup(backup.name, backup.place)


def make_sure(path: Path, key: bytes | None) -> None:
    """Raise BackupDamaged unless the file, which `key` opens, is what was written: as its manifest says, or without one."""
    said = manifests.read(path.with_suffix(".json"))
    with told():
        if said is None:
            look_through(path, key)
        else:
            _make_sure(path, key, said)


def _make_sure(path: Path, key: bytes | None, said: Manifest) -> None:
    if path.stat().st_size != said.size or sha256(path) != said.sha256:
        raise BackupDamaged
    if said.encrypted and key is None and not is_plain(path):
        return
    try:
        found = look_through(path, key)
    except BackupLocked:
        return
    if (found.digest, found.interactions) != (said.digest, said.interactions):
        raise BackupDamaged
