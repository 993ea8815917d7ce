"""Rows of a list as in the Log: a round icon and two lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.log.log_style import RowStyle

_Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag


@dataclass(frozen=True)
class Face:
    """What a row shows: an icon of the set in a colour of the theme, and two lines."""

    icon: str
    role: str
    title: str
    facts: str


class FaceDelegate(QStyledItemDelegate):
    """Paints the face that `face_at` tells of each row; marks_chosen: whether a chosen row has a ground of its own."""

    def __init__(
        self, look: Look, face_at: Callable[[int], Face], parent: QObject, *, marks_chosen: bool
    ) -> None:
        super().__init__(parent)
        self._look, self._face_at, self._marks_chosen = look, face_at, marks_chosen
        self._style: RowStyle | None = None
        look.changed.connect(self._forget)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """The height of every row."""
        del index
        return QSize(240, self._style_for(option, 1.0).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground by state, icon, and the two lines."""
        style = self._style_for(option, painter.device().devicePixelRatio())
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

    def _style_for(self, option: QStyleOptionViewItem, ratio: float) -> RowStyle:
        style = self._style
        if style is None or style.font != option.font or ratio not in (1.0, style.ratio):
            style = self._style = RowStyle(self._look, option.font, ratio)
        return style

    def _forget(self) -> None:
        self._style = None


def _paint_words(painter: QPainter, rect: QRect, face: Face, style: RowStyle) -> None:
    top = rect.center().y() - style.line
    painter.setPen(style.text)
    title = QRect(rect.left(), top - 1, rect.width(), style.line)
    style.bolds.draw(painter, title, face.title, painter.layoutDirection())
    painter.setPen(style.muted)
    facts = QRect(rect.left(), top + style.line + 1, rect.width(), style.line)
    style.plains.draw(painter, facts, face.facts, painter.layoutDirection())
