"""The data key kept by the system's own keyring, for those who chose so: a cache, by which nothing is lost when it is gone.

A mark in the journal's folder says that there may be one, so that nobody else's keyring is asked, which may ask for a password
in turn. Each function may take long, as the system pleases.
"""

from __future__ import annotations

import base64
import hashlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reconnect_desktop.storage.connection import FILE_NAME, KEY_BYTES

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

MARK: Final = "remembered"
_SERVICE: Final = "reconnect-desktop"
# Those of the systems themselves, which keep what they are given encrypted; others may write it as plain text.
_TRUSTED: Final = frozenset(
    f"keyring.backends.{name}" for name in ("SecretService", "libsecret", "kwallet", "macOS", "Windows")
)


def can_remember() -> bool:
    """Whether there is a keyring that keeps a secret."""
    return _keyring() is not None


def remember(folder: Path, key: bytes) -> bool:
    """Hand the key over; whether it is kept."""
    keyring = _keyring()
    if keyring is None:
        return False
    try:
        (folder / MARK).touch(0o600)
        keyring.set_password(_SERVICE, _account(folder), base64.b64encode(key).decode())
    except Exception:  # noqa: BLE001 - a keyring may raise whatever it likes
        return False
    return _asked(folder) == key


def recall(folder: Path) -> bytes | None:
    """The key, if it is kept and opens the journal, which must not be open in this process."""
    key = _asked(folder)
    if key is None:
        return None
    from reconnect_desktop.storage.reencrypting import opens

    return key if opens(folder / FILE_NAME, key) else None


def is_remembered(folder: Path) -> bool:
    """Whether a key was handed over, and not taken back; the keyring is not asked."""
    return (folder / MARK).exists()


def forget(folder: Path) -> bool:
    """Take the key back; whether none is kept any more. Without one, the keyring is not asked."""
    if not is_remembered(folder):
        return True
    with suppress(OSError):
        (folder / MARK).unlink()
    keyring = _keyring()
    if keyring is None:
        return False
    with suppress(Exception):
        keyring.delete_password(_SERVICE, _account(folder))
    try:
        return keyring.get_password(_SERVICE, _account(folder)) is None
    except Exception:  # noqa: BLE001 - as above
        return False


def _asked(folder: Path) -> bytes | None:
    keyring = _keyring() if is_remembered(folder) else None
    if keyring is None:
        return None
    try:
        key = base64.b64decode(keyring.get_password(_SERVICE, _account(folder)) or "", validate=True)
    except Exception:  # noqa: BLE001 - as above
        return None
    return key if len(key) == KEY_BYTES else None


def _account(folder: Path) -> str:
    """One for each journal; the folder's name may say too much."""
    return hashlib.blake2b(str(folder.resolve()).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _keyring() -> KeyringBackend | None:
    """The first that is trusted: the one in use, or one of those that it stands for."""
    try:
        import keyring

        used = keyring.get_keyring()
        return next((one for one in (used, *getattr(used, "backends", ())) if _is_trusted(one)), None)
    except Exception:  # noqa: BLE001 - as above; and it may not be installed
        return None


def _is_trusted(one: KeyringBackend) -> bool:
    return any(kind.__module__ in _TRUSTED for kind in type(one).__mro__)
