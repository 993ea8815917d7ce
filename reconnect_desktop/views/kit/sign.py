"""The two circles as a quiet picture, for places that are still empty."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reconnect_desktop.views.kit.circles import Strength, paint_circles
from reconnect_desktop.views.kit.look import Look

_EMPTY = Strength(disc=0.10, lens=0.16, outline=0.0)


class Sign(QWidget):
    """You and her, waiting to be filled: pale discs in dashed outlines."""

    lines_high = 6  # lines of text

    heard_as = "Whitespace"

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As high as so many lines of text, and these not too small."""
        height = self.lines_high * max(16, self.fontMetrics().height())
        return QSize(2 * height, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them in the middle."""
        painter = QPainter(self)
        paint_circles(painter, QRectF(self.rect()), 4.0, self._look, ghost=4.0, strength=_EMPTY)
        painter.end()
