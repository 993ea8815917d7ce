"""The place on Today for at most one suggestion, or for what is asked before and after it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from reconnect_desktop.domain.records import Try
from reconnect_desktop.domain.suggestions import LeadsTo
from reconnect_desktop.domain.when import When
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.still import hold_still
from reconnect_desktop.views.kit.tab_order import chain, focusable_before
from reconnect_desktop.views.today.advice_deeds import AdviceDeeds
from reconnect_desktop.views.today.advice_journal import AdviceJournal
from reconnect_desktop.views.today.advice_reading import AdviceReading, Card

_SAID = "said"


class AdvicePlace(QWidget):
    """Takes no room while there is nothing to show.

    read: the AdviceReading that is shown now; failed: the error of a reading or a write. page_wanted: as a page's;
    topics_wanted, settings_wanted: where a suggestion leads to.
    """

    read = Signal(object)
    failed = Signal(object)
    page_wanted = Signal(str, object)
    settings_wanted = Signal(str)
    topics_wanted = Signal()

    def __init__(self, look: Look, background: Background, now: Callable[[], When], after: QWidget) -> None:
        """`after`: what Tab comes to after this place."""
        super().__init__(after.parentWidget())
        self._look, self._after = look, after
        self._cards: dict[Card | str, Any] = {}
        self._shown: Card | str = Card.NOTHING
        self._said: date | None = None  # the day on which something was said to an answer
        self._asked_later: tuple[str, date | None] = ("", None)  # the id of a try, and the day of that answer
        self._kept: AdviceReading | None = None  # as the journal has it
        self.reading: AdviceReading | None = None
        self.journal = AdviceJournal(background, now, self)
        self.deeds = AdviceDeeds(self)
        self.journal.read.connect(self._take)
        self.journal.failed.connect(self._take_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._makers: dict[Card | str, Callable[[], Any]] = {
            _SAID: self._make_said,
            Card.ASK_FIRST: self._make_ask_first,
            Card.FOLLOW_UP: self._make_follow_up,
            Card.SUGGESTION: self._make_suggestion,
            Card.TRYING: self._make_trying,
        }
        self.hide()

    def set_journal(self, journal: Journal | None) -> None:
        """Speak of this journal, from the next `refresh` on."""
        self.journal.set_journal(journal)
        self.rest()

    def rest(self) -> None:
        """Say nothing until the next `refresh`."""
        self._said, self.reading, self._kept = None, None, None
        self.journal.drop()
        self._put(Card.NOTHING)

    def refresh(self) -> None:
        """See how things stand now."""
        self.journal.refresh()

    def look_again(self) -> None:
        """Somebody came back to the page: what was said to an answer is past."""
        self._said = None
        self.deeds.look_again()
        if self._asked_later[1] != self.journal.now().day:
            self._asked_later = ("", None)
        self.refresh()

    def unsay(self) -> None:
        """The answer was taken back."""
        self._said = None

    # What is shown

    def _take(self, reading: AdviceReading) -> None:
        self._kept = reading
        self.show_reading(reading)

    def _take_back(self, error: object) -> None:
        self._said = None
        if self._kept is not None:
            self.show_reading(self._kept)
        self.failed.emit(error)

    def show_reading(self, reading: AdviceReading) -> None:
        """Show this; `reading` is what was read last, or what it will be once an answer is written."""
        self.reading = reading
        self._put(_SAID if self._said == self.journal.now().day else reading.card(self._asked_later[0]))
        self.read.emit(reading)

    def say(self, text: str) -> None:
        """A few words to an answer; they stay until one looks again."""
        self._said = self.journal.now().day
        self.card(_SAID).say(text)
        self._put(_SAID)

    def _put(self, kind: Card | str) -> None:
        shown = self.card(kind) if kind is not Card.NOTHING else None
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        settle = hold_still(self) if kind != self._shown else None
        self._shown = kind
        if shown is not None:
            self._fill(kind, shown)
            shown.show()
            self.show()
            if had_focus and not shown.isAncestorOf(focus) and shown is not focus:
                shown.take_focus()
        elif had_focus and focus is not None:
            focus.clearFocus()
        for other in self._cards.values():
            if other is not shown:
                other.hide()
        if shown is None:
            self.hide()
        if settle is not None:
            settle()

    def _fill(self, kind: Card | str, card: Any) -> None:
        if self.reading is None or kind is _SAID:
            return
        if kind is Card.SUGGESTION:
            card.show_suggestion(self.reading)
        elif kind is Card.TRYING:
            card.show_trying(self.reading)
        else:
            card.show_question(self.reading)

    def card(self, kind: Card | str) -> Any:
        """The card of this kind, made when it is first needed."""
        if kind not in self._cards:
            card = self._cards[kind] = self._makers[kind]()
            card.hide()
            self.layout().addWidget(card)  # type: ignore[union-attr]
            chain(focusable_before(self._after), card.tab_stops())
        return self._cards[kind]

    def _make_said(self) -> QWidget:
        from reconnect_desktop.views.today.said_card import SaidCard

        return SaidCard(self)

    def _make_ask_first(self) -> QWidget:
        from reconnect_desktop.views.today.ask_first_card import AskFirstCard

        card = AskFirstCard(self._look, self)
        card.logged.connect(self.deeds.log)
        card.quiet.connect(self.deeds.note_quiet)
        return card

    def _make_follow_up(self) -> QWidget:
        from reconnect_desktop.views.today.follow_up_card import FollowUpCard

        card = FollowUpCard(self)
        card.told.connect(self.deeds.tell)
        card.put_off.connect(self._ask_later)
        return card

    def _make_suggestion(self) -> QWidget:
        from reconnect_desktop.views.today.suggestion_card import SuggestionCard

        card = SuggestionCard(self._look, self)
        card.seen.connect(self.deeds.keep_shown, Qt.ConnectionType.QueuedConnection)
        card.taken_up.connect(self.deeds.take_up)
        card.put_off.connect(self.deeds.put_off)
        card.retired.connect(self.deeds.retire)
        card.led.connect(self._lead)
        return card

    def _make_trying(self) -> QWidget:
        from reconnect_desktop.views.today.trying_card import TryingCard

        card = TryingCard(self._look, self)
        card.opened.connect(lambda idea: self.page_wanted.emit("ideas", idea))
        card.closed.connect(self.deeds.hide_try)
        return card

    def _ask_later(self, one: Try) -> None:
        self._asked_later = one.id, self.journal.now().day
        if self.reading is not None:
            self.show_reading(self.reading)

    def _lead(self, leads_to: LeadsTo) -> None:
        chosen = self.reading.advice.chosen if self.reading else None
        if leads_to is LeadsTo.LETTER and chosen is not None:
            self.page_wanted.emit("letters", chosen.suggestion.id)
        elif leads_to is LeadsTo.NEEDS:
            self.page_wanted.emit("ideas", "needs")
        elif leads_to is LeadsTo.RHYTHM:
            self.settings_wanted.emit("rhythm")
        elif leads_to is LeadsTo.TOPICS:
            self.topics_wanted.emit()
        elif leads_to is LeadsTo.LOG:
            self.page_wanted.emit("log", None)
