"""The letters as rows, the one changed last on top."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from reconnect_desktop.domain.records import Letter
from reconnect_desktop.language import tr
from reconnect_desktop.output.capitals import opening
from reconnect_desktop.output.letter_words import letter_title, opening_words
from reconnect_desktop.views.kit.dates import day_words, time_words
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.log.face_delegate import Face, FaceDelegate, FaceModel


def title_words(letter: Letter) -> str:
    """What the letter is called in the list."""
    return letter_title(letter) or tr("A letter without words yet")


def facts_words(letter: Letter, today: date) -> str:
    """When it was changed, and how it goes on."""
    changed = f"{opening(day_words(letter.changed.day, today))}, {time_words(letter.changed.local)}"
    words = opening_words(letter.text) if letter.title.strip() else ""
    return f"{changed} · {words}" if words else changed


class LetterModel(FaceModel):
    """The letters."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.letters: list[Letter] = []
        self.today = date.min

    def show_letters(self, letters: Iterable[Letter], today: date) -> None:
        """Have these as rows."""
        self.letters = sorted(letters, key=lambda one: (one.changed.timestamp, one.id), reverse=True)
        self.today = today
        self.setStringList([one.id for one in self.letters])

    def face_at(self, row: int) -> Face:
        """What a row shows."""
        letter = self.letters[row]
        return Face("pen-line", "accent", title_words(letter), facts_words(letter, self.today))


class LetterList(QListView):
    """One column of rows.

    opened: the id of a letter; menu_wanted: where, on the screen; delete_wanted: the current one.
    """

    opened = Signal(str)
    menu_wanted = Signal(QPoint)
    delete_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("letter_list")
        self.rows = LetterModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(FaceDelegate(look, self.rows.face_at, self, marks_chosen=False))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        look.changed.connect(self.doItemsLayout)

    def current_id(self) -> str | None:
        """The letter that the keys stand on."""
        index = self.currentIndex()
        return self.rows.letters[index.row()].id if index.isValid() else None

    def stand_on(self, letter_id: str | None) -> None:
        """Put the keys on this letter, or on the first."""
        ids = [one.id for one in self.rows.letters]
        row = ids.index(letter_id) if letter_id in ids else 0
        if ids:
            self.setCurrentIndex(self.rows.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete deletes."""
        one = self.current_id()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and one is not None:
            self.opened.emit(one)
        elif event.key() == Qt.Key.Key_Delete and one is not None:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.opened.emit(self.rows.letters[index.row()].id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Where the pointer is, or under the row that the keys stand on."""
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        if self.current_id() is not None:
            self.menu_wanted.emit(at)
