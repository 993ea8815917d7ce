"""A field for a length, written as people write it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.domain.measures import MINUTES

STEP = 5  # minutes


class MinutesField(QLineEdit):
    """Takes "25", "1:15", "1.5 h"; Up and Down go by five minutes; empty means unknown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(20)

    def minutes(self) -> int | None:
        """The length in minutes, or None where it is left open. Raises Invalid."""
        from reconnect_desktop.domain.length import parse_minutes  # its patterns take a while to make

        return parse_minutes(self.text())

    def set_minutes(self, minutes: int | None) -> None:
        """Show so many minutes, or nothing."""
        self.setText("" if minutes is None else str(minutes))

    def sizeHint(self) -> QSize:
        """Room for the longest thing people write."""
        return QSize(self.fontMetrics().horizontalAdvance("1 h 45 min") + 40, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down step to the next multiple of five."""
        from PySide6.QtCore import Qt

        step = {Qt.Key.Key_Up: STEP, Qt.Key.Key_Down: -STEP}.get(Qt.Key(event.key()), 0)
        if not step or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        try:
            minutes = self.minutes() or 0
        except Invalid:
            return
        stepped = (minutes // STEP + 1) * STEP if step > 0 else (-(-minutes // STEP) - 1) * STEP
        self.setText(str(min(max(stepped, 0), MINUTES[-1])))
