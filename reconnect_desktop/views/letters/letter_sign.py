"""The two circles with a letter between them, for the page that has none yet."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from reconnect_desktop.views.kit.ink import pen, tint
from reconnect_desktop.views.kit.sign import Sign

_LINES = (0.62, 0.78, 0.70, 0.40)  # how long the lines of the letter are, as parts of its width


class LetterSign(Sign):
    """You and her, pale in dashed outlines, and where they overlap a few written lines."""

    lines_high = 7

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write over the circles."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        self._paint_lines(painter, whole.center(), whole.height() * 0.46)
        painter.end()

    def _paint_lines(self, painter: QPainter, middle: QPointF, width: float) -> None:
        """Written from the left, as on a page; their ends differ as those of real lines do."""
        from PySide6.QtCore import Qt

        ink = pen(tint(self._look.colour("accent"), 0.85), max(2.0, width / 26))
        ink.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(ink)
        step = width * 0.2
        left, top = middle.x() - width * 0.39, middle.y() - step * 1.5
        for at, length in enumerate(_LINES):
            y = top + at * step
            painter.drawLine(QPointF(left, y), QPointF(left + width * length, y))
