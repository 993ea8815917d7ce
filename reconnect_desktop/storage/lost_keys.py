"""The keys of an encrypted journal whose own files with them may be damaged or gone: each backup carries them as well."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from reconnect_desktop.domain.backups import Place
from reconnect_desktop.domain.errors import KeysDamaged, MistypedKey, UserError, WrongPassphrase
from reconnect_desktop.storage import key_files
from reconnect_desktop.storage.backups import folder as folders
from reconnect_desktop.storage.backups import manifest as manifests
from reconnect_desktop.storage.connection import FILE_NAME, PLAIN_HEADER
from reconnect_desktop.storage.trouble import told
from reconnect_desktop.storage.vault import Vault, key_id, unwrap


def is_sealed(folder: Path) -> bool:
    """Whether what is in this journal's folder needs a passphrase, as far as can be told of a damaged or missing file."""
    file = folder / FILE_NAME
    with told():
        if file.is_file() and file.stat().st_size:
            with file.open("rb") as opened:
                if opened.read(len(PLAIN_HEADER)) == PLAIN_HEADER:
                    return False
        backups = folders.backups_in(folder / folders.FOLDER, Place.JOURNAL)
        return key_files.there(folder) or bool(backups and backups[0].encrypted)


def unwrapped(folder: Path, typed: str) -> tuple[bytes, ...]:
    """The data keys that a passphrase or recovery key unwraps, from the journal's own key files or else from the newest backup that has some.

    Raises WrongPassphrase, MistypedKey, KeysDamaged.
    """
    trouble: type[UserError] = KeysDamaged
    for vault in _vaults(folder):
        try:
            return unwrap(vault, typed)
        except WrongPassphrase as error:
            if trouble is not MistypedKey:
                trouble = type(error)
    raise trouble


def make_sure(folder: Path, key: bytes) -> None:
    """Keep wrapped forms of this data key beside the journal, as a backup has them where there are none. Raises KeysDamaged."""
    with suppress(KeysDamaged):
        vault = key_files.read(folder)
        if vault is not None and vault.of_key(key_id(key)).slots:
            return
    for vault in _of_backups(folder):
        if found := vault.of_key(key_id(key)).slots:
            key_files.write(folder, Vault(found))
            return
    raise KeysDamaged


def _vaults(folder: Path) -> Iterator[Vault]:
    with suppress(KeysDamaged):
        vault = key_files.read(folder)
        if vault is not None:
            yield vault
            return
    yield from _of_backups(folder)


def _of_backups(folder: Path) -> Iterator[Vault]:
    """Each once, the newest first: to try one takes some tenths of a second."""
    seen: list[Vault] = []
    for backup in folders.backups_in(folder / folders.FOLDER, Place.JOURNAL):
        said = manifests.read(folder / folders.FOLDER / f"{backup.name}.json")
        with suppress(UserError):
            vault = Vault.from_plain(said.slots if said else None)
            if vault not in seen:
                seen.append(vault)
                yield vault
