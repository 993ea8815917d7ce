"""The scroll area of the charts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class ChartScroll(QScrollArea):
    """Up and Down scroll; Left and Right are the page's. moved: something else can be seen of what is in it."""

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verticalScrollBar().valueChanged.connect(self.moved)

    def sees(self, widget: QWidget) -> bool:
        """Whether any of `widget`, which is somewhere inside, can be seen, or almost."""
        if not widget.isVisible():
            return False
        top = widget.mapTo(self.viewport(), widget.rect().topLeft()).y()
        height = self.viewport().height()
        air = height // 4  # what is about to come is drawn already
        return top < height + air and top + widget.height() > -air

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As any other, but for the keys that go back and forth in time."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room for more."""
        super().resizeEvent(event)
        self.moved.emit()
