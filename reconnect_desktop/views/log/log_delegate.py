"""Paints the Log: a quiet heading for each month, and its interactions as the rows of one card."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.language import apart
from reconnect_desktop.output.capitals import opening
from reconnect_desktop.views.kit.dates import month_words
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.log.log_model import LogModel
from reconnect_desktop.views.log.log_row_painter import RowPainter
from reconnect_desktop.views.log.log_rows import Heading
from reconnect_desktop.views.log.log_style import RowStyle
from reconnect_desktop.views.log.log_words import count_of
from reconnect_desktop.views.log.row_delegate import RowDelegate

_Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag


class LogDelegate(RowDelegate):
    """Rows of one height, whatever they hold; on a narrow window the note goes first, then the tags."""

    def __init__(self, look: Look, model: LogModel, parent: QObject | None = None) -> None:
        super().__init__(look, parent)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a month's heading or an interaction."""
        style = self.style_for(option, painter.device().devicePixelRatio())
        row = self._model.row(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        if isinstance(row, Heading):
            _paint_heading(painter, option.rect, row, style)
        elif row is not None:
            self._paint_ground(painter, option, index.row(), style)
            RowPainter.paint(painter, option, style, self._model, row)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, place: int, style: RowStyle
    ) -> None:
        first = not isinstance(self._model.row(place - 1), Interaction)
        last = not isinstance(self._model.row(place + 1), Interaction)
        _paint_card(painter, option.rect, style, first=first, last=last)
        inner = QRectF(option.rect).adjusted(5, 3, -5, -3)
        if option.state & _State.State_Selected:
            _fill_round(painter, inner, style.colour("sel"))
        elif option.state & _State.State_MouseOver:
            _fill_round(painter, inner, style.hover)
        if not last:
            indent = style.pad + style.disc + style.gap
            line = QRect(indent, 0, option.rect.width() - indent - style.pad, 1)
            line.translate(option.rect.left(), option.rect.bottom())
            painter.fillRect(QStyle.visualRect(option.direction, option.rect, line), style.colour("line"))
        if option.state & _State.State_HasFocus and option.state & _State.State_Active:
            painter.setPen(QPen(style.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner.adjusted(-1, 1, 1, -1), 9, 9)


def _paint_heading(painter: QPainter, rect: QRect, heading: Heading, style: RowStyle) -> None:
    base = rect.adjusted(style.pad // 4, 0, -style.pad // 4, -10)
    at_bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
    painter.setFont(style.section)
    painter.setPen(style.colour("text"))
    month = opening(month_words(heading.year, heading.month))
    painter.drawText(base, at_bottom, month)
    taken = painter.fontMetrics().horizontalAdvance(month) + style.gap
    painter.setFont(style.font)
    painter.setPen(style.colour("muted"))
    count = apart(count_of(heading))
    if taken + painter.fontMetrics().horizontalAdvance(count) <= base.width():
        painter.drawText(base, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, count)


def _paint_card(painter: QPainter, rect: QRect, style: RowStyle, *, first: bool, last: bool) -> None:
    """A row's part of the month's card: its corners are round, what belongs to the neighbours is cut off."""
    if first or last:
        beyond = 2 * style.radius
        painter.setClipRect(rect)
        painter.setPen(QPen(style.colour("line"), 1))
        painter.setBrush(style.colour("surface"))
        card = QRectF(rect).adjusted(0.5, 0.5 if first else -beyond, -0.5, -0.5 if last else beyond)
        painter.drawRoundedRect(card, style.radius, style.radius)
        return
    painter.fillRect(rect, style.colour("line"))
    painter.fillRect(rect.adjusted(1, 0, -1, 0), style.colour("surface"))


def _fill_round(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(rect, 8, 8)
