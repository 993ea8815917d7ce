"""A line for a passphrase or a key: hidden, unless it is asked to show what is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from reconnect_desktop.views.kit.copied_secret import clear_selection

_HINTS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class SecretField(QLineEdit):
    """No keyboard shall learn from it, and `wipe` leaves nothing to take back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_letters(False)

    def show_letters(self, shown: bool) -> None:
        """Show what is typed, or dots in its place."""
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        self.setInputMethodHints(_HINTS if shown else _HINTS | Qt.InputMethodHint.ImhHiddenText)

    def wipe(self) -> None:
        """Empty it, and its own undo with it; and what was marked in it while its letters were shown."""
        clear_selection()
        self.setText("")
