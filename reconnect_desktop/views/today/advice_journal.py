"""The suggestion's side of the journal: reads the advice in the background, and writes what is answered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.domain.change import Change
from reconnect_desktop.domain.when import When
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.today.advice_reading import AdviceReading, read_advice


class AdviceJournal(QObject):
    """read: the AdviceReading to show now. failed: the error of a reading or a write, after which it is read again."""

    read = Signal(object)
    failed = Signal(object)

    def __init__(self, background: Background, now: Callable[[], When], parent: QObject) -> None:
        super().__init__(parent)
        self._background, self._now = background, now
        self._journal: Journal | None = None
        self._turn = 0  # of the last reading asked for; earlier ones are dropped
        self._unwritten = 0

    def set_journal(self, journal: Journal | None) -> None:
        """Read this one from now on, at the next `refresh`."""
        self._journal = journal
        self._turn += 1

    def rest(self) -> None:
        """Drop what is being read."""
        self._turn += 1

    def now(self) -> When:
        """This moment."""
        return self._now()

    def new_id(self) -> str:
        """An id that no record has."""
        return Journal.new_id()

    def refresh(self) -> None:
        """Read what there is to say now."""
        self._turn += 1
        journal, turn = self._journal, self._turn
        if journal is not None:
            self._background.run(
                lambda: read_advice(journal, self._now()) if turn == self._turn else None,
                lambda reading: self._take(journal, turn, reading),
                lambda error: self._fail(journal, error),
            )

    def keep(self, change: Change) -> None:
        """Write this without a step to undo."""
        self._write(lambda journal: journal.keep(change))

    def apply(self, action: Action, *changes: Change) -> None:
        """Write these as one step to undo."""
        self._write(lambda journal: journal.apply(action, *changes))

    def _write(self, work: Callable[[Journal], Applied]) -> None:
        journal = self._journal
        if journal is None:
            return
        self._unwritten += 1

        def not_written(error: Exception) -> None:
            self._fail(journal, error)
            self._written()

        self._background.run(lambda: work(journal), lambda _applied: self._written(), not_written)

    def _written(self) -> None:
        self._unwritten -= 1
        self.refresh()

    def _take(self, journal: Journal, turn: int, reading: AdviceReading | None) -> None:
        # While something is being written it is shown already, and read again when that is done.
        if reading is not None and journal is self._journal and turn == self._turn and not self._unwritten:
            self.read.emit(reading)

    def _fail(self, journal: Journal, error: Exception) -> None:
        if journal is self._journal:
            self.failed.emit(error)
