"""The Ideas page's side of the journal: reads it in the background, and writes what is done on the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import Change, delete, edit
from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.domain.records import Need, Outcome, Try
from reconnect_desktop.domain.when import When
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.ideas.ideas_reading import Reading, read_ideas

Make = Callable[[], tuple[Change, ...]]


class IdeasJournal(QObject):
    """A change is shown at once, as if it were saved, and taken back if it could not be.

    read: the Reading to show now. failed: the error of a reading or a write.
    """

    read = Signal(object)
    failed = Signal(object)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self.journal: Journal | None = None
        self._turn = 0  # of the last reading asked for; earlier ones are dropped
        self._unwritten = 0
        self.reading: Reading | None = None

    def set_journal(self, journal: Journal | None) -> None:
        """Read this one from now on, at the next `refresh`."""
        self.journal, self.reading = journal, None

    def refresh(self) -> None:
        """Read what there is to show."""
        self._turn += 1
        journal, turn = self.journal, self._turn
        if journal is not None:
            self._background.run(
                lambda: read_ideas(journal) if turn == self._turn else None,
                lambda reading: self._take(journal, reading),
                lambda error: self._fail(journal, error),
            )

    def take_up(self, suggestion_id: str) -> None:
        """Begin a try."""
        from reconnect_desktop.domain.answers import take_up

        reading, journal = self.reading, self.journal
        if reading is not None and journal is not None:
            nudge = reading.nudge_of(suggestion_id)
            signal = nudge.signal if nudge else ""
            changes = take_up(suggestion_id, signal, journal.now(), journal.new_id(), nudge)
            self._write(Action.TRY, lambda: changes)

    def tell(self, one: Try, outcome: Outcome, note: str) -> None:
        """Say how it went, or that it went otherwise."""
        if self.journal is not None:
            now = self.journal.now()
            self._write(Action.TRY, lambda: (_told(one, outcome, now, note),))

    def note(self, one: Try, note: str) -> None:
        """Another note on a try."""
        self._write(Action.TRY, lambda: (edit(one, replace(one, note=note)),))

    def delete_try(self, one: Try) -> None:
        """The try goes."""
        self._write(Action.TRY, lambda: (delete(one),))

    def delete_need(self, need: Need) -> None:
        """The reflection goes."""
        self._write(Action.NEED, lambda: (delete(need),))

    def show_kept(self, need: Need) -> None:
        """A reflection is in the journal already, but not in what was read of it."""
        if self.reading is not None:
            before = self.reading.need_of(need.id)
            self._show(self.reading.changed([Change(before, need)]))

    def retire(self, suggestion_id: str) -> None:
        """Offer it no more."""
        from reconnect_desktop.domain.answers import not_for_me, retire

        reading, journal = self.reading, self.journal
        if reading is None or journal is None or suggestion_id in reading.retired:
            return
        nudge, now = reading.nudge_of(suggestion_id), journal.now()
        if nudge is not None:
            self._write(Action.NUDGE, lambda: not_for_me(nudge, now))
        else:
            self._write(Action.SETTING, lambda: (retire(suggestion_id),))

    def bring_back(self, suggestion_id: str) -> None:
        """Offer it again."""
        from reconnect_desktop.domain.answers import bring_back

        if self.reading is not None and suggestion_id in self.reading.retired:
            self._write(Action.SETTING, lambda: (bring_back(suggestion_id),))

    def _write(self, action: Action, make: Make) -> None:
        journal = self.journal
        if journal is None or self.reading is None:
            return
        try:
            changes = make()
        except UserError as error:
            self.failed.emit(error)
            self._show(self.reading)
            return
        self._unwritten += 1

        def written(_applied: object) -> None:
            self._unwritten -= 1
            self.refresh()

        def not_written(error: Exception) -> None:
            self._fail(journal, error)
            written(None)

        self._background.run(lambda: journal.apply(action, *changes), written, not_written)
        self._show(self.reading.changed(changes))

    def _take(self, journal: Journal, reading: Reading | None) -> None:
        # While something is being written it is shown already, and read again when that is done.
        if journal is self.journal and not self._unwritten:
            self._show(reading)

    def _show(self, reading: Reading | None) -> None:
        if reading is not None:
            self.reading = reading
            self.read.emit(reading)

    def _fail(self, journal: Journal, error: Exception) -> None:
        if journal is self.journal:
            self.failed.emit(error)


def _told(one: Try, outcome: Outcome, now: When, note: str) -> Change:
    """The note as it stands in its field, also where it was emptied."""
    return edit(one, replace(one, outcome=outcome, answered=now, note=note))
