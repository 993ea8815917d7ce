"""A page's side of the journal: reads it in the background, and writes what is done on the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from reconnect_desktop.domain.action import Applied
from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background

Then = Callable[[], None]


class PageJournal(QObject):
    """While something is being written, what is read is not shown: it is read again when that is done.

    read: what to show now, as `reader` makes it of the journal, in the background. failed: the error of a reading
    or a write, after which it is read again.
    """

    read = Signal(object)
    failed = Signal(object)

    def __init__(self, background: Background, reader: Callable[[Journal], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._background, self._reader = background, reader
        self._turn = 0  # of the last reading asked for; earlier ones are dropped
        self._unwritten = 0
        self.journal: Journal | None = None
        self.reading: Any = None

    def set_journal(self, journal: Journal | None) -> None:
        """Read this one from the next `refresh` on."""
        self.journal, self.reading = journal, None
        self.drop()

    def drop(self) -> None:
        """Don't show what is being read."""
        self._turn += 1

    def refresh(self) -> None:
        """Read what there is to show."""
        self.drop()
        journal, turn = self.journal, self._turn
        if journal is not None:
            self._background.run(
                lambda: self._reader(journal) if turn == self._turn else None,
                lambda reading: self._take(turn, reading),
                lambda error: self._fail(journal, error),
            )

    def show(self, reading: Any) -> None:
        """Show this: what was read, or what it will be once something is written."""
        if reading is not None:
            self.reading = reading
            self.read.emit(reading)

    def write(
        self, work: Callable[[Journal], Applied], then: Then | None = None, otherwise: Then | None = None
    ) -> None:
        """Write in the background, and call `then`; or `otherwise` if it could not be written."""
        journal = self.journal
        if journal is None:
            return
        self._unwritten += 1

        def not_written(error: Exception) -> None:
            self._fail(journal, error)
            self._written(otherwise)

        self._background.run(lambda: work(journal), lambda _applied: self._written(then), not_written)

    def try_to(self, act: Then) -> None:
        """Do what rests on something typed; if that is not valid, say so and show what there is."""
        try:
            act()
        except UserError as error:
            self.failed.emit(error)
            self.show(self.reading)

    def _written(self, then: Then | None) -> None:
        self._unwritten -= 1
        if then is not None:
            then()
        self.refresh()

    def _take(self, turn: int, reading: Any) -> None:
        if turn == self._turn and not self._unwritten:
            self.show(reading)

    def _fail(self, journal: Journal, error: Exception) -> None:
        if journal is self.journal:
            self.failed.emit(error)
