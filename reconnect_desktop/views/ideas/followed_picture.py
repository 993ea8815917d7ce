"""Closeness before and after, as two small figures side by side."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reconnect_desktop.views.kit.circles import paint_circles
from reconnect_desktop.views.kit.icons import onward
from reconnect_desktop.views.kit.look import Look

_AIR = 8


class FollowedPicture(QWidget):
    """Before, an arrow, after; read by the sentence beside it, so silent to screen readers."""

    heard_as = "Whitespace"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._before = self._after = 4.0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_closeness(self, before: float, after: float, look: Look) -> None:
        """Draw these means, 1 to 7."""
        self._before, self._after, self._look = before, after, look
        self.update()

    def sizeHint(self) -> QSize:
        """As high as two and a half lines."""
        height = max(40, round(self.fontMetrics().height() * 2.4))
        return QSize(round(3.2 * height) + height // 2 + 2 * _AIR, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both."""
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height, width = self.height(), round(1.6 * self.height())
        side = max(16, height // 2)
        places = (QRect(0, 0, width, height), QRect(width + side + 2 * _AIR, 0, width, height))
        for place, closeness in zip(places, (self._before, self._after), strict=True):
            paint_circles(painter, QRectF(self._mirrored(place)), closeness, self._look)
        arrow = QRect(width + _AIR, (height - side) // 2, side, side)
        icon = self._look.icon(onward(), "muted")
        icon.paint(painter, self._mirrored(arrow))
        painter.end()

    def _mirrored(self, place: QRect) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveRight(self.width() - 1 - place.left())
        return place
