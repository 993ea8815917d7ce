"""The two circles as a picture of their own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reconnect_desktop.output.sentences import closeness_word
from reconnect_desktop.views.kit.circles_figure import paint_circles
from reconnect_desktop.views.kit.look import Look


class CirclesFigure(QWidget):
    """Shows one closeness; without one it takes no room."""

    heard_as = "Graphic"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._closeness: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_closeness(self, closeness: int | None, look: Look) -> None:
        """Draw this one, or nothing."""
        self._closeness, self._look = closeness, look
        self.setVisible(closeness is not None)
        self.setAccessibleName(closeness_word(closeness) if closeness is not None else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Twice as wide as high."""
        return QSize(260, 132)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The figure."""
        if self._look is None or self._closeness is None:
            return
        painter = QPainter(self)
        paint_circles(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), self._closeness, self._look)
        painter.end()
