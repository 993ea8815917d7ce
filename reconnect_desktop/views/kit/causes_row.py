"""What got in the way: the four causes as chips, and the line of understanding of the one chosen last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reconnect_desktop.domain.tags import GOT_IN_THE_WAY
from reconnect_desktop.views.early import make_plain
from reconnect_desktop.views.kit.chip import Chip
from reconnect_desktop.views.kit.flow import Flow


class CausesRow(QWidget):
    """Chips of which any number can be chosen; none has to be.

    toggled: the cause, and whether it is noted now.
    """

    toggled = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Mapping[str, str] = {}
        self._chosen: list[str] = []  # the last one's line is shown
        self.chips: dict[str, Chip] = {}
        flow = Flow(self)
        for cause in GOT_IN_THE_WAY:
            chip = self.chips[cause] = self._make_chip(cause, flow)
            flow.parts.append(chip)
        self.line = QLabel(self)
        make_plain(self.line)
        self.line.setWordWrap(True)
        self.line.setProperty("kind", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(flow)
        column.addWidget(self.line)
        self._show_line()

    def show_causes(self, noted: Iterable[str], lines: Mapping[str, str]) -> None:
        """Show these as chosen; lines: what is said to each cause."""
        self._lines = lines
        for cause, chip in self.chips.items():
            chip.setAccessibleDescription(lines.get(cause, ""))
        self.choose(noted)

    def choose(self, noted: Iterable[str]) -> None:
        """Show these as chosen, without telling anybody."""
        now = [cause for cause in noted if cause in self.chips]
        # In the order they were chosen in, as far as that is known.
        self._chosen = [kept for kept in self._chosen if kept in now] + [
            cause for cause in now if cause not in self._chosen
        ]
        for cause, chip in self.chips.items():
            chip.setChecked(cause in now)
        self._show_line()

    def take_back(self, cause: str) -> None:
        """It could not be noted: show it as it was."""
        chip = self.chips[cause]
        chip.setChecked(not chip.isChecked())
        self._note(cause, chosen=chip.isChecked())

    def _make_chip(self, cause: str, parent: QWidget) -> Chip:
        chip = Chip(self._word(cause), parent)
        chip.clicked.connect(lambda chosen: self._clicked(cause, chosen=chosen))
        return chip

    def _word(self, cause: str) -> str:
        words = {
            "life changes": self.tr("Life changes"),
            "different styles": self.tr("Different styles"),
            "old hurt": self.tr("Old hurt"),
            "outside stress": self.tr("Outside stress"),
        }
        return words[cause]

    def _clicked(self, cause: str, *, chosen: bool) -> None:
        self._note(cause, chosen=chosen)
        self.toggled.emit(cause, chosen)

    def _note(self, cause: str, *, chosen: bool) -> None:
        self._chosen = [kept for kept in self._chosen if kept != cause] + [cause] * chosen
        self._show_line()

    def _show_line(self) -> None:
        line = self._lines.get(self._chosen[-1], "") if self._chosen else ""
        self.line.setText(line)
        self.line.setVisible(bool(line))
