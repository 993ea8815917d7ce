"""The two files with the wrapped keys, beside the journal: keys.json, and keys.json.bak, which is equal to it."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Final

from reconnect_desktop.domain.errors import KeysDamaged, UserError
from reconnect_desktop.durable import sync_folder, write_bytes
from reconnect_desktop.storage.connection import KEY_FILES
from reconnect_desktop.storage.trouble import told
from reconnect_desktop.storage.vault import Vault, key_id

FIRST, SECOND = KEY_FILES
_BYTES_MOST: Final = 64 * 1024


def there(folder: Path) -> bool:
    """Whether the journal in `folder` has, or had, keys."""
    return (folder / FIRST).exists() or (folder / SECOND).exists()


def read(folder: Path) -> Vault | None:
    """What keys.json holds, or else its copy; None where there is neither.

    Raises KeysDamaged, JournalTooNew, and where neither can be read at all what the disk raises.
    """
    troubles: list[Exception] = []
    with told():
        for name in (FIRST, SECOND):
            try:
                return _read(folder / name)
            except FileNotFoundError:
                continue
            except (KeysDamaged, OSError) as error:
                troubles.append(error)
        if troubles:
            raise troubles[0]
    return None


def write(folder: Path, vault: Vault) -> None:
    """Keep these slots, durably. Raises UserErrors; then those of before are in force.

    The copy comes first: whatever fails or breaks off before keys.json itself is in place has changed nothing.
    """
    first, data = folder / FIRST, _bytes(vault)
    with told():
        before = first.read_bytes() if first.exists() else None
        write_bytes(folder / SECOND, data)
        try:
            write_bytes(first, data)
        except OSError:
            _put_back(first, before)
            if not _holds(first, vault):
                raise


def _put_back(path: Path, before: bytes | None) -> None:
    """What was written may have come to its place, and only not for certain."""
    with suppress(OSError):
        if before is None:
            path.unlink(missing_ok=True)
        else:
            write_bytes(path, before)


def remove(folder: Path) -> None:
    """Let go of both. Raises UserErrors."""
    with told():
        for name in (SECOND, FIRST):
            (folder / name).unlink(missing_ok=True)
        sync_folder(folder)


def settle(folder: Path, key: bytes) -> None:
    """Make both copies equal again, and drop what a change that broke off left of another data key.

    key: the one that opens the journal, which must be open, so that nobody else is at it. It can wait: errors are passed over.
    """
    with suppress(UserError):
        vault = read(folder)
        kept = vault.of_key(key_id(key)) if vault else Vault(())
        if kept.slots and not all(_holds(folder / name, kept) for name in (FIRST, SECOND)):
            write(folder, kept)


def _holds(path: Path, vault: Vault) -> bool:
    try:
        return _read(path) == vault
    except (KeysDamaged, OSError):
        return False


def _read(path: Path) -> Vault:
    with path.open("rb") as file:
        data = file.read(_BYTES_MOST + 1)
    if len(data) > _BYTES_MOST:
        raise KeysDamaged
    try:
        plain = json.loads(data)
    except (ValueError, RecursionError):
        raise KeysDamaged from None
    return Vault.from_plain(plain)


def _bytes(vault: Vault) -> bytes:
    return (json.dumps(vault.to_plain(), indent=1) + "\n").encode()
