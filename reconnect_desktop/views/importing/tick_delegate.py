"""Somebody or something in a file as a row: a box to tick, the name, and under it what tells it from others."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

BETWEEN = "  ·  "  # the name, and the parts after it, as a screen reader is given them in one line
_PAD, _GAP = 10, 12  # pixels
_STATE = Qt.ItemDataRole.CheckStateRole

Index = QModelIndex | QPersistentModelIndex


class TickDelegate(QStyledItemDelegate):
    """The whole row is the target: a click anywhere or Space ticks it."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines and some air."""
        return QSize(120, 2 * QFontMetrics(option.font).height() + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, box, and two lines that are cut short where they are too long."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        widget, rect = shown.widget, QRect(shown.rect)
        style = widget.style() if widget else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, shown, painter, widget)
        box = self._box(shown, style, widget)
        checked = index.data(_STATE) in (Qt.CheckState.Checked, Qt.CheckState.Checked.value)
        mark = QStyleOptionViewItem(shown)
        mark.rect = box
        wanted = QStyle.StateFlag.State_On if checked else QStyle.StateFlag.State_Off
        mark.state = QStyle.StateFlag.State_Enabled | wanted
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, mark, painter, widget)
        mirrored = QApplication.isRightToLeft()
        lines = rect.adjusted(_PAD, _PAD, -(box.width() + _PAD + _GAP), -_PAD)
        if not mirrored:
            lines = rect.adjusted(box.width() + _PAD + _GAP, _PAD, -_PAD, -_PAD)
        self._write(painter, shown, lines, str(index.data()))

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, _option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Tick or untick."""
        if isinstance(event, QMouseEvent):
            if event.button() != Qt.MouseButton.LeftButton:
                return False
            if event.type() == QEvent.Type.MouseButtonRelease:
                _toggle(model, index)
            return True
        if isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            _toggle(model, index)
            return True
        return False

    def _box(self, option: QStyleOptionViewItem, style: QStyle, widget: QWidget | None) -> QRect:
        rect = QRect(option.rect)
        side = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, option, widget)
        side = max(side, round(QFontMetrics(option.font).height() * 1.1))
        left = rect.right() - _PAD - side if QApplication.isRightToLeft() else rect.left() + _PAD
        return QRect(left, rect.center().y() - side // 2, side, side)

    def _write(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, text: str) -> None:
        name, _, rest = text.partition(BETWEEN)
        heavy = QFont(option.font)
        heavy.setWeight(QFont.Weight.DemiBold)
        height = QFontMetrics(heavy).height()
        palette: QPalette = option.palette
        painter.save()
        for line, font, role, top in (
            (name, heavy, QPalette.ColorRole.Text, rect.top()),
            (rest, option.font, QPalette.ColorRole.PlaceholderText, rect.top() + height),
        ):
            painter.setFont(font)
            painter.setPen(palette.color(QPalette.ColorGroup.Active, role))
            cut = QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, rect.width())
            place = QRect(rect.left(), top, rect.width(), height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, cut)
        painter.restore()


def _toggle(model: QAbstractItemModel, index: Index) -> None:
    checked = index.data(_STATE) in (Qt.CheckState.Checked, Qt.CheckState.Checked.value)
    model.setData(index, Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked, _STATE)
