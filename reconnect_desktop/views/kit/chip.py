"""A word that can be chosen among others, each by itself."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QPushButton, QWidget


class Chip(QPushButton):
    """Stays as wide when it is chosen, and its word in bold."""

    def __init__(self, word: str, parent: QWidget) -> None:
        super().__init__(word.replace("&", "&&"), parent)
        self.setCheckable(True)
        self.setProperty("kind", "chip")

    @property
    def word(self) -> str:
        """As it reads."""
        return self.text().replace("&&", "&")

    def sizeHint(self) -> QSize:
        """Room for the bold word."""
        hint = super().sizeHint()
        usual, bold = QFont(self.font()), QFont(self.font())
        usual.setWeight(QFont.Weight.Normal)
        bold.setWeight(QFont.Weight.DemiBold)
        wider = QFontMetrics(bold).horizontalAdvance(self.word)
        wider -= QFontMetrics(usual).horizontalAdvance(self.word)
        return QSize(hint.width() + max(0, wider), hint.height())
