"""How many contacts which months had, as a small row of bars; the words below it say the same."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from reconnect_desktop.domain.months import Month
from reconnect_desktop.output.capitals import opening
from reconnect_desktop.views.importing.months_line import Bar, bars
from reconnect_desktop.views.kit.dates import month_words, number_words
from reconnect_desktop.views.kit.look import Look

_HEIGHT = 56.0  # pixels of the highest bar
_LEAST = 4.0  # pixels from one bar to the next
_WIDEST = 32.0
_LOWEST = 2.0  # of a bar with anything in it


class Timeline(QWidget):
    """From the first month on the left to the last on the right (mirrored where one reads from the right)."""

    heard_as = "Chart"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._counts: Mapping[Month, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """What it is painted with."""
        self._look = look
        look.changed.connect(self.update)

    def show_months(self, counts: Mapping[Month, int], words: str) -> None:
        """Draw these; `words` say the same to who can't see it."""
        self._counts = counts
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """The bars, and a line of years below them."""
        return QSize(240, round(_HEIGHT + 10 + QFontMetrics(self._small()).height()))

    def minimumSizeHint(self) -> QSize:
        """Half as wide still shows it."""
        return QSize(120, self.sizeHint().height())

    def bars(self) -> list[Bar]:
        """As many as there is room for."""
        return bars(self._counts, int(self.width() / _LEAST))

    def event(self, event: QEvent) -> bool:
        """What the bar under the mouse stands for."""
        if isinstance(event, QHelpEvent) and (shown := self.bars()):
            QToolTip.showText(event.globalPos(), self.words_at(event.pos().x(), shown), self)
            return True
        return super().event(event)

    def words_at(self, x: float, shown: list[Bar]) -> str:
        """As in "March 2021: 14"; "" beside the bars."""
        if self._is_mirrored():
            x = self.width() - x
        place = int(x / self._step(shown))
        if not 0 <= place < len(shown):
            return ""
        bar = shown[place]
        first, last = month_words(*bar.first), month_words(*bar.last)
        span = first if first == last else f"{first} – {last}"
        return opening(f"{span}: {number_words(bar.contacts)}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line to stand on, the bars, and the years at both ends."""
        shown = self.bars()
        if self._look is None or not shown:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.drawLine(QPointF(0, _HEIGHT + 0.5), QPointF(self.width(), _HEIGHT + 0.5))
        self._paint_bars(painter, shown, self._look)
        self._paint_years(painter, self._look)
        painter.end()

    def _paint_bars(self, painter: QPainter, shown: list[Bar], look: Look) -> None:
        step, highest = self._step(shown), max(bar.contacts for bar in shown)
        gap = min(2.0, step / 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        rounding = min(2.0, step / 4)
        for place, bar in enumerate(shown):
            if bar.contacts:
                height = max(_LOWEST, bar.contacts / highest * _HEIGHT)
                box = QRectF(place * step + gap / 2, _HEIGHT - height, step - gap, height)
                painter.drawRoundedRect(self._mirrored(box), rounding, rounding)

    def _paint_years(self, painter: QPainter, look: Look) -> None:
        painter.setFont(self._small())
        painter.setPen(look.colour("muted"))
        box = QRectF(0, _HEIGHT + 6, self.width(), painter.fontMetrics().height())
        first, last = min(self._counts).year, max(self._counts).year
        leading, trailing = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if self._is_mirrored():
            leading, trailing = trailing, leading
        painter.drawText(box, leading, str(first))
        if last != first:
            painter.drawText(box, trailing, str(last))

    def _step(self, shown: list[Bar]) -> float:
        return min(_WIDEST, self.width() / len(shown))

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _mirrored(self, box: QRectF) -> QRectF:
        if self._is_mirrored():
            box.moveLeft(self.width() - box.right())
        return box

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.9)
        return font
