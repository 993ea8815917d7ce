"""A choice that the wheel passes over, so that scrolling a page doesn't change what is chosen on it."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class StillBox(QComboBox):
    """Keys and clicks change it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to what is scrolled."""
        event.ignore()
