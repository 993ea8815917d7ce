"""The Review page's side of the journal."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import Change
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.records import Setting
from reconnect_desktop.domain.settings import REVIEW_RHYTHM_KEPT, RHYTHM, Declared
from reconnect_desktop.journal import Journal
from reconnect_desktop.output.rhythm_words import every_words
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.page_journal import PageJournal
from reconnect_desktop.views.review.review_reading import MonthReading, Reading, read_month, read_year
from reconnect_desktop.views.today.today_changes import choose

T = TypeVar("T")


class ReviewJournal(PageJournal):
    """Reads a month, or a year; `at` None stands for the month to begin with. moved: a word about the new rhythm."""

    reading: Reading | None
    moved = Signal(str)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(background, self._read_wanted, parent)
        self.at: Month | int | None = None

    def set_journal(self, journal: Journal | None) -> None:
        """Read this one from the next `refresh` on."""
        super().set_journal(journal)
        self.at = None

    def turn(self, to: Month | int) -> None:
        """Read another month, or year."""
        self.at = to
        self.refresh()

    def move_rhythm(self) -> None:
        """The rhythm is what was offered, for contact of any kind."""
        shown = self._shown_month()
        offer = shown.review.rhythm_offer if shown else None
        if offer is not None:

            def moved(journal: Journal) -> Change:
                rhythm = replace(journal.setting(RHYTHM), contact=offer.proposed)
                return _choice(journal, RHYTHM, rhythm)

            words = self.tr("Your rhythm is now {every}.").format(every=every_words(offer.proposed.good))
            self.write(
                lambda journal: journal.apply(Action.SETTING, moved(journal)), lambda: self.moved.emit(words)
            )

    def keep_rhythm(self) -> None:
        """It stays as it is, and is not asked again beside this month."""
        shown = self._shown_month()
        if shown is not None:
            month = shown.month.isoformat()
            self.write(lambda journal: journal.keep(_choice(journal, REVIEW_RHYTHM_KEPT, month)))

    def _shown_month(self) -> MonthReading | None:
        shown = self.reading.shown if self.reading else None
        return shown if isinstance(shown, MonthReading) else None

    def _read_wanted(self, journal: Journal) -> Reading:
        at = self.at
        return read_month(journal, at) if at is None or isinstance(at, Month) else read_year(journal, at)


def _choice(journal: Journal, declared: Declared[T], value: T) -> Change:
    return choose(journal.get(Setting, declared.id), declared, value)
