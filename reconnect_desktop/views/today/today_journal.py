"""Today's side of the journal: what is done on the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import Change, add, delete, edit
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.rating import left_unrated
from reconnect_desktop.domain.records import Pause, Topic
from reconnect_desktop.domain.rhythm import Rhythm
from reconnect_desktop.domain.settings import (
    HER_NAME,
    MOOD_ON_TODAY,
    RATING_LEFT_UNTIL,
    REVIEW_SEEN,
    RHYTHM,
    TWINS_PUT_OFF,
)
from reconnect_desktop.domain.settled import settled
from reconnect_desktop.domain.when import When
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.page_journal import PageJournal, Then
from reconnect_desktop.views.today import today_changes as changes
from reconnect_desktop.views.today.today_reading import Reading, read_today

if TYPE_CHECKING:
    from reconnect_desktop.domain.twins import Twin


class TodayJournal(PageJournal):
    """A change is shown at once, as if it were saved, and taken back if it could not be."""

    reading: Reading | None

    def __init__(self, background: Background, now: Callable[[], When], parent: QObject) -> None:
        super().__init__(background, lambda journal: read_today(journal, now().day), parent)
        self._now = now
        self._resting = False

    def set_journal(self, journal: Journal | None) -> None:
        """Read this one from now on."""
        super().set_journal(journal)
        self.rest(resting=False)

    def rest(self, *, resting: bool) -> None:
        """Only write for a while: each key of a batch would else read thousands of those still to be rated."""
        self._resting = resting
        self.refresh()

    def refresh(self) -> None:
        """Read what there is to show today."""
        if self._resting:
            self.drop()
        else:
            super().refresh()

    def rate(self, before: Interaction, after: Interaction, otherwise: Then) -> None:
        """Keep a rating; `otherwise` is called if it could not be."""
        self._write(Action.RATE, edit(before, after), otherwise=otherwise)

    def leave(self, interaction: Interaction, otherwise: Then) -> None:
        """Don't ask for this one again; `otherwise` is called if that could not be kept."""
        self._write(Action.RATE, add(left_unrated(interaction)), otherwise=otherwise)

    def say_not_hers(self, interaction: Interaction, otherwise: Then) -> None:
        """This one was with somebody else: it goes, and doesn't come in again; `otherwise` is called if it could not go."""
        gone = [delete(interaction)]
        if interaction.source_key:
            gone.append(add(settled(interaction)))
        self._write(Action.NOT_HER, *gone, otherwise=otherwise)

    def leave_all(self) -> None:
        """Don't ask again for any of those that are there to be rated."""
        if self.reading is not None and (until := self.reading.to_ask.logged):
            kept = self.reading.setting(RATING_LEFT_UNTIL.id)
            self._write(Action.RATE, changes.choose(kept, RATING_LEFT_UNTIL, until))

    def leave_twins(self, pairs: Sequence[Twin]) -> None:
        """Don't ask again whether any of these pairs is one contact."""
        from reconnect_desktop.views.twins.twin_deeds import leave

        self.write(lambda journal: leave(journal, pairs))

    def put_twins_off(self) -> None:
        """Say nothing of them for a while. It is no step to undo."""
        if self.reading is not None:
            kept = self.reading.setting(TWINS_PUT_OFF.id)
            change = changes.choose(kept, TWINS_PUT_OFF, self._now().day)
            self.write(lambda journal: journal.keep(change))
            self.show(self.reading.changed([change]))

    def add_topic(self, text: str, then: Then) -> None:
        """Keep a topic of this text, and call `then`."""
        if self.journal is not None:
            new_id = self.journal.new_id()
            self.try_to(
                lambda: self._write(Action.TOPIC, changes.new_topic(text, new_id, self._now()), then=then)
            )

    def tick(self, topic: Topic, done: bool) -> None:
        """The topic is done, or open again."""
        self._write(Action.TOPIC, changes.tick(topic, self._now(), done=done))

    def rename(self, topic: Topic, text: str) -> None:
        """The topic has another text."""
        self.try_to(lambda: self._write(Action.TOPIC, changes.rename(topic, text)))

    def delete_topic(self, topic: Topic) -> None:
        """The topic goes."""
        self._write(Action.TOPIC, delete(topic))

    def note_mood(self, mood: int | None) -> None:
        """Today's check-in is this mood; None takes it back."""
        if self.reading is not None and self.journal is not None:
            kept = self.reading.glance.mood
            change = changes.note_mood(kept, mood, self._now(), self.journal.new_id)
            if change is not None:
                self._write(Action.MOOD, change)

    def ask_for_mood(self, *, asked: bool) -> None:
        """Ask "How am I today?", or don't."""
        if self.reading is not None:
            kept = self.reading.setting(MOOD_ON_TODAY.id)
            self._write(Action.SETTING, changes.choose(kept, MOOD_ON_TODAY, asked))

    def put_month_away(self, month: Month) -> None:
        """Say no more that this month is ready. It is no step to undo: the Review page is always at hand."""
        if self.reading is not None:
            kept = self.reading.setting(REVIEW_SEEN.id)
            change = changes.choose(kept, REVIEW_SEEN, month.isoformat())
            self.write(lambda journal: journal.keep(change))
            self.show(self.reading.changed([change]))

    def change_plans(self, *changed: Change) -> None:
        """Something planned is ticked off, moved, taken off or changed."""
        self._write(Action.PLAN, *changed)

    def keep_pause(self, pause: Pause, before: Pause | None = None) -> None:
        """Keep a pause, in the place of the one `before` if it is the same, changed."""
        self._write(Action.PAUSE, add(pause) if before is None else edit(before, pause))

    def end_pause(self, pause: Pause) -> None:
        """The pause is over."""
        self._write(Action.PAUSE, changes.end_pause(pause, self._now().day))

    def choose_rhythm(self, rhythm: Rhythm) -> None:
        """How often contact is wished for."""
        if self.reading is not None:
            self._write(Action.SETTING, changes.choose(self.reading.setting(RHYTHM.id), RHYTHM, rhythm))

    def name_her(self, her_name: str) -> None:
        """What she is called on the screens."""
        if self.reading is not None:
            kept = self.reading.setting(HER_NAME.id)
            self._write(Action.SETTING, changes.choose(kept, HER_NAME, her_name))

    def _write(
        self, action: Action, *changes: Change, then: Then | None = None, otherwise: Then | None = None
    ) -> None:
        if self.reading is not None:
            self.write(lambda journal: journal.apply(action, *changes), then, otherwise)
            if not self._resting:
                self.show(self.reading.changed(changes))
