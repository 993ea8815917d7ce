"""The suggestion's side of the journal: reads the advice, and writes what is answered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import Change
from reconnect_desktop.domain.when import When
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.page_journal import PageJournal
from reconnect_desktop.views.today.advice_reading import read_advice


class AdviceJournal(PageJournal):
    """What is read is an AdviceReading."""

    def __init__(self, background: Background, now: Callable[[], When], parent: QObject) -> None:
        super().__init__(background, lambda journal: read_advice(journal, now()), parent)
        self._now = now

    def now(self) -> When:
        """This moment."""
        return self._now()

    def new_id(self) -> str:
        """An id that no record has."""
        return Journal.new_id()

    def keep(self, change: Change) -> None:
        """Write this without a step to undo."""
        self.write(lambda journal: journal.keep(change))

    def apply(self, action: Action, *changes: Change) -> None:
        """Write these as one step to undo."""
        self.write(lambda journal: journal.apply(action, *changes))
