"""A row of words of which one, or none, is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from reconnect_desktop.views.kit.choice import RING, Choice, ChoiceRow
from reconnect_desktop.views.kit.look import Look

LEAST_HEIGHT = 32


class WordChoice(Choice):
    """A word in a rounded box."""

    def __init__(self, word: str, parent: QWidget) -> None:
        super().__init__(word, parent)
        self.word = word

    def sizeHint(self) -> QSize:
        """The word in the weight of a chosen one, and air."""
        words = QFontMetrics(self._font(heavy=True))
        height = max(words.height() + 12, LEAST_HEIGHT)
        return QSize(round(words.horizontalAdvance(self.word) + 32 + 4 * RING), round(height + 4 * RING))

    def paint_face(self, painter: QPainter, card: QRectF) -> None:
        """The word."""
        checked = self.isChecked()
        painter.setFont(self._font(heavy=checked))
        painter.drawText(card, Qt.AlignmentFlag.AlignCenter, self.word)

    def _font(self, *, heavy: bool) -> QFont:
        font = QFont(self.font())
        if heavy:
            font.setWeight(QFont.Weight.DemiBold)
        return font


class WordChoices(ChoiceRow):
    """Words side by side; the chosen one clicked again leaves none chosen."""

    clearable = True

    def set_words(self, words: Sequence[tuple[object, str]], look: Look) -> None:
        """What is to choose from: (value, word) each; called once."""
        for value, word in words:
            self.add_choice(value, WordChoice(word, self))
        self.set_look(look)
        self.updateGeometry()

    def rename(self, value: object, word: str) -> None:
        """Another word for the same value."""
        button = self.choices[value]
        if isinstance(button, WordChoice) and button.word != word:
            button.word = word
            button.setAccessibleName(word)
            self._hints_for = ()
            self.updateGeometry()
            self.place_parts()
            button.update()
