"""What Today's suggestion rests on, read from the journal in one go, off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum

from reconnect_desktop import catalogue
from reconnect_desktop.domain.advice import Advice
from reconnect_desktop.domain.choice import may_offer
from reconnect_desktop.domain.circumstances import Circumstance
from reconnect_desktop.domain.glance import LOOKED_AT
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import Nudge, Pause, Setting, Try
from reconnect_desktop.domain.retired import retired_ids
from reconnect_desktop.domain.settings import HER_NAME, TRYING_HIDDEN, value_of
from reconnect_desktop.domain.signals import Dip
from reconnect_desktop.domain.suggestions import Catalogue, Suggestion
from reconnect_desktop.domain.tries import ASKED_AFTER
from reconnect_desktop.domain.when import When
from reconnect_desktop.journal import Journal
from reconnect_desktop.language import said_value


class Card(Enum):
    """What Today's place for a suggestion can show."""

    NOTHING = "nothing"
    ASK_FIRST = "ask_first"
    FOLLOW_UP = "follow_up"
    SUGGESTION = "suggestion"
    TRYING = "trying"


@dataclass(frozen=True, kw_only=True)
class AdviceReading:
    """How things stand, and what the pictures and words around it need.

    recent: the newest interactions first; trying: the newest try that nothing was said about yet, or None.
    """

    advice: Advice
    words: Catalogue
    recent: tuple[Interaction, ...] = ()
    pauses: tuple[Pause, ...] = ()
    trying: Try | None = None
    settings: tuple[Setting, ...] = field(default=(), repr=False)

    @property
    def dip(self) -> Dip | None:
        """The dip there is, if there is one."""
        return next((signal for signal in self.advice.signals if isinstance(signal, Dip)), None)

    @property
    def unsafe(self) -> bool:
        """Whether words of fear or harm were written: then no gap is held against the usual."""
        return Circumstance.UNSAFE in self.advice.circumstances

    @property
    def stands_out(self) -> bool:
        """Whether there is anything that would belie "All is as usual."."""
        return bool(self.advice.signals or self.advice.chosen) or self.unsafe

    @property
    def name(self) -> str:
        """What she is called on the screens."""
        return said_value(HER_NAME, {kept.id: kept.value for kept in self.settings})

    def kept(self, setting_id: str) -> Setting | None:
        """The record of a setting, if it was ever chosen."""
        return next((kept for kept in self.settings if kept.id == setting_id), None)

    def is_retired(self, suggestion_id: str) -> bool:
        """Whether it is offered no more."""
        return suggestion_id in retired_ids(self.settings)

    def row(self, a_try: Try) -> Suggestion | None:
        """The suggestion that is tried; None for one that is no longer in the catalogue."""
        return self.words.suggestion(a_try.suggestion)

    def card(self, asked_later: str = "") -> Card:
        """The one card that shows; asked_later: the id of a try about which not to ask today."""
        advice = self.advice
        if advice.chosen is not None and advice.ask_first == advice.chosen.signal and advice.ask_first:
            return Card.ASK_FIRST
        if advice.to_follow_up is not None and advice.to_follow_up.id != asked_later:
            return Card.FOLLOW_UP
        if advice.chosen is not None:
            return Card.SUGGESTION
        return Card.TRYING if self._may_tell_of_trying() else Card.NOTHING

    def with_nudge(self, nudge: Nudge | None) -> AdviceReading:
        """As it will be once this is kept as shown."""
        return replace(self, advice=replace(self.advice, nudge=nudge))

    def _may_tell_of_trying(self) -> bool:
        one = self.trying
        row = self.row(one) if one else None
        if one is None or row is None or self.advice.pause or one == self.advice.to_follow_up:
            return False
        if one.id == value_of(TRYING_HIDDEN, {kept.id: kept.value for kept in self.settings}):
            return False
        is_new = (self.advice.day - one.begun.day).days < ASKED_AFTER
        return is_new and may_offer(row, self.advice.circumstances)


def read_advice(journal: Journal, now: When) -> AdviceReading:
    """What there is to say at this moment. Raises UserErrors."""
    advice = journal.advice(now)
    settings = tuple(journal.all(Setting))
    opened = [one for one in journal.all(Try) if one.outcome is None]
    return AdviceReading(
        advice=advice,
        words=catalogue.load(),
        recent=tuple(journal.recent(LOOKED_AT)),
        pauses=tuple(journal.all(Pause)),
        trying=max(opened, key=lambda one: (one.begun.timestamp, one.id), default=None),
        settings=settings,
    )
