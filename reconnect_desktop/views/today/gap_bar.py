"""The days since the last contact as a quiet bar, beside how long it usually is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reconnect_desktop.domain.rhythm import Interval
from reconnect_desktop.views.kit.look import Look

TRACK = 10.0  # pixels
KNOB = 8.0  # radius
_MIDDLE = KNOB + 6  # of the track: above it is room for the mark of what was chosen
_AROUND_USUAL = (0.6, 1.5)  # the band that is drawn as usual, in usual gaps
_LEAST = 3.0  # days that the scale shows at least


def scale_end(days: float, usual: float | None, chosen: Interval | None = None) -> float:
    """How many days the whole bar stands for."""
    return max(days * 1.15, (usual or 7.0) * 2.2, chosen.fine * 1.15 if chosen else 0, _LEAST)


class GapBar(QWidget):
    """From the last contact on the left to today's knob; the usual is a soft band with a mark.

    A thin bracket above spans what was chosen, from good to still fine. Days only: there is no colour for too long.
    The words beside it say the same.
    """

    heard_as = "Graphic"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._days: float | None = None
        self._usual: float | None = None
        self._chosen: Interval | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """What it is painted with."""
        self._look = look
        look.changed.connect(self._restyle)

    def show_gap(self, days: int | None, usual: float | None, chosen: Interval | None = None) -> None:
        """Draw this many days beside the usual and what was chosen, or nothing while None."""
        if (days, usual, chosen) != (self._days, self._usual, self._chosen):
            self._days, self._usual, self._chosen = days, usual, chosen
            self.update()

    def sizeHint(self) -> QSize:
        """The bar, and a line of words below it."""
        return QSize(240, round(_MIDDLE + KNOB + 10 + QFontMetrics(self._small()).height()))

    def minimumSizeHint(self) -> QSize:
        """Half as wide still shows it."""
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track, band, way so far, marks and knob, from back to front."""
        if self._look is None or self._days is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        self._paint_track(painter, self._days, self._look)
        painter.resetTransform()
        self._paint_words(painter, self._days, self._look)
        painter.end()

    def _x(self, days: float) -> float:
        assert self._days is not None
        share = days / scale_end(self._days, self._usual, self._chosen)
        return KNOB + 2 + min(share, 1.0) * (self.width() - 2 * (KNOB + 2))

    def _bar(self, start: float, end: float) -> QRectF:
        return QRectF(QPointF(start, _MIDDLE - TRACK / 2), QPointF(end, _MIDDLE + TRACK / 2))

    def _paint_track(self, painter: QPainter, days: float, look: Look) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("soft"))
        painter.drawRoundedRect(self._bar(KNOB + 2 - TRACK / 2, self.width() - KNOB - 2 + TRACK / 2), 5, 5)
        if self._usual is not None:
            painter.setBrush(_faded(look.colour("accent"), 0.30))
            low, high = (self._x(self._usual * part) for part in _AROUND_USUAL)
            painter.drawRoundedRect(self._bar(low, high), 5, 5)
        painter.setBrush(_faded(look.colour("accent"), 0.55))
        painter.drawRoundedRect(self._bar(KNOB + 2 - TRACK / 2, self._x(days)), 5, 5)
        if self._usual is not None:
            painter.setPen(QPen(look.colour("accent"), 2))
            mark = self._x(self._usual)
            painter.drawLine(QPointF(mark, _MIDDLE - TRACK / 2 - 2), QPointF(mark, _MIDDLE + TRACK / 2 + 4))
        if self._chosen is not None:
            self._paint_chosen(painter, self._chosen, look)
        painter.setPen(QPen(look.colour("accent"), 3))
        painter.setBrush(look.colour("surface"))
        painter.drawEllipse(QPointF(self._x(days), _MIDDLE), KNOB - 1, KNOB - 1)

    def _paint_chosen(self, painter: QPainter, chosen: Interval, look: Look) -> None:
        painter.setPen(QPen(look.colour("muted"), 1.5))
        good, fine = self._x(chosen.good), self._x(chosen.fine)
        painter.drawLine(QPointF(good, 2), QPointF(fine, 2))
        for end in (good, fine):
            painter.drawLine(QPointF(end, 2), QPointF(end, 6))

    def _paint_words(self, painter: QPainter, days: float, look: Look) -> None:
        painter.setFont(self._small())
        top = _MIDDLE + KNOB + 6
        now, usually = self._boxes(painter.fontMetrics(), days)
        painter.setPen(look.colour("muted"))
        for span, word in ((now, self.tr("today")), (usually, self.tr("usually"))):
            if span is not None:
                box = QRectF(span[0], top, span[1] - span[0], painter.fontMetrics().height())
                painter.drawText(self._mirrored(box), Qt.AlignmentFlag.AlignCenter, word)

    def _boxes(self, metrics: QFontMetrics, days: float) -> tuple[tuple[float, float] | None, ...]:
        """Where the words stand; "today" yields where the two would touch, for the knob is plain enough."""
        now = self._centred(metrics.horizontalAdvance(self.tr("today")), self._x(days))
        if self._usual is None:
            return now, None
        usually = self._centred(metrics.horizontalAdvance(self.tr("usually")), self._x(self._usual))
        apart = now[1] + 8 < usually[0] or usually[1] + 8 < now[0]
        return (now if apart else None), usually

    def _centred(self, width: float, middle: float) -> tuple[float, float]:
        left = min(max(middle - width / 2 - 1, 0.0), self.width() - width - 2)
        return left, left + width + 2

    def _mirrored(self, box: QRectF) -> QRectF:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveLeft(self.width() - box.right())
        return box

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.9)
        return font

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def _faded(colour: QColor, opacity: float) -> QColor:
    faded = QColor(colour)
    faded.setAlphaF(opacity)
    return faded
