"""The length: a field, and the usual lengths as buttons for the mouse."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from reconnect_desktop.views.early import NO_FOCUS, set_focus_policy
from reconnect_desktop.views.kit.flow import Flow
from reconnect_desktop.views.quick_add.minutes_field import MinutesField

USUAL = (5, 15, 30, 60)  # minutes


class LengthRow(Flow):
    """A `MinutesField` and its chips. The chips are no tab stops: at the keyboard one simply types.

    picked: a chip was clicked.
    """

    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[int, QPushButton] = {}

    def set_field(self, field: MinutesField) -> None:
        """The field in front, which the chips fill in; called once."""
        self.parts.append(field)
        for minutes in USUAL:
            chip = QPushButton(str(minutes), self)
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            set_focus_policy(chip, NO_FOCUS)
            chip.setAccessibleName(self.tr("{number} minutes").format(number=minutes))
            chip.clicked.connect(lambda _on, minutes=minutes: self._fill(field, minutes))
            self._chips[minutes] = chip
            self.parts.append(chip)
        field.textChanged.connect(lambda text: self._mark(text.strip()))

    def _fill(self, field: MinutesField, minutes: int) -> None:
        field.set_minutes(minutes)
        self._mark(field.text())
        self.picked.emit()

    def _mark(self, text: str) -> None:
        for minutes, chip in self._chips.items():
            chip.setChecked(text == str(minutes))
