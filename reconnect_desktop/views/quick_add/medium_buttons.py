"""The six media as buttons with icon and word."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.language import tr_in
from reconnect_desktop.views.early import ALIGN_TOP_CENTRE, HIDE_MNEMONIC, SHOW_MNEMONIC
from reconnect_desktop.views.kit.choice import RING, Choice, ChoiceRow
from reconnect_desktop.views.kit.letter_keys import letter_of

ICONS: dict[Medium, str] = {
    Medium.CALL: "phone",
    Medium.VIDEO: "video",
    Medium.VISIT: "users",
    Medium.MESSAGE: "message-circle",
    Medium.LETTER: "mail",
    Medium.OTHER: "ellipsis",
}
ICON = 20  # pixels, at the usual size of text


def media_words() -> dict[Medium, tuple[str, str]]:
    """For each medium the letter that chooses it, and its word on the button, which holds that letter."""
    marked = {
        Medium.CALL: tr_in("medium", "&Call"),
        Medium.VIDEO: tr_in("medium", "&Video"),
        Medium.VISIT: tr_in("medium", "In &person"),
        Medium.MESSAGE: tr_in("medium", "&Message"),
        Medium.LETTER: tr_in("medium", "&Letter"),
        Medium.OTHER: tr_in("medium", "&Other"),
    }
    return {medium: (letter_of(words), words.replace("&", "")) for medium, words in marked.items()}


class MediumButton(Choice):
    """Icon above the word; the letter that chooses it is underlined while the letters work."""

    def __init__(self, medium: Medium, letter: str, word: str, parent: QWidget) -> None:
        super().__init__(word, parent)
        self.setToolTip(f"{word} ({letter.upper()})")
        self._medium = medium
        self._word = word
        place = word.casefold().find(letter)
        self._marked = word if place < 0 else f"{word[:place]}&{word[place:]}"

    def sizeHint(self) -> QSize:
        """Wide enough for the word in the weight of a chosen one, in any state."""
        words = QFontMetrics(_heavy(self.font()))
        height = words.height() + self._icon_side() + 22
        return QSize(max(words.horizontalAdvance(self._word) + 14, 56), round(height + 4 * RING))

    def paint_face(self, painter: QPainter, card: QRectF) -> None:
        """The icon, and the word under it."""
        checked = self.isChecked()
        side = self._icon_side()
        words = QFontMetrics(_heavy(self.font())).height()
        top = card.center().y() - (side + 4 + words) / 2
        role = "accent" if checked else "text"
        icon = QRect(round(card.center().x() - side / 2), round(top), side, side)
        self.look.icon(ICONS[self._medium], role).paint(painter, icon)
        painter.setFont(_heavy(self.font()) if checked else self.font())
        box = QRectF(card.left(), top + side + 4, card.width(), words)
        marks = SHOW_MNEMONIC if self._letters_work() else HIDE_MNEMONIC
        painter.drawText(box, ALIGN_TOP_CENTRE | marks, self._marked)

    def _letters_work(self) -> bool:
        row = self.parentWidget()
        return isinstance(row, QWidget) and row.isAncestorOf(self.window().focusWidget() or self.window())

    def _icon_side(self) -> int:
        return max(ICON, round(self.fontMetrics().height() * 1.25))


class MediumButtons(ChoiceRow):
    """Which medium: one tab stop, arrows, and a letter for each."""

    counts = (6, 3, 2, 1)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for medium, (letter, word) in media_words().items():
            self.add_choice(medium, MediumButton(medium, letter, word, self))
            self.keys[letter] = medium

    @property
    def value(self) -> Medium | None:
        """The chosen medium."""
        value = self.chosen_value()
        return value if isinstance(value, Medium) else None

    @value.setter
    def value(self, medium: Medium | None) -> None:
        self.choose(medium)


def _heavy(font: QFont) -> QFont:
    heavy = QFont(font)
    heavy.setWeight(QFont.Weight.DemiBold)
    return heavy
