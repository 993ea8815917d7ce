"""Taking, changing and ending a pause from Today."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.records import Pause
from reconnect_desktop.domain.when import When
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.today.today_journal import TodayJournal


class PauseDeeds(QObject):
    """Asks above `page`, and writes through Today's journal."""

    def __init__(self, look: Look, now: Callable[[], When], journal: TodayJournal, page: QWidget) -> None:
        super().__init__(page)
        self._look, self._now, self._journal, self._page = look, now, journal, page

    def ask(self, before: Pause | None = None) -> None:
        """Let the user take a pause, or change this one."""
        from reconnect_desktop.views.dialogs.pause_dialog import PauseDialog

        pause = PauseDialog.ask(self._page, self._look, self._now().day, before, Journal.new_id)
        if pause is not None:
            self._journal.keep_pause(pause, before)

    def change_grief(self) -> None:
        """Let the user change the pause that makes the journal a keepsake."""
        if (grief := self._grief()) is not None:
            self.ask(grief)

    def end_grief(self) -> None:
        """Today is as it was before."""
        if (grief := self._grief()) is not None:
            self._journal.end_pause(grief)

    def _grief(self) -> Pause | None:
        reading = self._journal.reading
        return reading.grief if reading else None
