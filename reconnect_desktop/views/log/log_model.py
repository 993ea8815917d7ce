"""The Log's rows as a Qt model: it swaps lists that were built elsewhere."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.views.log.log_rows import NO_ROWS, Heading, Row, Rows, Span
from reconnect_desktop.views.log.log_words import spoken, tool_tip

ROW_ROLE = Qt.ItemDataRole.UserRole  # the Heading or Interaction itself
_STEPS = 500  # a difference of up to so many rows is told as such, a larger one as a new list

_Index = QModelIndex | QPersistentModelIndex


class LogModel(QStringListModel):
    """Months and interactions.

    The rows are counted by QStringListModel (its strings stay empty): a view asks for their number twice per
    row whenever it lays them out, which through a method in Python takes 50 ms for 22,000 rows instead of 4.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Rows = NO_ROWS
        self.today = date.min
        self.words: tuple[str, ...] = ()
        # While a difference is told: the rows as they were, which still stand from row `_cut` on.
        self._before: Rows | None = None
        self._cut = 0
        # Connected before any view: whoever hears of it later finds the new rows.
        self.rowsInserted.connect(self._finish)
        self.rowsRemoved.connect(self._finish)

    def show_rows(self, rows: Rows, span: Span, today: date, words: tuple[str, ...]) -> None:
        """Swap the rows for `rows`, which differ from the present ones in `span`.

        today: what "Today" is; words: of the search, folded, to be marked.
        """
        repaint = (today, words) != (self.today, self.words)
        self.today, self.words = today, words
        before, self.rows = self.rows, rows
        fits = self.rowCount() - span.old + span.new == len(rows)
        if span.old + span.new > _STEPS or not self.rowCount() or not fits:
            self.setStringList([""] * len(rows))
            return
        self._step(before, span)
        if repaint and len(rows):
            self._tell(0, len(rows))

    def _step(self, before: Rows, span: Span) -> None:
        """Tell the difference: first what is another row in its old place, then what came or went below."""
        common = min(span.old, span.new)
        self._cut = span.start + common
        if span.old != span.new:
            self._before = before
        if common:
            self._tell(span.start, common)
        if span.new > common:
            self.insertRows(self._cut, span.new - common)
        elif span.old > common:
            self.removeRows(self._cut, span.old - common)

    def _tell(self, first: int, count: int) -> None:
        self.dataChanged.emit(self.index(first), self.index(first + count - 1))

    def _finish(self) -> None:
        self._before = None

    def clear(self) -> None:
        """Show nothing."""
        self.rows = NO_ROWS
        self.setStringList([])

    def row(self, place: int) -> Row | None:
        """The heading or interaction at this row."""
        rows = self.rows if self._before is None or place < self._cut else self._before
        return rows.items[place] if 0 <= place < len(rows.items) else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings can be neither selected nor stood on."""
        if not isinstance(self.row(index.row()), Interaction):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row itself for `ROW_ROLE`, and its words for who hears or copies it."""
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and not isinstance(row, Heading):
            return tool_tip(row)
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Nothing is changed through the model: changes go through the journal."""
        del index, value, role
        return False
