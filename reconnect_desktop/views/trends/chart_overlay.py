"""What lies over a chart's picture: the ring around a place, and a small card that says what is there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from reconnect_desktop.views.kit.ink import box, fill, pen, stroke, tint
from reconnect_desktop.views.kit.look import Look

_RING = 7.0  # pixels, its radius
_AIR = 10.0  # within the card
_GAP = 14.0  # between place and card
_WIDEST = 320.0
_LEADING = 2.0  # pixels between lines
_FLAGS = int(Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeading.value)


def paint_ring(painter: QPainter, middle: QPointF, reach: QPointF | None, look: Look) -> None:
    """Around a dot, or along the edge of a bar or a cell that reaches so far."""
    colour = look.colour("text")
    if reach is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for radius, role, width in ((_RING, "surface", 4.0), (_RING, "text", 2.0)):
            painter.setPen(pen(look.colour(role), width))
            painter.drawEllipse(middle, radius, radius)
        return
    edge = QRectF(middle - reach, middle + reach).normalized().adjusted(-1, -1, 1, 1)
    stroke(painter, box(edge, 2.0), colour, 2.0)


def paint_card(painter: QPainter, around: QRectF, middle: QPointF, lines: Sequence[str], look: Look) -> None:
    """The lines, the first as a heading, beside `middle` and within `around`; right of it or left, where there is room."""
    card = _Card(painter.font(), lines)
    place = _place(card.size, around, middle)
    shape = box(place, 8.0)
    fill(painter, box(place.translated(0, 2), 8.0), tint(look.colour("text"), 0.12))
    fill(painter, shape, look.colour("surface"))
    stroke(painter, shape, look.colour("control"), 1.0)
    card.write(painter, place, look)


class _Card:
    """The lines as they fit: each on one line of its own, the last may take several."""

    def __init__(self, font: QFont, lines: Sequence[str]) -> None:
        self._heading = QFont(font)
        self._heading.setWeight(QFont.Weight.DemiBold)
        self._font = font
        self._lines = [(self._heading if place == 0 else font, line) for place, line in enumerate(lines)]
        self._boxes = [self._box(*line) for line in self._lines]
        width = max((each.width() for each in self._boxes), default=0.0)
        height = sum(each.height() + _LEADING for each in self._boxes) - _LEADING
        self.size = QSizeF(width + 2 * _AIR, height + 2 * _AIR)

    def write(self, painter: QPainter, place: QRectF, look: Look) -> None:
        """Put the words into `place`."""
        top = place.top() + _AIR
        for number, ((font, line), size) in enumerate(zip(self._lines, self._boxes, strict=True)):
            painter.setFont(font)
            painter.setPen(look.colour("text" if number < 2 else "muted"))
            area = QRectF(place.left() + _AIR, top, size.width() + 1, size.height())
            painter.drawText(area, _FLAGS, line)
            top += size.height() + _LEADING

    def _box(self, font: QFont, line: str) -> QSizeF:
        room = QRectF(0, 0, _WIDEST, 10_000)
        return QFontMetricsF(font).boundingRect(room, _FLAGS, line).size()


def _place(size: QSizeF, around: QRectF, middle: QPointF) -> QRectF:
    left = middle.x() + _GAP
    if left + size.width() > around.right():
        left = middle.x() - _GAP - size.width()
    top = middle.y() - _GAP - size.height()
    if top < around.top():
        top = middle.y() + _GAP
    left = max(around.left(), min(left, around.right() - size.width()))
    top = max(around.top(), min(top, around.bottom() - size.height()))
    return QRectF(QPointF(left, top), size)
