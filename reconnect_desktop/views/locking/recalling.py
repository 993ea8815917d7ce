"""Asks this computer's keyring for the journal's key, in a thread that nothing waits for: it may ask for a passphrase of its own."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

_PATIENCE = (
    1_500  # milliseconds for the system's keyring, which may itself be locked, before the page asks, too
)


class Recalling(QObject):
    """recalled: in which turn it was asked, and the key, or None. tired: the turn in which there was no answer so far."""

    recalled = Signal(int, object)
    tired = Signal(int)
    _answered = Signal(int, object)  # from the thread

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._answered.connect(self.recalled)

    def ask(self, folder: Path, turn: int) -> None:
        """Look whether this computer remembers the key of the journal in `folder`."""

        def ask_keyring() -> None:
            from reconnect_desktop.storage.remembered import recall

            self._answered.emit(turn, recall(folder))

        threading.Thread(target=ask_keyring, name="keyring", daemon=True).start()
        QTimer.singleShot(_PATIENCE, self, lambda: self.tired.emit(turn))
