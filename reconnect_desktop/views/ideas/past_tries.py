"""Earlier tries of one idea, in a line each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reconnect_desktop.domain.records import Try
from reconnect_desktop.views.ideas.idea_words import try_line


class PastTries(QWidget):
    """Newest first; each line leads to the try.

    opened: the id of a try.
    """

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: list[str] = []
        self.lines: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_tries(self, tries: Sequence[Try], today: date) -> None:
        """Show these."""
        self._ids = [one.id for one in tries]
        while len(self.lines) < len(tries):
            self._add()
        for line, one in zip(self.lines, tries, strict=False):
            line.setText(try_line(one, today))
            line.show()
        for line in self.lines[len(tries) :]:
            line.hide()

    def _add(self) -> None:
        place, line = len(self.lines), QPushButton(self)
        line.setProperty("kind", "link")
        line.clicked.connect(lambda: self.opened.emit(self._ids[place]))
        self.lines.append(line)
        self._column.addWidget(line, 0, Qt.AlignmentFlag.AlignLeading)
