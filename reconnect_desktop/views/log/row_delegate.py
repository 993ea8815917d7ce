"""What all lists that look like the Log have in common: rows of one height, in a style made once."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.log.log_style import RowStyle


class RowDelegate(QStyledItemDelegate):
    """Keeps the style of the rows until the look, the font or the screen is another."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._style: RowStyle | None = None
        look.changed.connect(self._forget)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The height of every row."""
        del index
        return QSize(240, self.style_for(option, 1.0).height)

    def style_for(self, option: QStyleOptionViewItem, ratio: float) -> RowStyle:
        """Fonts, colours and pictures for a row on a screen of this pixel ratio; 1.0 will do to measure."""
        style = self._style
        if style is None or style.font != option.font or ratio not in (1.0, style.ratio):
            style = self._style = RowStyle(self._look, option.font, ratio)
        return style

    def _forget(self) -> None:
        self._style = None
