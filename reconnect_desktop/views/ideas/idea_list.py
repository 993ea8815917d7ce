"""The list of the Ideas page: rows as high as their words, one of them current."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from reconnect_desktop.views.ideas.idea_delegate import IdeaDelegate
from reconnect_desktop.views.ideas.idea_model import IdeaModel
from reconnect_desktop.views.ideas.idea_rows import Key
from reconnect_desktop.views.kit.look import Look

_Index = QModelIndex | QPersistentModelIndex


class IdeaList(QListView):
    """Arrows move, Enter or a click opens, letters go to the search.

    moved: the Key of the row that is current now; opened: of the one to be read; typed: letters for the search.
    """

    moved = Signal(object)
    opened = Signal(object)
    typed = Signal(str)

    def __init__(self, look: Look, model: IdeaModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("idea_list")
        self.setProperty("kind", "plain")
        self._rows = model
        self._silent = False
        self.setModel(model)
        self.setItemDelegate(IdeaDelegate(look, model, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.clicked.connect(self._open)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def show_key(self, key: Key | None) -> None:
        """Make this row the current one without telling anybody; none where it is not there."""
        place = self._rows.place(key)
        self._silent = True
        try:
            if place is None:
                self.selectionModel().clear()
            elif self.currentIndex().row() != place or not self.selectionModel().hasSelection():
                self.setCurrentIndex(self._rows.index(place))
        finally:
            self._silent = False

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Qt says that another row is the current one."""
        super().currentChanged(current, previous)
        if not self._silent and current.isValid():
            self.moved.emit(self._rows.rows[current.row()].key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming here opens nothing: Qt only marks a row to begin with, where there is none."""
        self._silent = True
        super().focusInEvent(event)
        self._silent = False

    def keyboardSearch(self, search: str) -> None:
        """Typing in the list searches the book rather than jumping about in it."""
        if search.strip():
            self.typed.emit(search)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower list breaks lines elsewhere."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._rows.rows[index.row()].key)
