"""The letters as rows, the one changed last on top."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reconnect_desktop.domain.records import Letter
from reconnect_desktop.output.letter_words import letter_title, opening_words
from reconnect_desktop.views.kit.dates import day_words, time_words
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.log.log_style import RowStyle

_Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag


def title_words(letter: Letter) -> str:
    """What the letter is called in the list."""
    return letter_title(letter) or _tr("A letter without words yet")


def facts_words(letter: Letter, today: date) -> str:
    """When it was changed, and how it goes on."""
    changed = f"{day_words(letter.changed.day, today)}, {time_words(letter.changed.local)}"
    words = opening_words(letter.text) if letter.title.strip() else ""
    return f"{changed} · {words}" if words else changed


class LetterModel(QStringListModel):
    """The letters; their number is kept by QStringListModel, as in the Log."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.letters: list[Letter] = []
        self.today = date.min

    def show_letters(self, letters: Iterable[Letter], today: date) -> None:
        """Have these as rows."""
        self.letters = sorted(letters, key=lambda one: (one.changed.timestamp, one.id), reverse=True)
        self.today = today
        self.setStringList([one.id for one in self.letters])

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """All can be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row in words."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        letter = self.letters[index.row()]
        return f"{title_words(letter)}. {facts_words(letter, self.today)}"


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
        self.setItemDelegate(LetterDelegate(look, self.rows, self))
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


class LetterDelegate(QStyledItemDelegate):
    """A round icon and two lines, as in the Log."""

    def __init__(self, look: Look, model: LetterModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._model = look, model
        self._style: RowStyle | None = None
        look.changed.connect(self._forget)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """The height of every row."""
        del index
        return QSize(240, self._style_for(option, 1.0).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground by state, icon, and the two lines."""
        style = self._style_for(option, painter.device().devicePixelRatio())
        letter = self._model.letters[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        _paint_ground(painter, option, style)
        inner = option.rect.adjusted(12, 0, -16, 0)
        disc = QRect(inner.left(), inner.center().y() - style.disc // 2, style.disc, style.disc)
        corner = QStyle.visualRect(option.direction, inner, disc).topLeft()
        painter.drawPixmap(corner, style.disc_with("pen-line", "accent"))
        words = QStyle.visualRect(option.direction, inner, inner.adjusted(style.disc + style.gap, 0, 0, 0))
        _paint_words(painter, words, (title_words(letter), facts_words(letter, self._model.today)), style)
        painter.restore()

    def _style_for(self, option: QStyleOptionViewItem, ratio: float) -> RowStyle:
        style = self._style
        if style is None or style.font != option.font or ratio not in (1.0, style.ratio):
            style = self._style = RowStyle(self._look, option.font, ratio)
        return style

    def _forget(self) -> None:
        self._style = None


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, style: RowStyle) -> None:
    rect = QRectF(option.rect).adjusted(2, 2, -2, -2)
    painter.setPen(Qt.PenStyle.NoPen)
    if option.state & _State.State_MouseOver:
        painter.setBrush(style.hover)
        painter.drawRoundedRect(rect, 8, 8)
    if option.state & _State.State_HasFocus:
        painter.setPen(QPen(style.colour("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, 8, 8)


def _paint_words(painter: QPainter, rect: QRect, lines: tuple[str, str], style: RowStyle) -> None:
    top = rect.center().y() - style.line
    painter.setPen(style.text)
    title = QRect(rect.left(), top - 1, rect.width(), style.line)
    style.bolds.draw(painter, title, lines[0], painter.layoutDirection())
    painter.setPen(style.muted)
    facts = QRect(rect.left(), top + style.line + 1, rect.width(), style.line)
    style.plains.draw(painter, facts, lines[1], painter.layoutDirection())


def _tr(text: str) -> str:
    return QCoreApplication.translate("letters", text)
