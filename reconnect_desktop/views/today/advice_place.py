"""The place on Today for at most one suggestion, or for what is asked before and after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from reconnect_desktop.domain import answers
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.records import Nudge, Outcome, Try
from reconnect_desktop.domain.settings import NO_CONTACT_SINCE
from reconnect_desktop.domain.signals import Gap
from reconnect_desktop.domain.suggestions import LeadsTo
from reconnect_desktop.domain.when import When, in_zone
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.tab_order import chain, focusable_before
from reconnect_desktop.views.today.advice_journal import AdviceJournal
from reconnect_desktop.views.today.advice_reading import AdviceReading, Card
from reconnect_desktop.views.today.today_changes import choose

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
        self._said = False
        self._asked_later: tuple[str, date | None] = ("", None)  # the id of a try, and the day of that answer
        self._keeping = ""  # the suggestion that was handed over to be kept as shown
        self._kept: AdviceReading | None = None  # as the journal has it
        self.reading: AdviceReading | None = None
        self.journal = AdviceJournal(background, now, self)
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
        self._said, self.reading, self._kept = False, None, None
        self.journal.set_journal(journal)
        self._put(Card.NOTHING)

    def refresh(self) -> None:
        """See how things stand now."""
        self.journal.refresh()

    def look_again(self) -> None:
        """Somebody came back to the page: what was said to an answer is past."""
        self._said, self._keeping = False, ""
        if self._asked_later[1] != self.journal.now().day:
            self._asked_later = ("", None)
        self.refresh()

    def unsay(self) -> None:
        """The answer was taken back."""
        self._said = False

    # What is shown

    def _take(self, reading: AdviceReading) -> None:
        self._kept = reading
        self._show(reading)

    def _take_back(self, error: object) -> None:
        self._said = False
        if self._kept is not None:
            self._show(self._kept)
        self.failed.emit(error)

    def _show(self, reading: AdviceReading) -> None:
        self.reading = reading
        self._put(_SAID if self._said else reading.card(self._asked_later[0]))
        self.read.emit(reading)

    def _say(self, text: str) -> None:
        self._said = True
        self._card(_SAID).say(text)
        self._put(_SAID)

    def _put(self, kind: Card | str) -> None:
        shown = self._card(kind) if kind is not Card.NOTHING else None
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
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

    def _fill(self, kind: Card | str, card: Any) -> None:
        if self.reading is None or kind is _SAID:
            return
        if kind is Card.SUGGESTION:
            card.show_suggestion(self.reading)
        elif kind is Card.TRYING:
            card.show_trying(self.reading)
        else:
            card.show_question(self.reading)

    def _card(self, kind: Card | str) -> Any:
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
        card.logged.connect(self._log)
        card.quiet.connect(self._note_quiet)
        return card

    def _make_follow_up(self) -> QWidget:
        from reconnect_desktop.views.today.follow_up_card import FollowUpCard

        card = FollowUpCard(self)
        card.told.connect(self._tell)
        card.put_off.connect(self._ask_later)
        return card

    def _make_suggestion(self) -> QWidget:
        from reconnect_desktop.views.today.suggestion_card import SuggestionCard

        card = SuggestionCard(self._look, self)
        card.seen.connect(self._keep_shown, Qt.ConnectionType.QueuedConnection)
        card.taken_up.connect(self._take_up)
        card.put_off.connect(self._put_off)
        card.retired.connect(self._retire)
        card.led.connect(self._lead)
        return card

    def _make_trying(self) -> QWidget:
        from reconnect_desktop.views.today.trying_card import TryingCard

        card = TryingCard(self._look, self)
        card.opened.connect(lambda idea: self.page_wanted.emit("ideas", idea))
        return card

    # What is answered

    def _keep_shown(self) -> None:
        chosen = self.reading.advice.chosen if self.reading else None
        if chosen is not None and chosen.suggestion.id != self._keeping:
            self._nudge()

    def _nudge(self) -> Nudge:
        """What is shown, kept as shown if it is not yet."""
        assert self.reading is not None
        advice = self.reading.advice
        if advice.nudge is not None:
            return advice.nudge
        assert advice.chosen is not None
        self._keeping = advice.chosen.suggestion.id
        change = answers.shown(advice.chosen, self.journal.now(), self.journal.new_id())
        assert isinstance(change.after, Nudge)
        self.reading = self.reading.with_nudge(change.after)
        self.journal.keep(change)
        return change.after

    def _take_up(self) -> None:
        reading, chosen = self.reading, self.reading.advice.chosen if self.reading else None
        if reading is None or chosen is None:
            return
        now, way = self.journal.now(), self._cards[Card.SUGGESTION].way
        changes = answers.take_up(
            chosen.suggestion.id, chosen.kind, now, self.journal.new_id(), self._nudge()
        )
        begun = changes[0].after
        assert isinstance(begun, Try)
        self.journal.apply(Action.TRY, *changes)
        self._card(Card.TRYING).begin(begun.id, begun.suggestion, way)
        self._show(replace(reading, trying=begun, advice=replace(reading.advice, chosen=None, nudge=None)))

    def _put_off(self) -> None:
        if self.reading is not None and self.reading.advice.chosen is not None:
            self.journal.apply(Action.NUDGE, answers.not_today(self._nudge(), self.journal.now()))
            self._say(self.tr("All right. It stays quiet here for a while."))

    def _retire(self) -> None:
        reading = self.reading
        if reading is not None and reading.advice.chosen is not None:
            is_retired = reading.is_retired(reading.advice.chosen.suggestion.id)
            changes = answers.not_for_me(self._nudge(), self.journal.now(), is_retired=is_retired)
            self.journal.apply(Action.NUDGE, *changes)
            self._say(self.tr("All right, this one won't come up again. It stays among the Ideas."))

    def _log(self, day: date, medium: Medium) -> None:
        now = self.journal.now()
        noon = in_zone(datetime.combine(day, time(12)), now.zone, now.offset)
        when = min(noon, now, key=lambda one: one.timestamp)
        one = Interaction(id=self.journal.new_id(), when=when, medium=medium, logged=now)
        self._cards[Card.ASK_FIRST].begin_again()
        self.journal.apply(Action.LOG, add(one))
        self._say(self.tr("Good to know. It's in your journal now."))

    def _note_quiet(self, gap: Gap) -> None:
        reading = self.reading
        if reading is not None:
            change = choose(reading.no_contact_kept, NO_CONTACT_SINCE, gap.since)
            self.journal.apply(Action.NUDGE, change)
            self._show(replace(reading, advice=replace(reading.advice, ask_first=None)))

    def _tell(self, one: Try, outcome: Outcome, note: str) -> None:
        self.journal.apply(Action.TRY, answers.tell(one, outcome, self.journal.now(), note))
        self._say(_after(self, outcome))

    def _ask_later(self, one: Try) -> None:
        self._asked_later = one.id, self.journal.now().day
        if self.reading is not None:
            self._show(self.reading)

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


def _after(place: QWidget, outcome: Outcome) -> str:
    """A few words to each answer."""
    return {
        Outcome.GOOD: place.tr("That is lovely to hear. It's kept with what you tried."),
        Outcome.SO_SO: place.tr("Thank you for telling. A bit of both is how it often goes."),
        Outcome.HARD: place.tr("That sounds hard. One such day doesn't undo the others."),
        Outcome.NOT_DONE: place.tr(
            "That's all right. Some ideas keep for later, and some are for someone else."
        ),
    }[outcome]
