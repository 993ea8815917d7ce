"""The sign of the app: two circles, you and her, that overlap more the closer it felt."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QGuiApplication, QPainter, QPainterPath

from reconnect_desktop.output.circles import WIDTH, apart
from reconnect_desktop.views.early import ALIGN_CENTRE
from reconnect_desktop.views.kit.ink import disc, fill, pen, stroke, tint
from reconnect_desktop.views.kit.look import Look


class Strength(NamedTuple):
    """How strongly a figure is drawn: opacities of discs, lens and outlines, 0…1."""

    disc: float = 0.16
    lens: float = 0.78
    outline: float = 1.0


FULL = Strength()
QUIET = Strength(disc=0.08, lens=0.30, outline=0.55)


def paint_circles(
    painter: QPainter,
    rect: QRectF,
    closeness: float,
    look: Look,
    *,
    ghost: float | None = None,
    labels: tuple[str, str] | None = None,
    strength: Strength = FULL,
) -> None:
    """Draw the two circles for `closeness` (1…7) in the middle of `rect`.

    ghost: the usual closeness, drawn as a dashed outline; labels: words under the two circles
    (you, her), for figures large enough to hold them in the painter's font.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    figure = QRectF(rect)
    if labels:
        figure.setHeight(rect.height() - painter.fontMetrics().height() * 1.5)
    radius = _radius(figure)
    stage = _Stage(painter, look, figure.center(), radius)
    _paint_pair(stage, closeness, strength)
    if ghost is not None:
        _paint_ghost(stage, ghost)
    if labels:
        _paint_labels(painter, rect, radius * apart(closeness), look, labels)
    painter.restore()


class _Stage(NamedTuple):
    """Where and with what a figure is drawn: its centre, and the radius of each circle in pixels."""

    painter: QPainter
    look: Look
    centre: QPointF
    radius: float

    def pair(self, closeness: float) -> tuple[QPainterPath, QPainterPath]:
        """The circles of you and her."""
        shift = QPointF(_side() * self.radius * apart(closeness), 0)
        return disc(self.centre - shift, self.radius), disc(self.centre + shift, self.radius)


def _side() -> int:
    """You come first: on the left, or where one reads from the right, on the right."""
    return -1 if QGuiApplication.isRightToLeft() else 1


def _radius(figure: QRectF) -> float:
    """As large as fits with its outline, whatever the closeness: figures in a row are of one size."""
    around = min(figure.width() / WIDTH, figure.height() / 2)
    return max(around - _stroke(around), 1.0)


def _stroke(radius: float) -> float:
    return min(max(radius / 16, 1.25), 3.0)


def _paint_pair(stage: _Stage, closeness: float, strength: Strength) -> None:
    painter = stage.painter
    you, her = stage.pair(closeness)
    fill(painter, you, tint(stage.look.colour("you"), strength.disc))
    fill(painter, her, tint(stage.look.colour("her"), strength.disc))
    fill(painter, you.intersected(her), tint(stage.look.colour("accent"), strength.lens))
    for path, role in ((her, "her"), (you, "you")):
        stroke(painter, path, tint(stage.look.colour(role), strength.outline), _stroke(stage.radius))


def _paint_ghost(stage: _Stage, closeness: float) -> None:
    dashed = pen(stage.look.colour("muted"), max(_stroke(stage.radius) * 0.7, 1.0))
    dashed.setDashPattern([3.0, 3.0])
    for circle in stage.pair(closeness):
        stage.painter.strokePath(circle, dashed)


def _paint_labels(painter: QPainter, rect: QRectF, shift: float, look: Look, labels: tuple[str, str]) -> None:
    height = painter.fontMetrics().height()
    space = painter.fontMetrics().horizontalAdvance("m")
    band = QRectF(rect.left(), rect.bottom() - height, rect.width(), height)
    for sign, role, text in ((-_side(), "you", labels[0]), (_side(), "her", labels[1])):
        # Centred under its circle, but never across the middle, so that close circles keep two labels.
        half = painter.fontMetrics().horizontalAdvance(text) / 2
        middle = rect.center().x() + sign * max(shift, half + space / 2)
        painter.setPen(look.colour(role))
        box = QRectF(middle - half - space, band.top(), 2 * (half + space), height)
        painter.drawText(box, ALIGN_CENTRE, text)
