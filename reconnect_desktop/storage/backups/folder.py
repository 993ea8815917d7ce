"""A folder of backups: which there are, what they are called, and how one goes."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from reconnect_desktop import durable
from reconnect_desktop.domain.backups import Backup, Occasion, Place
from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.storage import key_files
from reconnect_desktop.storage.backups import manifest as manifests
from reconnect_desktop.storage.connection import APPLICATION_ID, PLAIN_HEADER
from reconnect_desktop.storage.trouble import told
from reconnect_desktop.storage.vault import Vault, key_id

FOLDER = "backups"  # in the journal's own
_MOMENT = "%Y-%m-%dT%H%M%SZ"


def backups_in(folder: Path, place: Place) -> list[Backup]:
    """Those that lie there, newest first; none where there is no such folder. A link is none: it may lead to an open journal.

    Raises ReadOnly, DiskTrouble.
    """
    with told():
        if not folder.is_dir():
            return []
        found = []
        for path in folder.glob("*.db"):
            with suppress(FileNotFoundError):  # thinned or deleted meanwhile
                if path.is_file() and not path.is_symlink():
                    found.append(_backup(path, place))
    return newest_first(found)


def newest_first(backups: list[Backup]) -> list[Backup]:
    """By the moment they were made; the tenth of one second is longer in its name, and newer than the ninth."""
    return sorted(backups, key=lambda one: (one.made, len(one.name), one.name), reverse=True)


def free_name(made: int, *folders: Path) -> str:
    """A name that no backup in any of these folders has, made of the moment (seconds since 1970, UTC)."""
    moment = datetime.fromtimestamp(made, UTC).strftime(_MOMENT)
    name, number = moment, 1
    while any((folder / f"{name}{ending}").exists() for folder in folders for ending in (".db", ".json")):
        number += 1
        name = f"{moment}-{number}"
    return name


def journal_id(folder: Path) -> str | None:
    """The id that the backups in this folder share; None where there is none."""
    for path in sorted(folder.glob("*.json"), reverse=True):
        told_there = manifests.read(path)
        if told_there is not None:
            return told_there.journal
    return None


def slots(journal_folder: Path, folder: Path, key: bytes | None) -> dict[str, object] | None:
    """The wrapped forms of this data key, for a backup to carry; where the journal's own are damaged, as a backup has them."""
    if key is None:
        return None
    with suppress(UserError):
        vault = key_files.read(journal_folder)
        if vault is not None:
            return vault.of_key(key_id(key)).to_plain()
    for path in sorted(folder.glob("*.json"), reverse=True):
        said = manifests.read(path)
        with suppress(UserError):
            if said is not None and Vault.from_plain(said.slots).of_key(key_id(key)).slots:
                return said.slots
    return None


def remove(folder: Path, names: Iterable[str]) -> int:
    """Take backups away, with their manifests; tells how many were there. Raises OSError."""
    found = 0
    for name in names:
        file = folder / f"{name}.db"
        found += file.exists()
        file.unlink(missing_ok=True)  # first: without its manifest it would only look unverified
        file.with_suffix(".json").unlink(missing_ok=True)
    if found:
        durable.sync_folder(folder)
    return found


def remove_parts(folder: Path) -> None:
    """Take away what was left half written when the computer stopped. Raises OSError."""
    for path in folder.glob("*.part"):
        path.unlink(missing_ok=True)


def _backup(path: Path, place: Place) -> Backup:
    found = manifests.read(path.with_suffix(".json"))
    if found is not None:
        return found.backup(path.stem, place)
    version = plain_version(path)
    return Backup(
        name=path.stem,
        made=_moment(path),
        occasion=Occasion.ASKED,
        place=place,
        interactions=None,
        size=path.stat().st_size,
        schema=version or 0,
        encrypted=version is None,
        verified=None,
    )


def _moment(path: Path) -> int:
    """When it was made, as its name says, or else the file's own date."""
    try:
        moment = datetime.strptime(path.stem[:18], _MOMENT).replace(tzinfo=UTC)
        return max(0, int(moment.timestamp()))
    except ValueError:
        return max(0, int(path.stat().st_mtime))


def plain_version(path: Path) -> int | None:
    """The schema's version, as the file's first bytes tell; 0 for one of another program, None for one that needs a key."""
    with path.open("rb") as file:
        header = file.read(100)
    if not header.startswith(PLAIN_HEADER) or len(header) < 100:
        return None
    version, application = struct.unpack(">60xi4xi28x", header)
    return int(version) if application == APPLICATION_ID else 0
