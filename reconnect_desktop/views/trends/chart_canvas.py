"""The place of a chart on the screen: its picture, what can be pointed at in it, by mouse or by keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reconnect_desktop.views.kit.choice import RING
from reconnect_desktop.views.kit.ink import box, stroke
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.trends.chart_overlay import paint_card, paint_ring
from reconnect_desktop.views.trends.matters import Matter, matter_at
from reconnect_desktop.views.trends.sheet import Sheet, sheet_for

if TYPE_CHECKING:
    from reconnect_desktop.views.trends.chart_picture import Picture
    from reconnect_desktop.views.trends.spot_places import Spot, SpotPlaces

_SETTLED = 150  # milliseconds after the last change of size
_NARROWEST = 240  # pixels


class ChartCanvas(QWidget):
    """Shows a picture that others draw, and asks for another one when it does not fit any more.

    outdated: a new picture is wanted. met: the keys or the pointer came to a place, or left (None).
    opened: what is to be opened of the place that was clicked, or at which Enter was pressed. panned: by that many steps.
    """

    heard_as = "Chart"
    outdated = Signal()
    met = Signal(object)
    opened = Signal(object)
    panned = Signal(int)

    lines_high = 22  # lines of text

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.picture: Picture | None = None
        self.spot: Spot | None = None
        self.lines: Sequence[str] = ()
        self._sheet: Sheet | None = None  # as wanted last
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settled.timeout.connect(self._ask_again)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)
        look.changed.connect(self._restyle)

    # The picture

    def wanted_sheet(self, value: Any) -> Sheet | None:
        """What `value` is to be drawn on; None if the picture shows it as it is to look now."""
        if self._sheet is None:
            self._sheet = sheet_for(self, self._look)
        shown = self.picture
        return None if shown and shown.value is value and shown.sheet == self._sheet else self._sheet

    def show_picture(self, picture: Picture | None) -> None:
        """Show this one; None makes room for one to come. Who is at an interaction stays there."""
        known = self.id_at(self.spot) if self.spot is not None else ""
        self._meet(None)
        self.picture = picture
        if picture is not None:
            from reconnect_desktop.views.trends.spot_places import find

            self._meet(find(picture.places, known))
        self.update()

    def show_lines(self, lines: Sequence[str]) -> None:
        """What is said of the place one is at."""
        self.lines = lines
        self.setAccessibleDescription(". ".join(lines))
        self.update()

    def places(self, group: int) -> SpotPlaces:
        """A group of places in the picture that is shown."""
        assert self.picture is not None
        return self.picture.places[group]

    # Pointing

    def _meet(self, spot: Spot | None) -> None:
        if spot == self.spot:
            return
        self.spot = spot
        self.show_lines(self.places(spot.group).words(spot.at) if spot and not self.id_at(spot) else ())
        self.met.emit(spot)

    def id_at(self, spot: Spot) -> str:
        """The interaction at this place, or ""."""
        return self.places(spot.group).ids[spot.at]

    def _spot_at(self, at: QPointF) -> Spot | None:
        if self.picture is None or not self.picture.sheet.fits(self):
            return None  # a scaled picture is there for a moment only
        from reconnect_desktop.views.trends.spot_places import nearest

        return nearest(self.picture.places, at.x(), at.y())

    def _middle(self, spot: Spot) -> QPointF:
        return QPointF(*self.places(spot.group).middles[spot.at])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is there; a hand only where a click does something."""
        spot = self._spot_at(event.position())
        self._meet(spot)
        opens = spot is not None and self._matter(spot) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what is there."""
        spot = self._spot_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and spot is not None:
            self._open(spot)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        super().leaveEvent(event)
        self._meet(None)

    def _open(self, spot: Spot) -> None:
        if (matter := self._matter(spot)) is not None:
            self.opened.emit(matter)

    def _matter(self, spot: Spot) -> Matter:
        assert self.picture is not None
        return matter_at(self.picture.value, self.places(spot.group), spot.at)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the places, open one, leave; with Shift, or by Page Up and Page Down, go earlier and later."""
        key, keys = event.key(), Qt.Key
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        ways = {keys.Key_Left: -1, keys.Key_Right: 1}
        ends = {keys.Key_Home: 1, keys.Key_End: -1}  # from nowhere, the first and the last
        pages = {keys.Key_PageUp: -1, keys.Key_PageDown: 1}
        if key in pages or (shift and key in ways):
            self.panned.emit({**ways, **pages}[keys(key)])
        elif key in ways:
            self._walk(self.spot, ways[keys(key)])
        elif key in ends:
            self._walk(None, ends[keys(key)])
        elif key in (keys.Key_Return, keys.Key_Enter) and self.spot is not None:
            self._open(self.spot)
        elif key == keys.Key_Escape and self.spot is not None:
            self._meet(None)
        else:
            event.ignore()

    def _walk(self, start: Spot | None, by: int) -> None:
        from reconnect_desktop.views.trends.spot_places import step

        if self.picture is not None:
            self._meet(step(self.picture.places, start, by))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who goes on by keys leaves the place, too."""
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._meet(None)
        self.update()

    # Painting

    def sizeHint(self) -> QSize:
        """A wide sheet, as high as so many lines of text."""
        return QSize(900, self.lines_high * max(16, self.fontMetrics().height()))

    def minimumSizeHint(self) -> QSize:
        """Narrow ones still show it."""
        return QSize(_NARROWEST, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, scaled while it is of another size, or the ground it will come to; over it what is pointed at."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("surface"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.picture is None:
            self._paint_ground(painter)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            if self.picture.sheet.fits(self):
                painter.drawImage(0, 0, self.picture.image)
            else:
                painter.drawImage(QRectF(self.rect()), self.picture.image)
        if self.hasFocus():
            ring = QRectF(self.rect()).adjusted(RING / 2, RING / 2, -RING / 2, -RING / 2)
            stroke(painter, box(ring, 6.0), self._look.colour("focus"), RING)
        self._paint_spot(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        """Some quiet lines where the chart will stand."""
        painter.setPen(self._look.colour("line"))
        for part in range(1, 5):
            y = round(self.height() * part / 5) + 0.5
            painter.drawLine(QPointF(8, y), QPointF(self.width() - 8, y))

    def _paint_spot(self, painter: QPainter) -> None:
        if self.spot is None or self.picture is None:
            return
        places, middle = self.places(self.spot.group), self._middle(self.spot)
        reach = QPointF(*places.reach[self.spot.at]) if places.reach is not None else None
        paint_ring(painter, middle, reach, self._look)
        if self.lines:
            paint_card(painter, QRectF(self.rect()).adjusted(4, 4, -4, -4), middle, self.lines, self._look)

    # Size and style

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another picture, once the size is settled."""
        super().resizeEvent(event)
        self._meet(None)
        if self._sheet is not None:
            self._settled.start()

    def event(self, event: QEvent) -> bool:
        """Finer or coarser pixels, or larger text, want another picture, too."""
        if event.type() in (QEvent.Type.DevicePixelRatioChange, QEvent.Type.FontChange):
            self.updateGeometry()
            self._settled.start()
        return super().event(event)

    def _restyle(self) -> None:
        if self.picture is not None and self.picture.sheet.style.colours != self._look.theme.colours:
            self.show_picture(None)  # a light picture would glare in the dark
        self.updateGeometry()
        self._ask_again()

    def _ask_again(self) -> None:
        self._sheet = None
        self.outdated.emit()
