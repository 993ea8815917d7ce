"""A list of rows that can be ticked, with the line above it that narrows it down."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from reconnect_desktop.views.importing.tick_delegate import TickDelegate
from reconnect_desktop.views.importing.tick_model import TickModel


class TickList(QListView):
    """Space or a click ticks; letters go to the line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(TickDelegate(self))
        self._line: QLineEdit | None = None

    def show_rows(self, model: TickModel, line: QLineEdit) -> None:
        """Show these, narrowed down by what is in `line`."""
        self.setModel(model)
        self._line = line
        line.textChanged.connect(self._narrow)
        self._begin_at_first()

    def rows(self) -> TickModel:
        """What is shown."""
        model = self.model()
        assert isinstance(model, TickModel)
        return model

    def keyboardSearch(self, search: str) -> None:
        """Letters narrow the list down: looking through thousands of rows for one that begins so would take too long."""
        if self._line is not None and search.strip():
            self._line.setFocus()
            self._line.insert(search)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Always in sight."""
        super().currentChanged(current, previous)
        self.scrollTo(current)

    def _narrow(self, typed: str) -> None:
        self.rows().narrow(typed)
        self._begin_at_first()

    def _begin_at_first(self) -> None:
        self.setCurrentIndex(self.rows().index(0, 0))
