"""A field for a time of day, as the locale writes it."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QLocale, Qt, QTime
from PySide6.QtWidgets import QLineEdit, QTimeEdit, QWidget

_AIR = 6  # pixels before the text: a style sheet's padding does not reach it here


class TimeField(QTimeEdit):
    """To the minute."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A time runs from the left in every language; Qt would turn 18:40 into 40:18.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
        if (line := self.findChild(QLineEdit)) is not None:
            line.setTextMargins(_AIR, 0, 0, 0)

    def at(self) -> time:
        """The time that is shown."""
        shown = self.time()
        return time(shown.hour(), shown.minute())

    def set_at(self, at: time) -> None:
        """Show another time."""
        self.setTime(QTime(at.hour, at.minute))
