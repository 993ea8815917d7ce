"""Closeness as seven figures to choose from; `paint_circles` draws one (from `circles_figure`)."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.measures import CLOSENESS
from reconnect_desktop.language import tr
from reconnect_desktop.views.early import ALIGN_CENTRE, ALIGN_LEFT, ALIGN_RIGHT
from reconnect_desktop.views.kit.choice import RING, Choice, ChoiceRow
from reconnect_desktop.views.kit.circles_figure import FULL, QUIET, Strength, paint_circles
from reconnect_desktop.views.kit.flow import mirrored
from reconnect_desktop.views.kit.ink import box, fill, set_text_colour, stroke
from reconnect_desktop.views.kit.look import Look

__all__ = ["FULL", "QUIET", "CirclesScale", "Strength", "figure_names", "paint_circles"]

NARROWEST = 40  # pixels of one figure
RESTING = Strength(disc=0.10, lens=0.45, outline=0.85)


def figure_names() -> tuple[str, ...]:
    """What each figure shows, in words, from 1 to 7."""
    return (
        tr("1 of 7, apart"),
        tr("2 of 7, barely overlapping"),
        tr("3 of 7, overlapping a little"),
        tr("4 of 7, half overlapping"),
        tr("5 of 7, mostly overlapping"),
        tr("6 of 7, overlapping a lot"),
        tr("7 of 7, almost one"),
    )


class Figure(Choice):
    """One of the seven: two circles and the digit under them."""

    text_role = "muted"

    def __init__(self, closeness: int, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._closeness = closeness
        self.setToolTip(name)

    def paint_ground(self, painter: QPainter, card: QRectF) -> None:
        """The seven lie on one card of the scale: only the chosen one, or one pointed at, has its own."""
        checked = self.isChecked()
        if not checked and not self.underMouse():
            return
        fill(painter, self.ground(card), self.look.colour("soft"))
        if checked:
            stroke(painter, self.ground(card), self.look.colour("accent"), 1.5)

    def paint_face(self, painter: QPainter, card: QRectF) -> None:
        """The figure, and its digit."""
        digit = self.fontMetrics().height()
        aside = 2 if card.width() > 48 else -1  # in a narrow one the figure may come close to the ring
        inside = card.adjusted(aside, 4, -aside, -2)
        figure = QRectF(inside.left(), inside.top(), inside.width(), inside.height() - digit)
        strong = self.isChecked() or self.underMouse()
        paint_circles(painter, figure, self._closeness, self.look, strength=FULL if strong else RESTING)
        font = self.font()
        font.setBold(self.isChecked())
        painter.setFont(font)
        below = QRectF(inside.left(), figure.bottom(), inside.width(), digit)
        painter.drawText(below, ALIGN_CENTRE, str(self._closeness))


class CirclesScale(ChoiceRow):
    """How close it felt, 1…7 or None.

    Digits and arrows choose while the focus is within; Backspace, Delete, 0, or the chosen figure
    clicked again, un-rate. chosen: emitted with the new value when the user changes it.
    """

    clearable = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        for closeness, name in zip(CLOSENESS, figure_names(), strict=True):
            self.add_choice(closeness, Figure(closeness, name, self))
            self.keys[str(closeness)] = closeness

    @property
    def value(self) -> int | None:
        """The chosen closeness, or None where it is not rated."""
        value = self.chosen_value()
        return value if isinstance(value, int) else None

    @value.setter
    def value(self, closeness: int | None) -> None:
        self.choose(closeness)

    def set_look(self, look: Look) -> None:
        """What it is painted with."""
        self._look = look
        super().set_look(look)

    def take_text_colours(self) -> None:
        """The words at the ends are muted."""
        if self._look is not None:
            set_text_colour(self, self._look.colour("muted"))  # first: the digits take it over
        super().take_text_colours()

    def heightForWidth(self, width: int) -> int:
        """The height of the figures at this width, their digits and the words at the ends."""
        return self._figures_height(width) + self._words_height()

    def sizeHint(self) -> QSize:
        """Comfortable figures of 72 pixels."""
        return QSize(7 * 72, self.heightForWidth(7 * 72))

    def minimumSizeHint(self) -> QSize:
        """Seven of the narrowest figures."""
        return QSize(7 * NARROWEST, self.heightForWidth(7 * NARROWEST))

    def place_parts(self) -> None:
        """Seven equal parts, mirrored where the language runs from the right."""
        height = self._figures_height(self.width())
        step = (self.width() - 4) / 7
        for place, button in enumerate(self.parts):
            left = round(2 + place * step)
            part = QRect(left, 2, round(2 + (place + 1) * step) - left, height - 4)
            button.setGeometry(mirrored(self, part))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The card under the figures, and the two words."""
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(0.5, 0.5, self.width() - 1, self._figures_height(self.width()) - 1)
        fill(painter, box(card, 12), self._look.colour("surface"))
        stroke(painter, box(card, 12), self._look.colour("line"), 1)
        words = QRect(8, round(card.bottom()) + 4, self.width() - 16, self.fontMetrics().height())
        for text, side in (
            (self.tr("distant"), ALIGN_LEFT),
            (self.tr("close"), ALIGN_RIGHT),
        ):
            painter.drawText(words, side, text)  # mirrored by Qt where it is to be
        painter.end()

    def _figures_height(self, width: int) -> int:
        # A figure is about half as high as wide; very wide ones would dwarf the rest of a form.
        figure = min(max(width / 7 - 4 * RING - 2, 30) / 2.06, 72)
        return round(figure + self.fontMetrics().height() + 4 * RING + 10 + 8)

    def _words_height(self) -> int:
        return self.fontMetrics().height() + 6
