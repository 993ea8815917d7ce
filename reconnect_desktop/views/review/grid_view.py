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
    """Rows as sentences to a screen reader: this has the whole table as its description.

    Where it is narrow, what a row is about stands above its numbers.
    """

    heard_as = "Table"

    def __init__(self, look: Look, grid: Grid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._narrow: bool | None = None
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setAccessibleName(grid.caption)
        self.setAccessibleDescription(in_words(grid))
        self._headings = [_label(heading, "small") for heading in grid.headings]
        self._rows = [
            (_label(row.head), [self._cell(cell, heavy=at == 0) for at, cell in enumerate(row.cells)])
            for row in grid.rows
        ]
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """Lay it out for much, or little width."""
        if narrow is self._narrow:
            return
        self._narrow = narrow
        layout, first = self._layout, 0 if narrow else 1
        layout.setHorizontalSpacing(8 if narrow else 16)
        layout.setVerticalSpacing(2 if narrow else 10)
        layout.setColumnStretch(0, 2 if narrow else 3)
        self._headings[0].setVisible(not narrow and bool(self._headings[0].text()))
        for column, heading in enumerate(self._headings[1:], start=first):
            layout.addWidget(heading, 0, column, _TOP)
            layout.setColumnStretch(column, 2)
        layout.setColumnStretch(len(self._headings) - 1, 0 if narrow else 2)
        for place, (head, cells) in enumerate(self._rows):
            self._place(2 * place + 1, head, cells, first)

    def _place(self, at: int, head: QWidget, cells: list[QWidget], first: int) -> None:
        """A row: in one line, or in two."""
        across = 1 if first else len(cells)
        head.setContentsMargins(0, 0 if first else 8, 0, 0)
        self._layout.addWidget(head, at, 0, 1, across, _TOP)
        for column, cell in enumerate(cells, start=first):
            self._layout.addWidget(cell, at if first else at + 1, column, _TOP)

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
