"""Radio buttons painted by hand, and rows of them with one tab stop."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QWidget

from reconnect_desktop.views.early import CLICK_FOCUS, STRONG_FOCUS, set_focus_policy
from reconnect_desktop.views.kit.flow import Flow
from reconnect_desktop.views.kit.ink import box, fill, set_text_colour, stroke
from reconnect_desktop.views.kit.look import Look

RING = 2.0  # width of the focus ring, and of the gap between it and the ground it surrounds
CORNER = 8.0


class Choice(QRadioButton):
    """One of several. A real radio button to the keyboard and to screen readers; subclasses draw its face."""

    look: Look
    text_role = "text"

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._was_checked = False
        self.pressed.connect(self._remember)
        self.toggled.connect(self._forget)

    def was_chosen_before(self) -> bool:
        """Asked at `clicked`: whether the click met a button that was the chosen one already."""
        was, self._was_checked = self._was_checked, False
        return was

    def uncheck(self) -> None:
        """Leave the row without a choice."""
        self.setAutoExclusive(False)
        self.setChecked(False)
        self.setAutoExclusive(True)

    def hitButton(self, pos: QPoint) -> bool:
        """The whole of it can be clicked, not just an indicator."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, focus ring, and the subclass's face."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect())
        if self.hasFocus():
            self._paint_ring(painter)
            ground = self.card()
        self.paint_ground(painter, ground)
        self.paint_face(painter, self.card())
        painter.end()

    def card(self) -> QRectF:
        """What the face may fill: where the ground is drawn while there is a focus ring around it."""
        margin = 2 * RING
        return QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)

    def paint_ground(self, painter: QPainter, card: QRectF) -> None:
        """Fill and border by state."""
        checked, hovered = self.isChecked(), self.underMouse() and self.isEnabled()
        ground = self.ground(card)
        fill(painter, ground, self.look.colour("soft" if checked or hovered else "surface"))
        border = self.look.colour("accent" if checked or hovered else "control")
        stroke(painter, ground, border, 1.5 if checked else 1)

    def ground(self, card: QRectF) -> QPainterPath:
        """The outline of the ground that fills `card`."""
        corner = CORNER - 2 * RING if self.hasFocus() else CORNER
        return box(card.adjusted(0.5, 0.5, -0.5, -0.5), corner)

    def take_text_colour(self) -> None:
        """Texts are painted in the accent on the chosen one, and in `text_role` on the others."""
        set_text_colour(self, self.look.colour("accent" if self.isChecked() else self.text_role))

    def paint_face(self, painter: QPainter, card: QRectF) -> None:
        """What the button shows."""

    def _paint_ring(self, painter: QPainter) -> None:
        half = RING / 2
        ring = QRectF(self.rect()).adjusted(half, half, -half, -half)
        stroke(painter, box(ring, CORNER), self.look.colour("focus"), RING)

    def _remember(self) -> None:
        self._was_checked = self.isChecked()

    def _forget(self, checked: bool) -> None:
        if hasattr(self, "look"):
            self.take_text_colour()
        if not checked:
            self._was_checked = False


class ChoiceRow(Flow):
    """Choices of which one, or with `clearable` none, is chosen.

    chosen: the user chose another value, or None. Setting a value by the program is silent.
    """

    chosen = Signal(object)
    clearable = False
    keys: dict[str, object]  # what a typed character chooses while the focus is within

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys = {}
        self.choices: dict[object, Choice] = {}
        self._hints: list[QSize] = []
        self._hints_for: tuple[int, ...] = ()

    def set_look(self, look: Look) -> None:
        """What it is painted with; to be given before it is shown."""
        for button in self.choices.values():
            button.look = look
        self.take_text_colours()
        look.changed.connect(self.take_text_colours)

    def take_text_colours(self) -> None:
        """After a change of theme."""
        for button in self.choices.values():
            button.take_text_colour()

    def add_choice(self, value: object, button: Choice) -> None:
        """Put a button at the row's end; only the first is a tab stop until one is chosen."""
        policy = CLICK_FOCUS if self.choices else STRONG_FOCUS
        set_focus_policy(button, policy)
        self.choices[value] = button
        self.parts.append(button)
        button.clicked.connect(lambda: self._clicked(value))
        if len(self.choices) == 1:
            self.setFocusProxy(button)

    def part_hints(self) -> list[QSize]:
        """Asked for a dozen times at each layout, and the same until the font is another one."""
        metrics = self.fontMetrics()
        key = metrics.height(), metrics.averageCharWidth(), len(self.parts), metrics.horizontalAdvance("Mom")
        if key != self._hints_for:
            self._hints_for, self._hints = key, super().part_hints()
        return self._hints

    def chosen_value(self) -> object:
        """The value of the chosen button, or None."""
        return next((value for value, button in self.choices.items() if button.isChecked()), None)

    def choose(self, value: object) -> None:
        """Choose without telling anybody; None chooses nothing."""
        if value is not None:
            self.choices[value].setChecked(True)
            self.setFocusProxy(self.choices[value])
            return
        for button in self.choices.values():
            if button.isChecked():
                button.uncheck()

    def pick(self, value: object) -> None:
        """Choose as the user does: `chosen` is emitted if it is another value."""
        if value != self.chosen_value():
            self.choose(value)
            self.chosen.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Characters of `keys` choose; Backspace, Delete and 0 take the choice back where that is allowed."""
        from PySide6.QtCore import Qt

        typed = event.text().casefold()
        clears = typed == "0" or event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
        if typed in self.keys:
            self.pick(self.keys[typed])
            self.choices[self.keys[typed]].setFocus()
        elif self.clearable and clears:
            self.pick(None)
        else:
            super().keyPressEvent(event)

    def _clicked(self, value: object) -> None:
        button = self.choices[value]
        if button.was_chosen_before():
            if self.clearable:
                self.pick(None)
            return
        self.setFocusProxy(button)
        self.chosen.emit(value)
