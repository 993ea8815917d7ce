"""How one topic is painted, clicked and edited."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reconnect_desktop.views.kit.line_breaks import breakable
from reconnect_desktop.views.kit.look import Look

_Index = QModelIndex | QPersistentModelIndex
LEFT = 8
GAP = 12
BIN = 32  # pixels of the place to delete at, at the usual size of text
_CHECK = Qt.ItemDataRole.CheckStateRole


class TopicPainter(QStyledItemDelegate):
    """One topic: a box, the text on as many lines as it takes, and a bin while it is pointed at or current."""

    def __init__(self, look: Look, parent: QListWidget, delete: Callable[[], None]) -> None:
        super().__init__(parent)
        self._look, self._list, self._delete = look, parent, delete

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as the wrapped text, and never too low to be hit."""
        width = self._list.viewport().width() - LEFT - self._side() - GAP - self._bin_side()
        room = QRect(0, 0, max(width, 40), 100_000)
        text = self._list.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, breakable(index.data()))
        return QSize(width, max(40, text.height() + 20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """From back to front."""
        current = self._list.currentIndex() == index and self._list.hasFocus()
        pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current or pointed:
            self._paint_ground(painter, option.rect, current=current)
            self._look.icon("trash-2", "muted").paint(painter, self._bin(option.rect).adjusted(8, 8, -8, -8))
        self._paint_box(painter, self._box(option.rect), done=_is_done(index))
        self._paint_text(painter, option.rect, index)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """A click on the box ticks, one on the bin deletes; Space ticks as ever."""
        if isinstance(event, QMouseEvent):
            return self._clicked(event, model, option.rect, index)
        return super().editorEvent(event, model, option, index)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: _Index) -> QWidget:
        """A line to write on."""
        editor = QLineEdit(parent)
        editor.setAccessibleName(self._list.accessibleName())
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index) -> None:
        """Over the text, not over the box."""
        text = self._text(option.rect)
        middle, height = text.center().y(), editor.sizeHint().height()
        editor.setGeometry(QRect(text.left() - 9, middle - height // 2, text.width() + 9, height))

    def _clicked(self, event: QMouseEvent, model: QAbstractItemModel, rect: QRect, index: _Index) -> bool:
        place = event.position().toPoint()
        on_box = self._box(rect).adjusted(-LEFT, -10, GAP // 2, 10).contains(place)
        on_bin = self._bin(rect).contains(place)
        if event.button() != Qt.MouseButton.LeftButton or not (on_box or on_bin):
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            if on_box:
                state = Qt.CheckState.Unchecked if _is_done(index) else Qt.CheckState.Checked
                model.setData(index, state.value, _CHECK)
            else:
                self._list.setCurrentRow(index.row())
                self._delete()
        return True

    def _paint_ground(self, painter: QPainter, rect: QRect, *, current: bool) -> None:
        painter.setPen(QPen(self._look.colour("focus"), 2) if current else Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("soft"))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 8, 8)

    def _paint_box(self, painter: QPainter, box: QRect, *, done: bool) -> None:
        painter.setPen(QPen(self._look.colour("accent" if done else "control"), 1.2))
        painter.setBrush(self._look.colour("accent" if done else "surface"))
        painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        if done:
            self._look.icon("check", "on_accent").paint(painter, box.adjusted(3, 3, -3, -3))

    def _paint_text(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        done = _is_done(index)
        font = QFont(self._list.font())
        font.setStrikeOut(done)
        painter.setFont(font)
        painter.setPen(self._look.colour("muted" if done else "text"))
        flags = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignVCenter.value
        painter.drawText(self._text(rect), flags, breakable(index.data()))

    def _box(self, rect: QRect) -> QRect:
        side = self._side()
        top = rect.center().y() - side // 2 + 1
        return self._mirrored(QRect(rect.left() + LEFT, top, side, side), rect)

    def _text(self, rect: QRect) -> QRect:
        return self._mirrored(rect.adjusted(LEFT + self._side() + GAP, 0, -self._bin_side(), 0), rect)

    def _bin(self, rect: QRect) -> QRect:
        side = self._bin_side()
        top = rect.center().y() - side // 2 + 1
        return self._mirrored(QRect(rect.right() - side, top, side, side), rect)

    def _side(self) -> int:
        return max(20, round(self._list.fontMetrics().height() * 1.1))

    def _bin_side(self) -> int:
        return max(BIN, round(self._list.fontMetrics().height() * 1.8))

    def _mirrored(self, inner: QRect, rect: QRect) -> QRect:
        return QStyle.visualRect(self._list.layoutDirection(), rect, inner)


def _is_done(index: _Index) -> bool:
    return Qt.CheckState(index.data(_CHECK)) == Qt.CheckState.Checked
