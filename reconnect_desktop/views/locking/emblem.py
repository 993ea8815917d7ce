"""The sign of the app, on pages that show nothing else."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reconnect_desktop.views.kit.circles_figure import paint_circles
from reconnect_desktop.views.kit.look import Look

_DRAWN = 4.0  # neither apart nor one: it says nothing of how it is
_LINES = 5  # of text, as which it is high


class Emblem(QWidget):
    """Two circles in the middle of its width."""

    heard_as = "Whitespace"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Its colours, now and after a change."""
        self._look = look
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """It grows with the text."""
        height = _LINES * max(16, self.fontMetrics().height())
        return QSize(2 * height, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        if self._look is not None:
            painter = QPainter(self)
            paint_circles(painter, QRectF(self.rect()), _DRAWN, self._look)
            painter.end()
