"""Icons of `resources/icons`, tinted by role and drawn at the size that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QPoint, QRect, QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QImageReader, QPainter, QPixmap

from reconnect_desktop.paths import resource

FADED = 0.4  # opacity of a disabled icon
AIR = 6  # pixels after an icon, in a size that is wider than high


class TintedIcon(QIconEngine):
    """Draws one SVG in the colour that `colour` answers at that moment: a change of theme needs no new icons.

    The picture is read through Qt's image plugin: importing PySide6.QtSvg would cost 56 ms at start.
    """

    def __init__(self, name: str, colour: Callable[[QIcon.State], QColor]) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def clone(self) -> QIconEngine:
        """Another one alike."""
        return TintedIcon(self._name, self._colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon at `size` pixels."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """The icon at `size` times `scale` pixels."""
        side = round(min(size.width(), size.height()) * scale)
        pixmap = render(self._name, self._colour(state).name(), side)
        if size.width() > size.height():
            pixmap = _with_air(pixmap, round(size.width() * scale))
        return _faded(pixmap) if mode == QIcon.Mode.Disabled else pixmap

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon into `rect`, crisp on this painter's device."""
        ratio = painter.device().devicePixelRatio()
        pixmap = self.scaledPixmap(rect.size(), mode, state, ratio)
        pixmap.setDevicePixelRatio(ratio)
        spare = rect.size() - pixmap.deviceIndependentSize().toSize()
        painter.drawPixmap(rect.topLeft() + QPoint(spare.width() // 2, spare.height() // 2), pixmap)


def render(name: str, colour: str, side: int) -> QPixmap:
    """The icon `name` as a square of `side` pixels, its strokes in `colour` ("#rrggbb")."""
    buffer = QBuffer()
    buffer.setData(QByteArray(_source(name).replace("currentColor", colour).encode()))
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(side, side))
    return QPixmap.fromImage(reader.read())


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def back() -> str:
    """The icon that points to where one came from."""
    return "chevron-right" if QGuiApplication.isRightToLeft() else "chevron-left"


def onward() -> str:
    """The icon that points to what follows."""
    return "chevron-left" if QGuiApplication.isRightToLeft() else "chevron-right"


def roomy(side: int) -> QSize:
    """The size for an icon of `side` pixels with air between it and the word that follows (Qt leaves 4 pixels)."""
    return QSize(side + AIR, side)


def _with_air(icon: QPixmap, width: int) -> QPixmap:
    pixmap = QPixmap(width, icon.height())
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.drawPixmap(width - icon.width() if QGuiApplication.isRightToLeft() else 0, 0, icon)
    painter.end()
    return pixmap


def _faded(pixmap: QPixmap) -> QPixmap:
    faded = QPixmap(pixmap.size())
    faded.fill(QColor(0, 0, 0, 0))
    painter = QPainter(faded)
    painter.setOpacity(FADED)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return faded
