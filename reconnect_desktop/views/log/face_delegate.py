"""Rows of a list as in the Log, a round icon and two lines: their words, and how they are painted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QStringListModel, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.log.log_style import RowStyle
from reconnect_desktop.views.log.row_delegate import RowDelegate

_Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag


@dataclass(frozen=True)
class Face:
    """What a row shows: an icon of the set in a colour of the theme, and two lines."""

    icon: str
    role: str
    title: str
    facts: str


class FaceModel(QStringListModel):
    """Rows that have faces; as with the Log, their number is kept by QStringListModel."""

    def face_at(self, row: int) -> Face:
        """What a row shows."""
        raise NotImplementedError

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """All can be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row in words."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        face = self.face_at(index.row())
        return f"{face.title}. {face.facts}"

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Nothing is changed here."""
        del index, value, role
        return False


class FaceDelegate(RowDelegate):
    """Paints the face that `face_at` tells of each row; marks_chosen: whether a chosen row has a ground of its own."""

    def __init__(
        self, look: Look, face_at: Callable[[int], Face], parent: QObject, *, marks_chosen: bool
    ) -> None:
        super().__init__(look, parent)
        self._face_at, self._marks_chosen = face_at, marks_chosen

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground by state, icon, and the two lines."""
        style = self.style_for(option, painter.device().devicePixelRatio())
        face = self._face_at(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        self._paint_ground(painter, option, style)
        inner = option.rect.adjusted(12, 0, -16, 0)
        disc = QRect(inner.left(), inner.center().y() - style.disc // 2, style.disc, style.disc)
        corner = QStyle.visualRect(option.direction, inner, disc).topLeft()
        painter.drawPixmap(corner, style.disc_with(face.icon, face.role))
        words = QStyle.visualRect(option.direction, inner, inner.adjusted(style.disc + style.gap, 0, 0, 0))
        _paint_words(painter, words, face, style)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, style: RowStyle) -> None:
        rect = QRectF(option.rect).adjusted(2, 2, -2, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._marks_chosen and option.state & _State.State_Selected:
            painter.setBrush(style.colour("sel"))
            painter.drawRoundedRect(rect, 8, 8)
        elif option.state & _State.State_MouseOver:
            painter.setBrush(style.hover)
            painter.drawRoundedRect(rect, 8, 8)
        if option.state & _State.State_HasFocus:
            painter.setPen(QPen(style.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, 8, 8)


def _paint_words(painter: QPainter, rect: QRect, face: Face, style: RowStyle) -> None:
    top = rect.center().y() - style.line
    painter.setPen(style.text)
    title = QRect(rect.left(), top - 1, rect.width(), style.line)
    style.bolds.draw(painter, title, face.title, painter.layoutDirection())
    painter.setPen(style.muted)
    facts = QRect(rect.left(), top + style.line + 1, rect.width(), style.line)
    style.plains.draw(painter, facts, face.facts, painter.layoutDirection())
