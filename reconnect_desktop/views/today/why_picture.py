"""What the small pictures of "Why this?" share: their size, their small print, and lines with their value at the side."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reconnect_desktop.views.kit.look import Look

GAP = 8.0  # pixels between what is drawn and what is written
_LINES = 9  # of text, that its height is
_NARROWEST = 200  # pixels


class Level(NamedTuple):
    """A line across the plot at `value`, in the colour of `role`, with `words` beside it; dashed for what is usual."""

    value: float
    words: str
    role: str
    dashed: bool = True


class WhyPicture(QWidget):
    """A plot whose levels are named on its right side. Time runs from the left in every language."""

    heard_as = "Chart"

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.levels: list[Level] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """As high as some lines of text."""
        return QSize(400, _LINES * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Narrow ones still show it."""
        return QSize(_NARROWEST, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The plot, and what is written beside it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.small())
        self.paint_plot(painter)
        painter.end()

    def paint_plot(self, painter: QPainter) -> None:
        """What a subclass shows."""

    def down(self, value: float) -> float:
        """How far down `value` lies."""
        raise NotImplementedError

    def plot(self) -> QRectF:
        """Where the data is drawn: what the words leave free."""
        metrics = QFontMetrics(self.small())
        words = max((metrics.horizontalAdvance(level.words) for level in self.levels), default=0)
        line = metrics.height()
        right = self.width() - words - 2 * GAP
        return QRectF(QPointF(self.left(), line), QPointF(right, self.height() - line - GAP))

    def left(self) -> float:
        """The room that is left free before the data."""
        return 0.0

    def start(self, _level: Level) -> float:
        """Where the line of this level begins."""
        return self.plot().left()

    def paint_levels(self, painter: QPainter) -> None:
        """The lines, and their words, moved apart where they would touch."""
        plot = self.plot()
        for level in self.levels:
            pen = QPen(self._look.colour(level.role), 1.5)
            pen.setStyle(Qt.PenStyle.DashLine if level.dashed else Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            y = self.down(level.value)
            painter.drawLine(QPointF(self.start(level), y), QPointF(plot.right(), y))
        line = painter.fontMetrics().height()
        tops = apart([self.down(level.value) - line / 2 for level in self.levels], line)
        for level, top in zip(self.levels, tops, strict=True):
            painter.setPen(self._look.colour("text"))
            place = QRectF(plot.right() + GAP, top, self.width() - plot.right() - GAP, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, level.words)

    def small(self) -> QFont:
        """The small print."""
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.9)
        return font

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def apart(tops: list[float], height: float) -> list[float]:
    """The same places in the same order, moved so far that none covers another, around their common middle."""
    order = sorted(range(len(tops)), key=lambda place: tops[place])
    moved = list(tops)
    for above, below in pairwise(order):
        moved[below] = max(moved[below], moved[above] + height)
    shift = sum(moved) - sum(tops)
    return [top - shift / len(tops) for top in moved] if tops else []
