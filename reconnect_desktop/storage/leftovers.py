"""What a change that broke off left in the journal's folder, cleared away when the journal is opened."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from reconnect_desktop.storage.connection import FILE_NAME


def tidy(folder: Path, key: bytes | None) -> None:
    """Remove files that were never finished (one may hold the journal as plain text), and make both copies of the keys equal.

    The journal must be locked by this process, and `key` be the one that opens it. What can't be done is left for another time.
    """
    with suppress(OSError):
        for part in [*folder.glob(f"{FILE_NAME}.part*"), *folder.glob(".reconnect-*.part")]:
            part.unlink()
    if key is not None:
        from reconnect_desktop.storage.key_files import settle

        settle(folder, key)
