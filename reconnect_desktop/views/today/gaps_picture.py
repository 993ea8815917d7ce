"""The last gaps, the running one marked, beside the usual and what was chosen as still fine."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from reconnect_desktop.language import number, tr_n
from reconnect_desktop.views.kit.ink import tint
from reconnect_desktop.views.today.why_picture import Level, WhyPicture

_WIDEST = 40.0  # pixels of a bar


class GapsPicture(WhyPicture):
    """A bar of days for each gap, oldest first, the running one last."""

    gaps: Sequence[int] = ()

    def show_gaps(self, gaps: Sequence[int], usual: float, fine: int | None) -> None:
        """Draw these; the last one is still running."""
        self.gaps = tuple(gaps)
        words = tr_n("usually {count} day", "usually {count} days", max(1, round(usual)))
        self.levels = [Level(usual, words, "muted")]
        if fine is not None:
            words = tr_n("still fine: {count} day", "still fine: {count} days", fine)
            self.levels.append(Level(fine, words, "accent"))
        self.update()

    def down(self, value: float) -> float:
        """Longer is higher."""
        plot = self.plot()
        top = max([*self.gaps, *(level.value for level in self.levels)])
        return plot.bottom() - value / max(top, 1) * plot.height()

    def paint_plot(self, painter: QPainter) -> None:
        """The ground, the bars, the levels, and the days above the bars."""
        if not self.gaps:
            return
        plot = self.plot()
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.drawLine(QPointF(plot.left(), plot.bottom()), QPointF(plot.right(), plot.bottom()))
        for place in range(len(self.gaps)):
            self._paint_bar(painter, place)
        self.paint_levels(painter)
        self._paint_days(painter)

    def _paint_bar(self, painter: QPainter, place: int) -> None:
        colour = self._look.colour("accent" if self._runs(place) else "control")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint(colour, 1.0 if self._runs(place) else 0.5))
        painter.drawRoundedRect(self._bar(place), 3, 3)

    def _paint_days(self, painter: QPainter) -> None:
        """Under each bar how many days it stands for; above the running one that it runs."""
        line = painter.fontMetrics().height()
        is_wide = painter.fontMetrics().horizontalAdvance("888") < self._step()
        for place, days in enumerate(self.gaps):
            if is_wide or self._runs(place):
                self._write(painter, place, self.plot().bottom() + 2, number(days))
        self._write(painter, len(self.gaps) - 1, self._bar(len(self.gaps) - 1).top() - line, self.tr("now"))

    def _write(self, painter: QPainter, place: int, top: float, words: str) -> None:
        painter.setPen(self._look.colour("text" if self._runs(place) else "muted"))
        box = QRectF(self._bar(place).center().x() - 60, top, 120, painter.fontMetrics().height())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _runs(self, place: int) -> bool:
        return place == len(self.gaps) - 1

    def _step(self) -> float:
        return self.plot().width() / max(len(self.gaps), 1)

    def _bar(self, place: int) -> QRectF:
        plot, width = self.plot(), min(self._step() * 0.6, _WIDEST)
        middle = plot.left() + (place + 0.5) * self._step()
        top = min(self.down(self.gaps[place]), plot.bottom() - 2)
        return QRectF(middle - width / 2, top, width, plot.bottom() - top)
