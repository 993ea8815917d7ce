"""Thousands of rows, each of which can be ticked, narrowed down by what is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

Index = QModelIndex | QPersistentModelIndex

_ROLE = Qt.ItemDataRole
_CHECK = Qt.CheckState


class TickModel(QAbstractListModel):
    """Rows are known by their place among all; words are put together for those that are seen.

    ticked: other rows are ticked now. found_by: what each row is found by, casefolded; words: of the row at this place.
    """

    ticked = Signal()

    def __init__(self, found_by: Sequence[str], words: Callable[[int], str], parent: QObject) -> None:
        super().__init__(parent)
        self._found_by, self._words = found_by, words
        self._shown: Sequence[int] = range(len(found_by))
        self._ticks: set[int] = set()

    @property
    def ticks(self) -> list[int]:
        """The places of the ticked rows, shown or not, in order."""
        return sorted(self._ticks)

    @property
    def count(self) -> int:
        """How many are ticked."""
        return len(self._ticks)

    def place(self, index: Index) -> int:
        """Which row this is, among all."""
        return self._shown[index.row()]

    def tick(self, places: Iterable[int]) -> None:
        """Tick these, and only these."""
        self._take(set(places))

    def tick_shown(self, *, on: bool) -> None:
        """Tick all that are shown, or none of them; those that are not shown stay as they are."""
        self._take(self._ticks | set(self._shown) if on else self._ticks - set(self._shown))

    def narrow(self, typed: str) -> None:
        """Show those with all of these words."""
        wanted = typed.casefold().split()
        self.beginResetModel()
        self._shown = [
            place for place, text in enumerate(self._found_by) if all(word in text for word in wanted)
        ]
        self.endResetModel()

    # As of any model

    def rowCount(self, parent: Index | None = None) -> int:
        """How many are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """The words of a row, and whether it is ticked."""
        if role == _ROLE.CheckStateRole:
            return _CHECK.Checked if self.place(index) in self._ticks else _CHECK.Unchecked
        if role == _ROLE.DisplayRole:
            return self._words(self.place(index))
        if role == _ROLE.ToolTipRole:  # Qt would take what looks like markup for markup
            return f"<p>{escape(self._words(self.place(index)))}</p>"
        return None

    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:
        """Tick a row, or not any more."""
        if role != _ROLE.CheckStateRole:
            return False
        on = value in (_CHECK.Checked, _CHECK.Checked.value)
        (self._ticks.add if on else self._ticks.discard)(self.place(index))
        self.dataChanged.emit(index, index, [_ROLE.CheckStateRole])
        self.ticked.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Each can be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def _take(self, ticks: set[int]) -> None:
        if ticks == self._ticks:
            return
        self._ticks = ticks
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1), [_ROLE.CheckStateRole])
        self.ticked.emit()
