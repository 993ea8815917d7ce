"""Phrases to start from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.way_card import WayCard


class Drafts(QWidget):
    """A card for each phrase; without any it takes no room.

    taken: a phrase to start from.
    """

    taken = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._cards: list[WayCard] = []
        self.phrases: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def buttons(self) -> list[QWidget]:
        """What can be pressed, from top to bottom."""
        return [button for card in self._cards for button in (card.button, card.copy_button)]

    def show_phrases(self, phrases: Sequence[str]) -> None:
        """Offer these."""
        self.phrases = tuple(phrases)
        while len(self._cards) < len(phrases):
            card = WayCard(self._look, self, offers=self.tr("Start from this"))
            card.taken.connect(self.taken)
            self._cards.append(card)
            self._column.addWidget(card)
        for card, phrase in zip(self._cards, phrases, strict=False):
            card.show_words(phrase)
            card.show()
        for card in self._cards[len(phrases) :]:
            card.hide()
        self.setVisible(bool(phrases))
