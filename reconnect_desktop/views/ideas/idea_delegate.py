"""Paints the list of the Ideas page as the contents of a book: chapters, and what is in them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reconnect_desktop.views.ideas.idea_model import IdeaModel
from reconnect_desktop.views.ideas.idea_rows import Kind, Row
from reconnect_desktop.views.ideas.idea_words import facts_of, title_of
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.themes import TYPE_SIZES

_Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag
_WRAP = Qt.TextFlag.TextWordWrap.value
_SIDE, _ABOVE, _INDENT = 16, 9, 0  # pixels around the words
_CHAPTER_ABOVE, _CHAPTER_BELOW = 20, 4


class IdeaDelegate(QStyledItemDelegate):
    """Rows wrap, so that nothing is cut with large text."""

    def __init__(self, look: Look, model: IdeaModel, parent: QListView) -> None:
        super().__init__(parent)
        self._look, self._model, self._list = look, model, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as the words are at this width."""
        width = self._list.viewport().width()
        title, facts = self._heights(self._row(index), width, option.font)
        above, below = _air(self._row(index), index.row())
        return QSize(width, above + title + facts + below)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground, title and facts."""
        row = self._row(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        above, below = _air(row, index.row())
        ground = option.rect.adjusted(1, above - _ABOVE + 1, -1, _ABOVE - below - 1)
        self._paint_ground(painter, option, ground)
        self._paint_words(painter, option, row, above)
        painter.restore()

    def _row(self, index: _Index) -> Row:
        return self._model.rows[index.row()]

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        box = QRectF(rect)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & _State.State_Selected:
            painter.setBrush(self._look.colour("sel"))
            painter.drawRoundedRect(box, 8, 8)
        elif option.state & _State.State_MouseOver:
            painter.setBrush(self._look.colour("line"))
            painter.drawRoundedRect(box, 8, 8)
        if option.state & _State.State_HasFocus and self._list.hasFocus():
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, above: int) -> None:
        title, facts = self._heights(row, option.rect.width(), option.font)
        area = option.rect.adjusted(_SIDE, above, -_SIDE, 0)
        painter.setFont(_title_font(row, option.font))
        painter.setPen(self._look.colour("accent" if row.key.kind is Kind.CHAPTER else "text"))
        painter.drawText(QRect(area.topLeft(), QSize(area.width(), title)), _WRAP, title_of(row))
        if facts:
            painter.setFont(_small(option.font))
            painter.setPen(self._look.colour("muted"))
            below = area.topLeft() + QPoint(0, title)
            painter.drawText(QRect(below, QSize(area.width(), facts)), _WRAP, self._facts(row))

    def _heights(self, row: Row, width: int, font: QFont) -> tuple[int, int]:
        room = QRect(0, 0, max(width - 2 * _SIDE, 80), 10_000)
        title = QFontMetrics(_title_font(row, font)).boundingRect(room, _WRAP, title_of(row)).height()
        facts = self._facts(row)
        if not facts:
            return title, 0
        return title, QFontMetrics(_small(font)).boundingRect(room, _WRAP, facts).height()

    def _facts(self, row: Row) -> str:
        reading = self._model.reading
        return facts_of(row, reading) if reading is not None else ""


def _air(row: Row, place: int) -> tuple[int, int]:
    """The room above and below the words."""
    if row.key.kind is not Kind.CHAPTER:
        return _ABOVE, _ABOVE
    return (_CHAPTER_ABOVE if place else _ABOVE), _ABOVE - _CHAPTER_BELOW


def _title_font(row: Row, font: QFont) -> QFont:
    made = QFont(font)
    if row.key.kind in (Kind.CHAPTER, Kind.TRY, Kind.NEED):
        made.setWeight(QFont.Weight.DemiBold)
    return made


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * TYPE_SIZES["size_small"])
    return made
