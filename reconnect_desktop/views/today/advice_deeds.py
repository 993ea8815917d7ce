"""What answering a suggestion does: shown at once, written in the background."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reconnect_desktop.domain import answers
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.advice import Chosen
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.records import Nudge, Outcome, Try
from reconnect_desktop.domain.settings import NO_CONTACT_SINCE, TRYING_HIDDEN
from reconnect_desktop.domain.signals import Gap
from reconnect_desktop.domain.when import in_zone
from reconnect_desktop.views.today.advice_reading import Card
from reconnect_desktop.views.today.today_changes import choose

if TYPE_CHECKING:
    from reconnect_desktop.views.today.advice_place import AdvicePlace


class AdviceDeeds(QObject):
    """One deed for each button of the cards in `place`."""

    def __init__(self, place: AdvicePlace) -> None:
        super().__init__(place)
        self._place, self._journal = place, place.journal
        self._keeping = ""  # the suggestion that was handed over to be kept as shown

    def look_again(self) -> None:
        """What could not be kept may be tried again."""
        self._keeping = ""

    def keep_shown(self) -> None:
        """The suggestion was seen."""
        chosen = self._chosen()
        if chosen is not None and chosen.suggestion.id != self._keeping:
            self._nudge(chosen)

    def take_up(self) -> None:
        """Begin a try of it, with the words on the screen."""
        chosen = self._chosen()
        if chosen is None:
            return
        now, new_id, way = self._journal.now(), self._journal.new_id(), self._place.card(Card.SUGGESTION).way
        changes = answers.take_up(chosen.suggestion.id, chosen.kind, now, new_id, self._nudge(chosen))
        begun, reading = changes[0].after, self._place.reading
        assert isinstance(begun, Try)
        assert reading is not None
        self._journal.apply(Action.TRY, *changes)
        self._place.card(Card.TRYING).begin(begun.id, begun.suggestion, way)
        without = replace(reading.advice, chosen=None, nudge=None)
        self._place.show_reading(replace(reading, trying=begun, advice=without))

    def hide_try(self, try_id: str) -> None:
        """Don't show on Today that this one is tried."""
        reading = self._place.reading
        if reading is not None:
            self._journal.keep(choose(reading.kept(TRYING_HIDDEN.id), TRYING_HIDDEN, try_id))
            self._place.show_reading(replace(reading, trying=None))

    def put_off(self) -> None:
        """Not today."""
        chosen = self._chosen()
        if chosen is not None:
            self._journal.apply(Action.NUDGE, answers.not_today(self._nudge(chosen), self._journal.now()))
            self._place.say(self.tr("All right. It stays quiet here for a while."))

    def retire(self) -> None:
        """Not for me."""
        chosen, reading = self._chosen(), self._place.reading
        if chosen is not None and reading is not None:
            is_retired = reading.is_retired(chosen.suggestion.id)
            changes = answers.not_for_me(self._nudge(chosen), self._journal.now(), is_retired=is_retired)
            self._journal.apply(Action.NUDGE, *changes)
            self._place.say(self.tr("All right, this one won't come up again. It stays among the Ideas."))

    def log(self, day: date, medium: Medium) -> None:
        """There was contact on this day: at noon, for nobody asked when."""
        now = self._journal.now()
        noon = in_zone(datetime.combine(day, time(12)), now.zone, now.offset)
        when = min(noon, now, key=lambda one: one.timestamp)
        one = Interaction(id=self._journal.new_id(), when=when, medium=medium, logged=now)
        self._place.card(Card.ASK_FIRST).begin_again()
        self._journal.apply(Action.LOG, add(one))
        self._place.say(self.tr("Good to know. It's in your journal now."))

    def note_quiet(self, gap: Gap) -> None:
        """There was none; what fits that is shown at once."""
        reading = self._place.reading
        if reading is not None:
            change = choose(reading.kept(NO_CONTACT_SINCE.id), NO_CONTACT_SINCE, gap.since)
            self._journal.apply(Action.NUDGE, change)
            self._place.show_reading(replace(reading, advice=replace(reading.advice, ask_first=None)))

    def tell(self, one: Try, outcome: Outcome, note: str) -> None:
        """How it went."""
        self._journal.apply(Action.TRY, answers.tell(one, outcome, self._journal.now(), note))
        self._place.say(self._after(outcome))

    def _after(self, outcome: Outcome) -> str:
        return {
            Outcome.GOOD: self.tr("That is lovely to hear. It's kept with what you tried."),
            Outcome.SO_SO: self.tr("Thank you for telling. A bit of both is how it often goes."),
            Outcome.HARD: self.tr("That sounds hard. One such day doesn't undo the others."),
            Outcome.NOT_DONE: self.tr(
                "That's all right. Some ideas keep for later, and some are for someone else."
            ),
        }[outcome]

    def _chosen(self) -> Chosen | None:
        return self._place.reading.advice.chosen if self._place.reading else None

    def _nudge(self, chosen: Chosen) -> Nudge:
        """What is shown, kept as shown if it is not yet."""
        reading = self._place.reading
        assert reading is not None
        if reading.advice.nudge is not None:
            return reading.advice.nudge
        self._keeping = chosen.suggestion.id
        change = answers.shown(chosen, self._journal.now(), self._journal.new_id())
        assert isinstance(change.after, Nudge)
        self._place.reading = reading.with_nudge(change.after)
        self._journal.keep(change)
        return change.after
