"""A small table: what is compared, and beside each number how this month stands beside it, where that can be said."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reconnect_desktop.domain.review.month_review import Arrow
from reconnect_desktop.output.sheet import Cell, Grid
from reconnect_desktop.views.early import make_plain
from reconnect_desktop.views.kit.line_breaks import kept_together
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.review.arrow_mark import ArrowMark

_TOP = Qt.AlignmentFlag.AlignTop


class GridView(QWidget):
    """Rows as sentences to a screen reader: this has the whole table as its description."""

    def __init__(self, look: Look, grid: Grid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(16)
        self._layout.setVerticalSpacing(10)
        self.setAccessibleName(grid.caption)
        self.setAccessibleDescription(in_words(grid))
        for column, heading in enumerate(grid.headings):
            self._layout.addWidget(_label(heading, "small"), 0, column, _TOP)
            self._layout.setColumnStretch(column, 3 if column == 0 else 2)
        for place, row in enumerate(grid.rows, start=1):
            self._layout.addWidget(_label(row.head), place, 0, _TOP)
            for column, cell in enumerate(row.cells, start=1):
                self._layout.addWidget(self._cell(cell, heavy=column == 1), place, column, _TOP)

    def _cell(self, cell: Cell, *, heavy: bool) -> QWidget:
        held = QWidget(self)
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_label(kept_together(cell.text), "question" if heavy else ""))
        if cell.arrow is not Arrow.NONE:
            row = QHBoxLayout()
            row.setSpacing(6)
            row.addWidget(ArrowMark(self._look, cell.arrow, held), 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(_label(cell.beside, "small"), 1)
            column.addLayout(row)
        return held


def in_words(grid: Grid) -> str:
    """The table read out, a row after the other."""
    return " ".join(
        f"{row.head}: {'; '.join(map(_told, grid.headings[1:], row.cells))}." for row in grid.rows
    )


def _told(heading: str, cell: Cell) -> str:
    beside = f" ({cell.beside})" if cell.beside else ""
    return f"{heading} {cell.text}{beside}"


def _label(text: str, kind: str = "") -> QLabel:
    label = QLabel(text)
    make_plain(label)
    label.setWordWrap(True)
    if kind:
        label.setProperty("kind", kind)
    return label
