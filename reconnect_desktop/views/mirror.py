"""Where one reads from the right, the wider margin of a layout is on its other side too: Qt mirrors all else by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLayout, QWidget


class Mirror(QObject):
    """Looks at each widget once, before it is shown. To be installed at the application."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swap the margins of what is about to be shown."""
        if event.type() == QEvent.Type.Polish and isinstance(watched, QWidget):
            for layout in watched.findChildren(QLayout):
                if layout.parentWidget() is watched:
                    _swap(layout)
        return False


def _swap(layout: QLayout) -> None:
    margins = layout.contentsMargins()
    if margins.left() != margins.right():
        layout.setContentsMargins(margins.right(), margins.top(), margins.left(), margins.bottom())
