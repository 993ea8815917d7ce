"""The list of the Log: moves over headings, knows what is selected, keeps its place when rows are swapped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.views.log.log_model import LogModel
from reconnect_desktop.views.log.log_rows import Heading

_Flag = QItemSelectionModel.SelectionFlag
_Move = QAbstractItemView.CursorAction
_KEPT = 500  # a larger selection is not carried over to other rows


@dataclass(frozen=True)
class Place:
    """What is selected, where one stands, and what is at the top."""

    selected: tuple[str, ...]
    current: str | None
    row: int  # the first selected one, else the current one, else -1
    top: str | None
    offset: int  # of the top one in pixels, seldom 0


class LogList(QListView):
    """One column of rows of one height.

    chosen: another selection; typed: letters that are meant for the search; menu_wanted: where, on the screen.
    """

    chosen = Signal()
    typed = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(self, model: LogModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("log_list")
        self._rows = model
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.selectionModel().selectionChanged.connect(self.chosen)

    def selected_interactions(self) -> list[Interaction]:
        """What is selected, top to bottom."""
        return [
            one for first, last in sorted(self._ranges()) for one in self._rows.rows.interactions(first, last)
        ]

    def selected_count(self) -> int:
        """How many interactions are selected; does not walk them."""
        return sum(self._rows.rows.count_between(first, last) for first, last in self._ranges())

    def place(self) -> Place:
        """Where things are, to be asked before the rows are swapped."""
        count = self.selected_count()
        selected = tuple(one.id for one in self.selected_interactions()) if count <= _KEPT else ()
        top = self.indexAt(QPoint(4, 0))
        first = self._rows.rows.nearest(top.row()) if top.isValid() else None
        offset = self.visualRect(self._rows.index(first)).top() if first is not None else 0
        current = self.currentIndex().row()
        row = min((start for start, _ in self._ranges()), default=current)
        return Place(selected, self._id(current), row, self._id(first), offset)

    def restore(self, place: Place, follow: Sequence[str] = (), *, stay: bool = True) -> None:
        """Select again what was selected, or what is to be followed, and scroll to it.

        stay: keep the top row where it is, as after a change; a search starts at the top.
        """
        rows = self._rows.rows
        known = [wanted for wanted in follow if wanted in rows.places][:_KEPT]
        wanted = known or [kept for kept in place.selected if kept in rows.places]
        self._select(sorted(rows.places[one] for one in wanted))
        current = self._current(place, known, wanted, gone=stay)
        if current is not None:
            if not wanted and place.selected:
                self._select([current])
            self.selectionModel().setCurrentIndex(self._rows.index(current), _Flag.NoUpdate)
        self._scroll_back(place, stay=stay)
        if current is not None and (known or not stay):
            self.show_row(current)

    def show_row(self, row: int) -> None:
        """Scroll so that this row can be seen, and its month's heading if it is the first."""
        above = self._rows.row(row - 1)
        if isinstance(above, Heading):
            self.scrollTo(self._rows.index(row - 1))
        self.scrollTo(self._rows.index(row))

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """The row that a key leads to: never a heading."""
        rows, row = self._rows.rows, self.currentIndex().row()
        last = len(rows) - 1
        if last < 0:
            return QModelIndex()
        page = max(1, self.viewport().height() // max(1, self.sizeHintForRow(0)) - 1)
        steps = {_Move.MoveUp: -1, _Move.MovePrevious: -1, _Move.MoveDown: 1, _Move.MoveNext: 1}
        steps |= {
            _Move.MovePageUp: -page,
            _Move.MovePageDown: page,
            _Move.MoveHome: -last,
            _Move.MoveEnd: last,
        }
        step = steps.get(action, 0)
        to = min(max(row + step, 0), last) if row >= 0 else 0
        if isinstance(rows.items[to], Heading):
            to = to + 1 if step >= 0 or to == 0 else to - 1
        return self._rows.index(to)

    def keyboardSearch(self, search: str) -> None:
        """Typing in the list searches the journal rather than jumping about in it."""
        if search.strip():
            self.typed.emit(search)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Where the pointer is, or under the row that the keys stand on."""
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        if self.selected_count():
            self.menu_wanted.emit(at)

    def _ranges(self) -> list[tuple[int, int]]:
        selection = self.selectionModel().selection()
        parts = [selection.at(place) for place in range(selection.count())]
        return [(part.top(), part.bottom()) for part in parts]

    def _id(self, row: int | None) -> str | None:
        found = self._rows.row(row) if row is not None else None
        return found.id if isinstance(found, Interaction) else None

    def _select(self, rows: list[int]) -> None:
        selection = QItemSelection()
        first = last = -2
        for row in [*rows, -2]:
            if row != last + 1:
                if first >= 0:
                    selection.select(self._rows.index(first), self._rows.index(last))
                first = row
            last = row
        if rows or self.selectionModel().hasSelection():
            self.selectionModel().select(selection, _Flag.ClearAndSelect)

    def _current(self, place: Place, known: list[str], wanted: list[str], *, gone: bool) -> int | None:
        rows = self._rows.rows
        if known:
            return min(rows.places[one] for one in known)
        if place.current in rows.places:
            return rows.places[place.current]
        if wanted:
            return rows.places[wanted[0]]
        # It is gone: the one that took its place, so that the next key finds something to act on.
        return rows.nearest(place.row) if gone and place.row >= 0 else None

    def _scroll_back(self, place: Place, *, stay: bool) -> None:
        bar = self.verticalScrollBar()
        if not stay:
            self.scrollToTop()
            return
        if place.top in self._rows.rows.places:
            row = self._rows.rows.places[place.top]
            self.doItemsLayout()
            bar.setValue(row * self.sizeHintForRow(0) - place.offset)
