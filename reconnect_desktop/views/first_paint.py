"""Tells when a window has been painted for the first time: what can wait, waits for that."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget


class FirstPaint(QWidget):
    """Calls `then` once, from the event loop, after the first paint of `window`.

    A speck in the window's corner that is painted with it. (An event filter would do, but the first touch
    of QEvent makes its enums: 3 ms.)
    """

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then = then
        self._painted = False
        self.setGeometry(0, 0, 1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Nothing to paint: the window is there."""
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        self.deleteLater()
        self._then()
