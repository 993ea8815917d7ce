"""The line that is searched by."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from reconnect_desktop.views.kit.one_line import OneLine

_ONWARDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class SearchLine(OneLine):
    """Esc clears, then leaves; Enter and Down go on to what was found.

    left: the user is done here.
    """

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See above; all else as ever."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Escape or event.key() in _ONWARDS:
            self.left.emit()
        else:
            super().keyPressEvent(event)
