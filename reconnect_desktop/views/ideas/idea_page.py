"""One idea to read: what it is, when it fits, words for it, and what came of it before."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from reconnect_desktop.domain.records import Try
from reconnect_desktop.domain.suggestions import Asks, LeadsTo, Suggestion, filled
from reconnect_desktop.views.forms.idea_page import Ui_IdeaPage
from reconnect_desktop.views.ideas.fitting_words import when_it_fits
from reconnect_desktop.views.ideas.ideas_reading import Reading
from reconnect_desktop.views.ideas.past_tries import PastTries
from reconnect_desktop.views.ideas.try_card import TryCard
from reconnect_desktop.views.kit.flow_layout import FlowLayout
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.tab_order import chain
from reconnect_desktop.views.kit.way_card import WayCard

_TRIES_MOST = 6  # told tries shown below an idea; all are in their section


class IdeaPage(QWidget):
    """Shows a suggestion, and above it the try it was come by, if it was.

    taken_up, retired, brought_back: the id of the suggestion; led: it, and where it goes on; chapter_wanted: its Part;
    try_wanted: the id of an earlier try.
    told, noted, deleted: as those of a TryCard.
    """

    taken_up = Signal(str)
    retired = Signal(str)
    brought_back = Signal(str)
    led = Signal(str, object)
    chapter_wanted = Signal(object)
    try_wanted = Signal(str)
    told = Signal(object, object, str)
    noted = Signal(object, str)
    deleted = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._idea: Suggestion | None = None
        self._ways: list[WayCard] = []
        self.card: TryCard | None = None
        self.form = Ui_IdeaPage()
        self.form.setupUi(self)
        self.past = PastTries(self)
        self.past.opened.connect(self.try_wanted)
        self.form.past_place.addWidget(self.past)
        self._make_actions()
        self.form.chapter_button.clicked.connect(self._want_chapter)

    def show_idea(self, idea: Suggestion | None, one: Try | None, reading: Reading) -> None:
        """Show this idea; `one` is the try to begin with. An idea that is gone leaves the try alone."""
        self._idea = idea
        form = self.form
        form.title.setText(filled(idea.title, reading.name) if idea else self.tr("An earlier idea"))
        form.chapter_button.setVisible(idea is not None)
        self._show_tries(idea, one, reading)
        self._show_state(idea, reading)
        self._show_words(idea, reading)
        self._show_actions(idea, reading)
        self._order_tabs()

    # Inside

    def _make_actions(self) -> None:
        row = FlowLayout(self.form.actions)
        self.try_button = QPushButton(self.tr("I'll tr&y this"), self.form.actions)
        self.try_button.setProperty("kind", "primary")
        self.lead_button = QPushButton(self.form.actions)
        self.retire_button = QPushButton(self.tr("Not for &me"), self.form.actions)
        self.retire_button.setProperty("kind", "text")
        self.back_button = QPushButton(self.tr("Bring it bac&k"), self.form.actions)
        self.back_button.setIcon(self._look.icon("archive-restore"))
        for button in (self.try_button, self.back_button, self.lead_button, self.retire_button):
            row.addWidget(button)
        for button, signal in (
            (self.try_button, self.taken_up),
            (self.retire_button, self.retired),
            (self.back_button, self.brought_back),
        ):
            button.clicked.connect(lambda _on=False, signal=signal: self._emit(signal))
        self.lead_button.clicked.connect(self._lead)

    def keep_note(self) -> None:
        """Tell the note on the try if it was changed."""
        if self.card is not None:
            self.card.keep_note()

    def _order_tabs(self) -> None:
        """From top to bottom: what was made when it was first needed stands at the chain's end."""
        card = self.card.form if self.card is not None else None
        of_try: list[QWidget] = []
        if card is not None:
            of_try = [card.delete_button, card.outcomes, *card.outcomes.parts, card.note, card.stop_button]
        copies = [way.copy_button for way in self._ways]
        actions = [self.try_button, self.back_button, self.lead_button, self.retire_button]
        chain(self.form.chapter_button, [*of_try, *copies, *actions, *self.past.lines])

    def _emit(self, signal: Signal) -> None:
        if self._idea is not None:
            signal.emit(self._idea.id)  # type: ignore[attr-defined]  # a bound signal

    def _lead(self) -> None:
        if self._idea is not None:
            self.led.emit(self._idea.id, self._idea.leads_to)

    def _want_chapter(self) -> None:
        if self._idea is not None:
            self.chapter_wanted.emit(self._idea.part)

    def _show_tries(self, idea: Suggestion | None, one: Try | None, reading: Reading) -> None:
        tries = reading.tries_of(idea.id) if idea else ()
        asked = one or next((each for each in tries if each.outcome is None), None)
        if asked is not None and self.card is None:
            self.card = self._make_card()
        if self.card is not None:
            if asked is not None:
                self.card.show_try(asked, reading)
            self.card.setVisible(asked is not None)
        past = [each for each in tries if each != asked][:_TRIES_MOST]
        self.form.past_part.setVisible(bool(past))
        self.past.show_tries(past, reading.today)

    def _make_card(self) -> TryCard:
        card = TryCard(self._look, self)
        card.told.connect(self.told)
        card.noted.connect(self.noted)
        card.deleted.connect(self.deleted)
        self.form.tries_place.addWidget(card)
        return card

    def _show_state(self, idea: Suggestion | None, reading: Reading) -> None:
        form = self.form
        if idea is not None:
            form.chapter_button.setText(filled(reading.catalogue.parts[idea.part].name, reading.name))
        fits = idea is not None and idea.id in reading.fitting and idea.id not in reading.retired
        form.state.setText(self.tr("Fits how things are just now") if fits else "")
        form.state.setVisible(fits)

    def _show_words(self, idea: Suggestion | None, reading: Reading) -> None:
        form, name = self.form, reading.name
        may = idea is not None and reading.may_be_looked_up(idea)
        fitting = when_it_fits(idea) if idea and may else ""
        form.what.say(filled(idea.what, name) if idea else self.tr("This idea is no longer in the book."))
        form.fitting_part.setVisible(bool(fitting))
        form.fitting.say(fitting)
        form.quiet.setVisible(idea is not None and not may)
        form.quiet_words.setText(
            self.tr("This one rests for now. Its words will be here again another time.")
        )
        form.what.setVisible(idea is None or may)
        ways = [filled(way, name) for way in idea.ways] if idea and may else []
        form.ways_part.setVisible(bool(ways))
        form.ways_heading.setText(self._heading(idea, name))
        self._show_ways(ways)

    def _heading(self, idea: Suggestion | None, name: str) -> str:
        if idea is None or idea.asks is Asks.SUPPORT:
            return self.tr("Words you could use")
        if idea.asks is Asks.CONTACT:
            return self.tr("Words you could use with {name}").format(name=name)
        return self.tr("For yourself, it could sound like this")

    def _show_ways(self, ways: list[str]) -> None:
        while len(self._ways) < len(ways):
            self._ways.append(WayCard(self._look, self))
            self.form.ways_place.addWidget(self._ways[-1])
        for card, words in zip(self._ways, ways, strict=False):
            card.show_words(words)
            card.show()
        for card in self._ways[len(ways) :]:
            card.hide()

    def _show_actions(self, idea: Suggestion | None, reading: Reading) -> None:
        self.form.actions.setVisible(idea is not None)
        if idea is None:
            return
        retired, may = idea.id in reading.retired, reading.may_be_looked_up(idea)
        trying = any(one.outcome is None for one in reading.tries_of(idea.id))
        self.try_button.setVisible(may and not retired and not trying)
        self.retire_button.setVisible(not retired)
        self.back_button.setVisible(retired)
        words = self._lead_words().get(idea.leads_to) if idea.leads_to and may and not retired else None
        self.lead_button.setVisible(words is not None)
        self.lead_button.setText(words or "")

    def _lead_words(self) -> dict[LeadsTo, str]:
        return {
            LeadsTo.LETTER: self.tr("&Write a letter"),
            LeadsTo.NEEDS: self.tr("&Write down a need"),
            LeadsTo.RHYTHM: self.tr("Choose a &rhythm"),
            LeadsTo.TOPICS: self.tr("Note a topi&c"),
            LeadsTo.LOG: self.tr("Look into the lo&g"),
        }
