"""The rows of the Ideas page as a Qt model."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reconnect_desktop.views.ideas.idea_rows import Key, Row
from reconnect_desktop.views.ideas.idea_words import spoken, title_of
from reconnect_desktop.views.ideas.ideas_reading import Reading

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class IdeaModel(QAbstractListModel):
    """A few dozen ideas, or all tries."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.reading: Reading | None = None

    def show_rows(self, rows: list[Row], reading: Reading) -> None:
        """Show these; where they are the same ones, their words are painted anew and all else stays."""
        same = [row.key for row in rows] == [row.key for row in self.rows]
        if same:
            self.rows, self.reading = rows, reading
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows, self.reading = rows, reading
        self.endResetModel()

    def place(self, key: Key | None) -> int | None:
        """The row of this key."""
        return next((place for place, row in enumerate(self.rows) if row.key == key), None)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        """The title, and what is read aloud."""
        if not index.isValid() or self.reading is None or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == _Role.DisplayRole:
            return title_of(row)
        return spoken(row, self.reading) if role == _Role.AccessibleTextRole else None
