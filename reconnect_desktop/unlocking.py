"""From what is typed to the key that opens the journal."""

from __future__ import annotations

from pathlib import Path

from reconnect_desktop.domain.errors import KeysDamaged, WrongPassphrase
from reconnect_desktop.storage import key_files
from reconnect_desktop.storage.connection import FILE_NAME, PLAIN_HEADER
from reconnect_desktop.storage.trouble import told
from reconnect_desktop.storage.vault import key_id, unwrap


def is_encrypted(folder: Path) -> bool:
    """Whether a passphrase is needed to open the journal in `folder`.

    It must not be open in this process, for looking into the file drops SQLite's locks. Raises ReadOnly, DiskTrouble.
    """
    with told():
        return key_files.there(folder) and (folder / FILE_NAME).is_file() and not is_plain(folder)


def is_plain(folder: Path) -> bool:
    """Whether there is a journal in `folder` that opens without a key, with keys beside it or not; the rest as of `is_encrypted`."""
    file = folder / FILE_NAME
    with told():
        if not file.is_file():
            return False
        with file.open("rb") as opened:
            return opened.read(len(PLAIN_HEADER)) == PLAIN_HEADER


def unlock(folder: Path, typed: str) -> bytes:
    """The data key, for `Journal.open`, by the passphrase or the recovery key; some tenths of a second, nearly all of it derivation.

    The journal must not be open in this process. Raises WrongPassphrase, KeysDamaged, JournalTooNew, and UserErrors of the disk.
    Nothing is written: `Journal.open` makes both copies of the keys equal again.
    """
    vault = key_files.read(folder)
    if vault is None:
        raise KeysDamaged
    candidates = unwrap(vault, typed)
    ids = {slot.key_id for slot in vault.slots}
    return candidates[0] if len(ids) == 1 else _fitting(folder, candidates, ids)


def _fitting(folder: Path, candidates: tuple[bytes, ...], ids: set[str]) -> bytes:
    """Of several keys, as a change that broke off leaves them, the one that opens the file."""
    from reconnect_desktop.storage.reencrypting import opens

    for key in candidates:
        if opens(folder / FILE_NAME, key):
            return key
    if {key_id(key) for key in candidates} != ids:
        raise WrongPassphrase  # of the key that the file is not encrypted with
    return candidates[0]  # the file is damaged, which is told when it is opened
