"""A pair side by side, line by line; what differs is marked by a sign and by weight."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from reconnect_desktop.domain.twins import Twin
from reconnect_desktop.language import tr
from reconnect_desktop.views.twins.pair_words import Line, lines, written_words

_NAMES_ASIDE = 38  # letters m of width from which on the names stand beside what they name
_DIFFERS = "≠"
_BETWEEN = 8  # pixels between two lines


class _Row(NamedTuple):
    name: QLabel
    one: QLabel
    other: QLabel


class PairView(QWidget):
    """Two columns under their headings; screen readers are told of each line as a whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._rows: list[_Row] = []
        self._shown = 0
        self._aside: bool | None = None
        self._heading = self._make_row("section")

    def show_twin(self, twin: Twin) -> None:
        """Show these two in the place of the last."""
        self._heading.one.setText(written_words(twin.one))
        self._heading.other.setText(written_words(twin.other))
        told = lines(twin.one, twin.other)
        while len(self._rows) < len(told):
            self._rows.append(self._make_row(""))
        for place, row in enumerate(self._rows):
            for label in row:
                label.setVisible(place < len(told))
            if place < len(told):
                self._fill(row, told[place])
        self._shown = len(told)
        self._aside = None
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another arrangement."""
        super().resizeEvent(event)
        self._arrange()

    def _make_row(self, kind: str) -> _Row:
        row = _Row(QLabel(self), QLabel(self), QLabel(self))
        for label in row:
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            label.setProperty("kind", kind)
        row.name.setProperty("kind", "muted")
        row.name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return row

    def _fill(self, row: _Row, line: Line) -> None:
        row.name.setText(f"{_DIFFERS} {line.name}" if line.differs else line.name)
        said = f"{line.name}, {tr('differs')}" if line.differs else line.name
        for label, words in ((row.one, line.one), (row.other, line.other)):
            label.setText(words or "–")
            label.setAccessibleName(f"{said}: {words or tr('nothing')}")
            font = QFont(label.font())
            font.setBold(line.differs)
            label.setFont(font)

    def _arrange(self) -> None:
        """The names in a column of their own, or each above its line where it is narrow."""
        aside = self.width() / self.fontMetrics().horizontalAdvance("m") >= _NAMES_ASIDE
        if aside == self._aside:
            return
        self._aside, grid = aside, self._grid
        for label in (label for row in (self._heading, *self._rows) for label in row):
            grid.removeWidget(label)
        self._heading.name.setVisible(aside)
        for place, row in enumerate((self._heading, *self._rows[: self._shown])):
            for label in row:
                label.setContentsMargins(0, _BETWEEN if place and (aside or label is row.name) else 0, 0, 0)
            grid.addWidget(row.name, 2 * place, 0 if aside else 1, 1, 1 if aside else 2)
            for column, label in ((1, row.one), (2, row.other)):
                grid.addWidget(label, 2 * place + (not aside), column)
        for column in (1, 2):
            grid.setColumnStretch(column, 1)
