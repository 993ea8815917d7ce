"""The file that somebody means, one of ours or from anywhere, and the key that opens it."""

from __future__ import annotations

import errno
from contextlib import suppress
from pathlib import Path

from reconnect_desktop.domain.errors import (
    BackupDamaged,
    BackupLocked,
    NoSuchBackup,
    UnknownFormat,
    UnsafeFile,
)
from reconnect_desktop.storage import key_files
from reconnect_desktop.storage.backups import manifest as manifests
from reconnect_desktop.storage.backups.contents import opens, sha256
from reconnect_desktop.storage.backups.folder import plain_version
from reconnect_desktop.storage.backups.opening import to_read
from reconnect_desktop.storage.backups.reading import BYTES_MOST, candidate_keys
from reconnect_desktop.storage.backups.shelf import Shelf
from reconnect_desktop.storage.connection import FILE_NAME
from reconnect_desktop.storage.trouble import told

_PAGE = 4096  # bytes; an encrypted file has whole pages


def file_of(chosen: str | Path, shelf: Shelf) -> Path:
    """The file of the backup of this name, or of a path, where the manifest may have been meant as well.

    The open journal is none: nobody may open it a second time. Raises NoSuchBackup, ReadOnly, DiskTrouble.
    """
    with suppress(NoSuchBackup):
        return shelf.path(shelf.find(str(chosen)))
    with (
        told(),
        suppress(FileNotFoundError, NotADirectoryError, ValueError, RuntimeError),
    ):  # the last: nobody's home
        path = Path(chosen).expanduser().absolute()
        file = path.with_suffix(".db") if path.suffix == ".json" else path
        try:
            if file.is_file() and not file.samefile(shelf.journal_folder / FILE_NAME):
                return file
        except OSError as error:
            if error.errno != errno.ENAMETOOLONG:
                raise
    raise NoSuchBackup


def key_of(path: Path, key: bytes | None, typed: str | None) -> bytes | None:
    """The data key that opens the file; None for a plain one.

    key: the journal's. typed: a passphrase or recovery key, for one that has another; its wrapped keys are in the
    manifest beside it, or, of a journal from elsewhere, in its keys.json.
    Raises BackupLocked, WrongPassphrase, KeysDamaged, BackupDamaged, UnknownFormat, UnsafeFile (too large), DiskTrouble.
    """
    said = manifests.read(path.with_suffix(".json"))
    with told():
        if path.stat().st_size > BYTES_MOST:
            raise UnsafeFile
        version = plain_version(path)
        if version is not None or (said is not None and not said.encrypted):
            if said is None and version == 0:
                raise UnknownFormat
            return None
        slots = said.slots if said else _slots_beside(path)
        for candidate in candidate_keys(slots, key, typed):
            with to_read(path, candidate) as connection:
                if opens(connection):
                    return candidate
        if said is not None and sha256(path) != said.sha256:
            raise BackupDamaged
        pages, rest = divmod(path.stat().st_size, _PAGE)
    raise BackupLocked if said or slots or (pages and not rest) else UnknownFormat


def _slots_beside(path: Path) -> dict[str, object] | None:
    vault = key_files.read(path.parent)
    return vault.to_plain() if vault else None
