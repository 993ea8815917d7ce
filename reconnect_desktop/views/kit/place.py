"""A place in a window that takes room only while something is shown in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Place(QWidget):
    """A column with margins, hidden as long as all that was put into it is."""

    def __init__(self, margins: QMargins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(margins)
        self._column.setSpacing(8)
        self._held: list[QWidget] = []
        self.hide()

    def put(self, widget: QWidget) -> None:
        """Give `widget` a place above those that were put here before."""
        self._column.insertWidget(0, widget)
        self._held.append(widget)
        widget.installEventFilter(self)
        self._follow()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """One of them was shown or hidden."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._follow()
        return False

    def _follow(self) -> None:
        self.setVisible(any(not widget.isHidden() for widget in self._held))
