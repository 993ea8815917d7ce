"""From how close to how close: seven small figures of which a span can be chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from reconnect_desktop.domain.interaction import CLOSENESS
from reconnect_desktop.output.sentences import closeness_word
from reconnect_desktop.views.kit.circles import paint_circles
from reconnect_desktop.views.kit.look import Look

Span = tuple[int, int]


def widened(span: Span | None, closeness: int) -> Span | None:
    """The span after a click on `closeness`: outside it grows to there, at an end it gives that up."""
    if span is None:
        return closeness, closeness
    low, high = span
    if closeness < low or closeness > high:
        return min(low, closeness), max(high, closeness)
    if low == high:
        return None
    if closeness == low:
        return low + 1, high
    if closeness == high:
        return low, high - 1
    return closeness, closeness


class SpanFigure(QAbstractButton):
    """One of the seven: the circles over their digit."""

    def __init__(self, look: Look, closeness: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._closeness = closeness
        self.setCheckable(True)
        self.setText(str(closeness))
        self.setAccessibleName(self.tr("Closeness {}").format(closeness_word(closeness)))
        self.setToolTip(self.accessibleName())
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """Room for the figure, the digit and the focus ring."""
        line = self.fontMetrics().height()
        return QSize(max(44, round(line * 2.6)), max(48, round(line * 2.9)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground by state, circles, digit, focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, box = self.isChecked(), QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
        marked = chosen or self.underMouse()
        painter.setPen(QPen(self._look.colour("accent" if marked else "control"), 1.5 if chosen else 1))
        painter.setBrush(self._look.colour("soft" if marked else "surface"))
        painter.drawRoundedRect(box, 8, 8)
        digit = self.fontMetrics().height()
        figure = box.adjusted(4, 4, -4, -digit - 2)
        paint_circles(painter, figure, float(self._closeness), self._look)
        painter.setPen(self._look.colour("accent" if chosen else "text"))
        below = QRectF(box.left(), box.bottom() - digit - 2, box.width(), digit)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
        painter.end()


class ClosenessSpan(QObject):
    """Which closeness is wanted: the seven figures, to be put into a layout, as one choice.

    changed: the user chose another span.
    """

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._span: Span | None = None
        self.figures = {closeness: SpanFigure(look, closeness, parent) for closeness in CLOSENESS}
        for closeness, figure in self.figures.items():
            figure.clicked.connect(lambda _on, closeness=closeness: self._clicked(closeness))
            look.changed.connect(figure.updateGeometry)

    @property
    def span(self) -> Span | None:
        """Lowest and highest, both included; None where any will do."""
        return self._span

    @span.setter
    def span(self, span: Span | None) -> None:
        self._span = span
        for closeness, figure in self.figures.items():
            figure.setChecked(span is not None and span[0] <= closeness <= span[1])

    def _clicked(self, closeness: int) -> None:
        self.span = widened(self._span, closeness)
        self.changed.emit()
