"""Asks the journal for the Log's rows in the background: the latest question wins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from reconnect_desktop.collector import kept_from_collector
from reconnect_desktop.domain.action import Applied
from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.domain.filter import EVERYTHING, Filter
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.log.log_rows import NO_ROWS, Rows, Span, difference, rows_of
from reconnect_desktop.views.log.log_shelf import Shelf

_GLANCE = 200  # the newest interactions, shown while the rest is read


@dataclass(frozen=True, slots=True)
class Found:
    """An answer: the rows, and the span in which they differ from the rows shown before.

    total: interactions in the journal, whatever the filter, or None while it is still being read.
    news: the changes that came in since the last answer, oldest first.
    """

    rows: Rows
    span: Span
    wanted: Filter
    total: int | None
    tags: list[str]
    today: date
    news: tuple[Applied, ...] = ()


class LogFinder(QObject):
    """One question at a time; what is asked meanwhile replaces what waits, and outdated answers are dropped.

    found: a `Found`, in the GUI thread; failed: a `UserError`.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._reading: _Reading | None = None
        self._shown = NO_ROWS
        self._wanted = EVERYTHING
        self._news: list[Applied] = []
        self._busy = False
        self._again = False

    def set_journal(self, journal: Journal | None, shown: Rows = NO_ROWS) -> None:
        """Forget all, and answer from this journal from now on; `shown` are the rows on the screen."""
        self._reading = _Reading(journal) if journal else None
        self._shown = shown
        self._news = []
        self._busy = self._again = False

    def ask(self, wanted: Filter) -> None:
        """`found` will come with what fits."""
        self._wanted = wanted
        self._look()

    def took(self, applied: Applied) -> None:
        """The journal changed: `found` will come with the rows as they are now."""
        self._news.append(applied)
        self._look()

    def _look(self) -> None:
        reading = self._reading
        if reading is None:
            return
        if self._busy:
            self._again = True
            return
        self._busy = True
        wanted, shown = self._wanted, self._shown
        news, self._news = tuple(self._news), []
        self._background.run(
            lambda: reading.answer(wanted, shown, news),
            lambda found: self._take(reading, found),
            lambda error: self._fail(reading, error, news),
        )

    def _take(self, reading: _Reading, found: Found) -> None:
        if reading is not self._reading:
            return
        self._busy = False
        if self._again:
            self._again = False
            # Not shown, so its news are news still; the shelf takes a change twice without harm.
            self._news[:0] = found.news
            self._look()
            return
        self._shown = found.rows
        self.found.emit(found)
        if found.total is None:
            self._look()

    def _fail(self, reading: _Reading, error: Exception, news: tuple[Applied, ...]) -> None:
        if reading is not self._reading:
            return
        self._busy = self._again = False
        self._news[:0] = news
        if not isinstance(error, UserError):
            raise error
        self.failed.emit(error)


class _Reading:
    """The side of it that runs in the background thread."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._shelf: Shelf | None = None
        self._glanced = False
        self._tags: list[str] = []

    def answer(self, wanted: Filter, shown: Rows, news: tuple[Applied, ...]) -> Found:
        """What fits `wanted`, and how it differs from `shown`."""
        total: int | None = None
        fitting: Iterable[Interaction]
        if self._shelf is None and not self._glanced and wanted.is_empty:
            self._glanced = True
            fitting = self._journal.recent(_GLANCE)
        else:
            fitting = self._fitting(wanted, news)
            total = len(self._shelf or ())
        rows = rows_of(fitting)
        today = self._journal.now().day
        return Found(rows, difference(shown, rows), wanted, total, self._tags, today, news)

    def _fitting(self, wanted: Filter, news: tuple[Applied, ...]) -> Iterable[Interaction]:
        if self._shelf is None or news:
            self._tags = self._journal.tags()
        if self._shelf is None:
            with kept_from_collector():
                self._shelf = Shelf(self._journal.interactions())
        for applied in news:
            self._shelf.take(applied.changes)
        if wanted.is_empty:
            return self._shelf.everything()
        return self._shelf.those(self._journal.find(wanted))
