"""A line to write in that keeps Ctrl+Z only as long as there is something of its own to take back."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class OneLine(QLineEdit):
    """QLineEdit would keep undo and redo to itself, also where nothing was typed: the window's would be out of reach."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What can't be taken back here is left to the window."""
        keys = QKeySequence.StandardKey
        undo = event.matches(keys.Undo) and not self.isUndoAvailable()
        redo = event.matches(keys.Redo) and not self.isRedoAvailable()
        if undo or redo:
            event.ignore()
        else:
            super().keyPressEvent(event)
