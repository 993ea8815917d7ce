"""A number of days, with the words before and after it."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from reconnect_desktop.domain.rhythm import DAYS
from reconnect_desktop.language import tr_n


class DaysField(QSpinBox):
    """As many days as an interval may have: "every 7 days"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(DAYS.start, DAYS.stop - 1)
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self.setKeyboardTracking(False)  # while "14" is typed, 1 is not meant
        self.valueChanged.connect(self._follow)
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
        self.setSuffix(tr_n(" day", " days", days))
