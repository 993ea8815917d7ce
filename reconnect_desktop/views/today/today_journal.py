"""Today's side of the journal: reads it in the background, and writes what is done on the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.domain.change import Change, add, delete, edit
from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.rating import left_unrated
from reconnect_desktop.domain.records import Pause, Topic
from reconnect_desktop.domain.rhythm import Rhythm
from reconnect_desktop.domain.settings import HER_NAME, MOOD_ON_TODAY, RATING_LEFT_UNTIL, RHYTHM
from reconnect_desktop.domain.when import When
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.today import today_changes as changes
from reconnect_desktop.views.today.today_reading import Reading, read_today

Then = Callable[[], None]


class TodayJournal(QObject):
    """A change is shown at once, as if it were saved, and taken back if it could not be.

    read: the Reading to show now. failed: the error of a reading or a write.
    """

    read = Signal(object)
    failed = Signal(object)

    def __init__(self, background: Background, now: Callable[[], When], parent: QObject) -> None:
        super().__init__(parent)
        self._background, self._now = background, now
        self._journal: Journal | None = None
        self._turn = 0  # of the last reading asked for; earlier ones are dropped
        self._unwritten = 0
        self._resting = False
        self.reading: Reading | None = None

    def set_journal(self, journal: Journal | None) -> None:
        """Read this one from now on."""
        self._journal, self.reading, self._resting = journal, None, False
        self.refresh()

    def rest(self, resting: bool) -> None:
        """Only write for a while: each key of a batch would else read thousands of those still to be rated."""
        self._resting = resting
        self.refresh()

    def refresh(self) -> None:
        """Read what there is to show today."""
        self._turn += 1
        journal, turn, today = self._journal, self._turn, self._now().day
        if journal is not None and not self._resting:
            self._background.run(
                lambda: read_today(journal, today) if turn == self._turn else None,
                lambda reading: self._take(journal, reading),
                lambda error: self._fail(journal, error),
            )

    def rate(self, before: Interaction, after: Interaction, otherwise: Then) -> None:
        """Keep a rating; `otherwise` is called if it could not be."""
        self._write(Action.RATE, edit(before, after), otherwise=otherwise)

    def leave(self, interaction: Interaction, otherwise: Then) -> None:
        """Don't ask for this one again; `otherwise` is called if that could not be kept."""
        self._write(Action.RATE, add(left_unrated(interaction)), otherwise=otherwise)

    def leave_all(self) -> None:
        """Don't ask again for any of those that are there to be rated."""
        if self.reading is not None and (asked := self.reading.to_ask):
            until = max(one.logged.timestamp for one in asked)
            kept = self.reading.setting(RATING_LEFT_UNTIL.id)
            self._write(Action.RATE, changes.choose(kept, RATING_LEFT_UNTIL, until))

    def add_topic(self, text: str, then: Then) -> None:
        """Keep a topic of this text, and call `then`."""
        if self._journal is not None:
            new_id = self._journal.new_id()
            self._try(Action.TOPIC, lambda: changes.new_topic(text, new_id, self._now()), then)

    def tick(self, topic: Topic, done: bool) -> None:
        """The topic is done, or open again."""
        self._write(Action.TOPIC, changes.tick(topic, self._now(), done=done))

    def rename(self, topic: Topic, text: str) -> None:
        """The topic has another text."""
        self._try(Action.TOPIC, lambda: changes.rename(topic, text))

    def delete_topic(self, topic: Topic) -> None:
        """The topic goes."""
        self._write(Action.TOPIC, delete(topic))

    def note_mood(self, mood: int | None) -> None:
        """Today's check-in is this mood; None takes it back."""
        if self.reading is not None and self._journal is not None:
            kept = self.reading.glance.mood
            change = changes.note_mood(kept, mood, self._now(), self._journal.new_id)
            if change is not None:
                self._write(Action.MOOD, change)

    def ask_for_mood(self, *, asked: bool) -> None:
        """Ask "How am I today?", or don't."""
        if self.reading is not None:
            kept = self.reading.setting(MOOD_ON_TODAY.id)
            self._write(Action.SETTING, changes.choose(kept, MOOD_ON_TODAY, asked))

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

    def _try(self, action: Action, make: Callable[[], Change], then: Then | None = None) -> None:
        try:
            change = make()
        except UserError as error:
            self.failed.emit(error)
            self._show(self.reading)
            return
        self._write(action, change, then=then)

    def _write(
        self, action: Action, change: Change, then: Then | None = None, otherwise: Then | None = None
    ) -> None:
        journal = self._journal
        if journal is None or self.reading is None:
            return
        self._unwritten += 1

        def written(_applied: Applied) -> None:
            self._written(then)

        def not_written(error: Exception) -> None:
            self._fail(journal, error)
            self._written(otherwise)

        self._background.run(lambda: journal.apply(action, change), written, not_written)
        if not self._resting:
            self._show(self.reading.changed([change]))

    def _written(self, then: Then | None) -> None:
        self._unwritten -= 1
        if then is not None:
            then()
        self.refresh()

    def _take(self, journal: Journal, reading: Reading | None) -> None:
        # While something is being written it is shown already, and read again when that is done.
        if journal is self._journal and not self._unwritten:
            self._show(reading)

    def _show(self, reading: Reading | None) -> None:
        if reading is not None:
            self.reading = reading
            self.read.emit(reading)

    def _fail(self, journal: Journal, error: Exception) -> None:
        if journal is self._journal:
            self.failed.emit(error)
