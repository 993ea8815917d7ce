"""Deleted records of any kind as rows: their words, and how they are painted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    QStringListModel,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import Letter, MoodCheckIn, Need, Pause, Record, Topic, Try
from reconnect_desktop.output.letter_words import letter_title
from reconnect_desktop.output.sentences import mood_word
from reconnect_desktop.views.kit.dates import full_day_words, short_date_words
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.log.log_matches import one_line
from reconnect_desktop.views.log.log_style import RowStyle
from reconnect_desktop.views.log.log_words import row_facts
from reconnect_desktop.views.quick_add.medium_buttons import ICONS

_Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag


@dataclass(frozen=True)
class Face:
    """What a row shows: an icon of the set in a colour of the theme, and two lines."""

    icon: str
    role: str
    title: str
    facts: str


def face_of(record: Record) -> Face:
    """How a deleted record is shown."""
    if isinstance(record, Interaction):
        facts = " · ".join(part for part in (row_facts(record), one_line(record.note)) if part)
        role = f"medium_{record.medium.value}"
        return Face(ICONS[record.medium], role, full_day_words(record.when.day), facts)
    if isinstance(record, MoodCheckIn):
        facts = _tr("Mood: {}").format(mood_word(record.mood))
        return Face("sun", "medium_other", full_day_words(record.when.day), facts)
    if isinstance(record, Topic):
        return Face("list", "medium_other", one_line(record.text), _tr("Topic for next time"))
    if isinstance(record, Pause):
        return Face("clock", "medium_other", _tr("Pause"), short_date_words(record.start))
    if isinstance(record, Letter):
        changed = _tr("Letter, {}").format(short_date_words(record.changed.day))
        return Face("pen-line", "accent", letter_title(record) or _tr("Letter"), changed)
    if isinstance(record, Try):
        return Face("lightbulb", "accent", _tr("An idea that was tried"), short_date_words(record.begun.day))
    if isinstance(record, Need):
        return Face("heart", "accent", _tr("A thought about a need"), short_date_words(record.noted.day))
    return Face("settings", "medium_other", _tr("Setting"), "")


class DeletedModel(QStringListModel):
    """The records; as with the Log, their number is kept by QStringListModel."""

    def __init__(self, records: list[Record], parent: QObject | None = None) -> None:
        super().__init__([""] * len(records), parent)
        self.records = records

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """All can be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row in words."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        face = face_of(self.records[index.row()])
        return f"{face.title}. {face.facts}"

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Nothing is changed here."""
        del index, value, role
        return False


class DeletedDelegate(QStyledItemDelegate):
    """Rows as in the Log: a round icon and two lines."""

    def __init__(self, look: Look, model: DeletedModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model
        self._style: RowStyle | None = None
        look.changed.connect(self._forget)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """The height of every row."""
        del index
        return QSize(240, self._style_for(option, 1.0).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground by state, icon, and the two lines."""
        style = self._style_for(option, painter.device().devicePixelRatio())
        face = face_of(self._model.records[index.row()])
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        _paint_ground(painter, option, style)
        inner = option.rect.adjusted(12, 0, -12, 0)
        disc = QRect(inner.left(), inner.center().y() - style.disc // 2, style.disc, style.disc)
        corner = QStyle.visualRect(option.direction, inner, disc).topLeft()
        painter.drawPixmap(corner, style.disc_with(face.icon, face.role))
        words = inner.adjusted(style.disc + style.gap, 0, 0, 0)
        words = QStyle.visualRect(option.direction, inner, words)
        _paint_words(painter, words, face, style)
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
    if option.state & _State.State_Selected:
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


def _tr(text: str) -> str:
    return QCoreApplication.translate("deleted", text)
