"""A chapter of the Ideas page: what it is about, and the ideas in it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reconnect_desktop.domain.suggestions import Asks, Part, filled
from reconnect_desktop.views.early import make_plain
from reconnect_desktop.views.ideas.ideas_reading import Reading
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.prose import Prose
from reconnect_desktop.views.today.offer import Offer

_ICONS = {Asks.CONTACT: "message-circle", Asks.SELF: "pen-line", Asks.SUPPORT: "users"}


class ChapterPage(QWidget):
    """Name, introduction, and a large button for each idea.

    opened: the id of an idea.
    """

    opened = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.title, self.about = QLabel(self), Prose(self)
        self.title.setProperty("kind", "title")
        self.title.setWordWrap(True)
        make_plain(self.title)
        self._offers: list[Offer] = []
        self._ids: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.title)
        self._column.addSpacing(8)
        self._column.addWidget(self.about)
        self._column.addSpacing(16)
        self._column.addStretch()

    def show_part(self, part: Part, reading: Reading) -> None:
        """Show this chapter."""
        words = reading.catalogue.parts[part]
        self.title.setText(filled(words.name, reading.name))
        self.about.say(filled(words.about, reading.name))
        ideas = [idea for idea in reading.offered if idea.part is part]
        self._ids = [idea.id for idea in ideas]
        for place, idea in enumerate(ideas):
            what = filled(idea.what, reading.name)
            self._offer(place, _ICONS[idea.asks]).set_words(
                filled(idea.title, reading.name).replace("&", "&&"), _first_sentence(what)
            )
        for offer in self._offers[len(ideas) :]:
            offer.hide()

    def _offer(self, place: int, icon: str) -> Offer:
        if place == len(self._offers):
            made = Offer(self._look, icon, self)
            made.clicked.connect(lambda: self.opened.emit(self._ids[place]))
            self._offers.append(made)
            self._column.insertWidget(self._column.count() - 1, made)
        offer = self._offers[place]
        offer.set_icon(icon)
        offer.show()
        return offer


def _first_sentence(text: str) -> str:
    """Up to the first full stop, question mark or exclamation mark that a space follows."""
    ends = [end for mark in ".?!" if (end := text.find(f"{mark} ")) > 0]
    return text[: min(ends) + 1] if ends else text
