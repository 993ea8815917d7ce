"""What narrows the Log, as chips that take themselves away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from reconnect_desktop.views.kit.flow_layout import FlowLayout
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.log.filter_bar import Narrowing


class FilterStrip(QWidget):
    """One chip for each narrowing, and a button that drops them all; hidden while there are none.

    cleared: all of them are to go.
    """

    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._row = FlowLayout(self)
        self.chips: list[QPushButton] = []
        self.clear_button = QPushButton(self.tr("Clear filters"), self)
        self.clear_button.setProperty("kind", "text")
        self.clear_button.clicked.connect(self.cleared)
        self.hide()

    def set_look(self, look: Look) -> None:
        """What the chips' icons are tinted by; to be given first."""
        self._look = look

    def show_narrowings(self, narrowings: list[Narrowing]) -> None:
        """Make the chips anew."""
        for chip in self.chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._row.removeWidget(self.clear_button)
        self.chips = [self._chip(narrowing) for narrowing in narrowings]
        for chip in (*self.chips, self.clear_button):
            self._row.addWidget(chip)
        self.setVisible(bool(narrowings))

    def _chip(self, narrowing: Narrowing) -> QPushButton:
        chip = QPushButton(narrowing.words.replace("&", "&&"), self)
        chip.setProperty("kind", "chip")
        if self._look:
            chip.setIcon(self._look.icon("x", "muted"))
        # The cross stands behind the word.
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        chip.setLayoutDirection(
            Qt.LayoutDirection.LeftToRight if mirrored else Qt.LayoutDirection.RightToLeft
        )
        chip.setAccessibleName(self.tr("Drop the filter {}").format(narrowing.words))
        chip.setToolTip(self.tr("Drop this filter"))
        chip.clicked.connect(narrowing.drop)
        return chip
