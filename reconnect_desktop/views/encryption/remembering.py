"""The key in the system's keyring, asked in threads that nothing waits for: the keyring may ask for its own passphrase first."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal


class Remembering(QObject):
    """found: whether there is a keyring to be trusted. kept, dropped: whether what was asked for was done."""

    found = Signal(bool)
    kept = Signal(bool)
    dropped = Signal(bool)

    def look(self) -> None:
        """Look for a keyring."""
        from reconnect_desktop.storage.remembered import can_remember

        _aside(can_remember, self.found.emit)

    def remember(self, folder: Path, key: bytes) -> None:
        """Hand the key over."""
        from reconnect_desktop.storage.remembered import remember

        _aside(lambda: remember(folder, key), self.kept.emit)

    def forget(self, folder: Path) -> None:
        """Take it back."""
        from reconnect_desktop.storage.remembered import forget

        _aside(lambda: forget(folder), self.dropped.emit)


def forget_soon(folder: Path) -> None:
    """Take the key of this journal back, if there is one; nobody is told."""
    from reconnect_desktop.storage.remembered import forget

    _aside(lambda: forget(folder), lambda _: None)


def _aside(work: Callable[[], bool], tell: Callable[[bool], object]) -> None:
    def ask() -> None:
        answer = work()
        with suppress(RuntimeError):  # the window that asked may be gone
            tell(answer)

    threading.Thread(target=ask, name="keyring", daemon=True).start()
