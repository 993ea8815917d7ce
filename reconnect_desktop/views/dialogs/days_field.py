"""A number of days within a whole phrase."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from reconnect_desktop.domain.rhythm import DAYS
from reconnect_desktop.language import number


class DaysField(QSpinBox):
    """As many days as an interval may have: "every day", "every 7 days"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phrase: Callable[[int], str] = number
        self.setRange(DAYS.start, DAYS.stop - 1)
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self.setKeyboardTracking(False)  # while "14" is typed, 1 is not meant
        self.valueChanged.connect(self._follow)

    def set_phrase(self, phrase: Callable[[int], str]) -> None:
        """What is said of so many days; of a single one it may be said without the number."""
        self._phrase = phrase
        one = phrase(DAYS.start)
        self.setSpecialValueText("" if number(DAYS.start) in one else one)
        self._follow(self.value())

    def set_days(self, days: int) -> None:
        """Show another number, without telling anybody."""
        before = self.blockSignals(True)
        self.setValue(days)
        self.blockSignals(before)
        self._follow(days)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Who scrolls past does not mean this number."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _follow(self, days: int) -> None:
        """The words around the number are those for this one."""
        shown = days + 1 if days == DAYS.start and self.specialValueText() else days
        before, _, after = self._phrase(shown).partition(number(shown))
        self.setPrefix(before)
        self.setSuffix(after)
