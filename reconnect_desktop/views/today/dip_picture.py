"""The last ratings, the recent ones marked, beside the usual."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from reconnect_desktop.language import number
from reconnect_desktop.views.kit.circles import QUIET, paint_circles
from reconnect_desktop.views.today.why_picture import GAP, Level, WhyPicture

_CLOSEST, _FARTHEST = 7, 1


class DipPicture(WhyPicture):
    """A dot for each rating, oldest first; the axis is two figures of circles, close above and distant below."""

    ratings: Sequence[int] = ()
    count = 0  # of the recent ones

    def show_ratings(self, ratings: Sequence[int], count: int, recent: float, usual: float) -> None:
        """Draw these, the last `count` of them marked; recent and usual: as they are said."""
        self.ratings, self.count = tuple(ratings), count
        self.levels = [
            Level(usual, self.tr("usually {value}").format(value=number(usual, 1)), "muted"),
            Level(recent, self.tr("lately {value}").format(value=number(recent, 1)), "accent", dashed=False),
        ]
        self.update()

    def left(self) -> float:
        """The two figures."""
        return self._figure().width() + 2 * GAP

    def down(self, value: float) -> float:
        """Close is above."""
        plot = self.plot()
        return plot.bottom() - (value - _FARTHEST) / (_CLOSEST - _FARTHEST) * plot.height()

    def start(self, level: Level) -> float:
        """The recent level is that of the recent ones alone."""
        return super().start(level) if level.dashed else self._recent_start()

    def paint_plot(self, painter: QPainter) -> None:
        """Axis, the mark of the recent ones, the levels, the dots."""
        if not self.ratings:
            return
        self._paint_axis(painter)
        self._paint_recent(painter)
        self.paint_levels(painter)
        for place, rating in enumerate(self.ratings):
            self._paint_dot(painter, place, rating)

    def _paint_axis(self, painter: QPainter) -> None:
        figure = self._figure()
        painter.setPen(QPen(self._look.colour("line"), 1))
        for closeness in (_CLOSEST, _FARTHEST):
            y = self.down(closeness)
            plot = self.plot()
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            figure.moveCenter(QPointF(figure.width() / 2, y))
            paint_circles(painter, figure, closeness, self._look, strength=QUIET)

    def _paint_recent(self, painter: QPainter) -> None:
        plot = self.plot()
        left = self._recent_start()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("soft"))
        painter.drawRoundedRect(QRectF(QPointF(left, 0), QPointF(plot.right(), self.height() - 1)), 6, 6)

    def _paint_dot(self, painter: QPainter, place: int, rating: int) -> None:
        is_recent = place >= len(self.ratings) - self.count
        radius = min(max(4.0, self.fontMetrics().height() / 4), self._step() / 2)
        painter.setPen(QPen(self._look.colour("bg"), 1.5))
        painter.setBrush(self._look.colour("accent" if is_recent else "control"))
        painter.drawEllipse(QPointF(self._x(place), self.down(rating)), radius, radius)

    def _figure(self) -> QRectF:
        height = self.fontMetrics().height() * 0.9
        return QRectF(0, 0, 2.06 * height, height)

    def _recent_start(self) -> float:
        return self._x(len(self.ratings) - self.count) - self._step() / 2

    def _step(self) -> float:
        return self.plot().width() / max(len(self.ratings), 1)

    def _x(self, place: int) -> float:
        return self.plot().left() + (place + 0.5) * self._step()
