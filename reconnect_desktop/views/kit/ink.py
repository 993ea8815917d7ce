"""Filling and stroking by hand, in ways that leave the `Qt` namespace alone (see `early`).

QPen(colour, width), QBrush(colour), QColor(colour) and QPainter.setPen each look for one of Qt's enums
among what they may be given, which makes all of them; what is used here takes just one kind of value.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QWidget


def tint(colour: QColor, opacity: float) -> QColor:
    """The colour, seen through: 0 not at all, 1 fully."""
    return QColor.fromRgbF(colour.redF(), colour.greenF(), colour.blueF(), opacity)


def pen(colour: QColor, width: float) -> QPen:
    """A solid pen."""
    made = QPen()
    made.setColor(colour)
    made.setWidthF(width)
    return made


def fill(painter: QPainter, path: QPainterPath, colour: QColor) -> None:
    """Fill the path."""
    painter.fillPath(path, pen(colour, 1).brush())


def stroke(painter: QPainter, path: QPainterPath, colour: QColor, width: float) -> None:
    """Draw along the path."""
    painter.strokePath(path, pen(colour, width))


def disc(centre: QPointF, radius: float) -> QPainterPath:
    """A circle."""
    path = QPainterPath()
    path.addEllipse(centre, radius, radius)
    return path


def box(rect: QRectF, corner: float) -> QPainterPath:
    """A rectangle with round corners."""
    path = QPainterPath()
    path.addRoundedRect(rect, corner, corner)
    return path


def set_text_colour(widget: QWidget, colour: QColor) -> None:
    """What a painter on this widget writes with from the start."""
    palette = widget.palette()
    if palette.color(QPalette.ColorRole.WindowText) == colour:
        return
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText, QPalette.ColorRole.Text):
        palette.setColor(role, colour)
    widget.setPalette(palette)
