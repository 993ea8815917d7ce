"""A list of rows that can be ticked, with the line above it that narrows it down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QWidget

from reconnect_desktop.views.importing.tick_delegate import TickDelegate
from reconnect_desktop.views.importing.tick_model import Index, TickModel

_BATCH = 1_000  # rows


class TickList(QListView):
    """Space or a click ticks; letters go to the line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setLayoutMode(
            QListView.LayoutMode.Batched
        )  # to lay out twenty thousand rows at once takes a tenth of a second
        self.setBatchSize(_BATCH)
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

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """A tick changes no height: QListView would lay all rows out anew, and be back at the first meanwhile."""
        QAbstractItemView.dataChanged(self, first, last, list(roles))

    def _narrow(self, typed: str) -> None:
        self.rows().narrow(typed)
        self._begin_at_first()

    def _begin_at_first(self) -> None:
        self.setCurrentIndex(self.rows().index(0, 0))
