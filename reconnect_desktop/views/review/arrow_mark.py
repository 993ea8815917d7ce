"""An arrow drawn as a shape: more, or less. It says which way, not whether that is good."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reconnect_desktop.domain.review.month_review import Arrow
from reconnect_desktop.views.kit.ink import fill
from reconnect_desktop.views.kit.look import Look


class ArrowMark(QWidget):
    """Read by the words beside it, so silent to screen readers."""

    heard_as = "Whitespace"

    def __init__(self, look: Look, arrow: Arrow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._arrow = look, arrow
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """About as high as a small letter."""
        side = max(8, round(self.fontMetrics().xHeight() * 1.2))
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A triangle, its point up or down."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = float(self.width()), float(self.height())
        foot, point = (height, height * 0.1) if self._arrow is Arrow.MORE else (0.0, height * 0.9)
        shape = QPainterPath(QPointF(0, foot))
        shape.lineTo(width, foot)
        shape.lineTo(width / 2, point)
        shape.closeSubpath()
        fill(painter, shape, self._look.colour("text"))
        painter.end()
