"""The Ideas page's side of the journal: what is done on the page."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import Change, delete, edit
from reconnect_desktop.domain.records import Need, Outcome, Try
from reconnect_desktop.domain.when import When
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.ideas.ideas_reading import Reading, read_ideas
from reconnect_desktop.views.page_journal import PageJournal


class IdeasJournal(PageJournal):
    """A change is shown at once, as if it were saved, and taken back if it could not be."""

    reading: Reading | None

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(background, read_ideas, parent)

    def take_up(self, suggestion_id: str) -> None:
        """Begin a try."""
        from reconnect_desktop.domain.answers import take_up

        reading, journal = self.reading, self.journal
        if reading is not None and journal is not None:
            nudge = reading.nudge_of(suggestion_id)
            signal = nudge.signal if nudge else ""
            self._write(Action.TRY, *take_up(suggestion_id, signal, journal.now(), journal.new_id(), nudge))

    def tell(self, one: Try, outcome: Outcome, note: str) -> None:
        """Say how it went, or that it went otherwise."""
        if self.journal is not None:
            now = self.journal.now()
            self.try_to(lambda: self._write(Action.TRY, _told(one, outcome, now, note)))

    def note(self, one: Try, note: str) -> None:
        """Another note on a try."""
        self.try_to(lambda: self._write(Action.TRY, edit(one, replace(one, note=note))))

    def delete_try(self, one: Try) -> None:
        """The try goes."""
        self._write(Action.TRY, delete(one))

    def delete_need(self, need: Need) -> None:
        """The reflection goes."""
        self._write(Action.NEED, delete(need))

    def show_kept(self, need: Need) -> None:
        """A reflection is in the journal already, but not in what was read of it."""
        if self.reading is not None:
            before = self.reading.need_of(need.id)
            self.show(self.reading.changed([Change(before, need)]))

    def retire(self, suggestion_id: str) -> None:
        """Offer it no more."""
        from reconnect_desktop.domain.answers import not_for_me, retire

        reading, journal = self.reading, self.journal
        if reading is None or journal is None or suggestion_id in reading.retired:
            return
        nudge, now = reading.nudge_of(suggestion_id), journal.now()
        if nudge is not None:
            self._write(Action.NUDGE, *not_for_me(nudge, now))
        else:
            self._write(Action.SETTING, retire(suggestion_id))

    def bring_back(self, suggestion_id: str) -> None:
        """Offer it again."""
        from reconnect_desktop.domain.answers import bring_back

        if self.reading is not None and suggestion_id in self.reading.retired:
            self._write(Action.SETTING, bring_back(suggestion_id))

    def _write(self, action: Action, *changes: Change) -> None:
        if self.reading is not None:
            self.write(lambda journal: journal.apply(action, *changes))
            self.show(self.reading.changed(changes))


def _told(one: Try, outcome: Outcome, now: When, note: str) -> Change:
    """The note as it stands in its field, also where it was emptied."""
    return edit(one, replace(one, outcome=outcome, answered=now, note=note))
