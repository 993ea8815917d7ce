"""The second folder for backups: whether one that was chosen can be used, and how a backup gets there."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from reconnect_desktop import durable
from reconnect_desktop.domain.backups import Backup, SecondFolder
from reconnect_desktop.domain.errors import BackupDamaged, Invalid, ReadOnly, Why
from reconnect_desktop.storage.backups import manifest as manifests
from reconnect_desktop.storage.backups.contents import sha256
from reconnect_desktop.storage.backups.copying import PART
from reconnect_desktop.storage.backups.folder import remove_parts
from reconnect_desktop.storage.trouble import told

_ROOM_TO_SPARE = 1 << 20  # bytes


def check_folder(chosen: Path, journal: Path) -> None:
    """Make sure that files can be written to `chosen`, and that it is not in the journal's own folder `journal`.

    Raises Invalid("backup_folder"), ReadOnly, DiskFull, DiskTrouble.
    """
    with told():
        if not chosen.is_dir():
            raise ReadOnly
        if chosen.resolve().is_relative_to(journal.resolve()):
            raise Invalid("backup_folder", Why.REPEATED)
        with tempfile.NamedTemporaryFile(prefix=".reconnect-", suffix=".part", dir=chosen) as file:
            file.write(b"?")
            file.flush()


def place_in(chosen: str, journal_id: str | None) -> Path | None:
    """The folder of this journal's own backups in the one that was chosen; None while that is not there.

    Each journal has one of its own, for a stick may hold those of several, and files of other kinds.
    """
    folder = Path(chosen)
    try:
        there = journal_id is not None and folder.is_absolute() and folder.is_dir()
    except (OSError, ValueError):
        there = False
    return folder / f"reconnect-{journal_id}" if there else None


def state_of(chosen: str, place: Path | None, newest: Backup | None) -> SecondFolder:
    """How it is with it. chosen: as in the setting; place: as from `place_in`; newest: of the first folder."""
    if not chosen:
        return SecondFolder.NONE
    if place is None:
        return SecondFolder.MISSING
    if newest is None:
        return SecondFolder.NONE
    try:
        if (place / f"{newest.name}.db").is_file():
            return SecondFolder.CURRENT
        nearest = place if place.is_dir() else place.parent
        if not os.access(nearest, os.W_OK | os.X_OK):
            return SecondFolder.UNWRITABLE
        free = shutil.disk_usage(nearest).free
    except OSError:
        return SecondFolder.MISSING
    return SecondFolder.BEHIND if free > newest.size + _ROOM_TO_SPARE else SecondFolder.FULL


def copy_there(backup: Path, place: Path) -> None:
    """Copy a finished backup and its manifest to another folder, durably, and read it again.

    Raises BackupDamaged where it is not what its manifest says, DiskFull, ReadOnly, DiskTrouble; then nothing was added.
    """
    said = manifests.read(backup.with_suffix(".json"))
    if said is None:
        raise BackupDamaged
    part = place / PART
    with told():
        durable.make_folder(place)
        remove_parts(place)
        try:
            durable.copy_file(backup, part)
            _compare(part, said.sha256)
            manifests.write(place / f"{backup.stem}.json", said)
            durable.put_in_place(part, place / backup.name)
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise


def _compare(part: Path, wanted: str) -> None:
    if sys.platform == "linux":  # so that it is read from there, not from what is kept of it in memory
        with part.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    if sha256(part) != wanted:
        raise BackupDamaged
