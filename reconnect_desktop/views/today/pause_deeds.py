"""Choosing a rhythm, and taking, changing and ending a pause from Today, and the card that tells of one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout, QWidget

from reconnect_desktop.domain.records import Pause
from reconnect_desktop.domain.when import When
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.today.today_journal import TodayJournal
from reconnect_desktop.views.today.today_reading import Reading

if TYPE_CHECKING:
    from reconnect_desktop.views.today.paused_card import PausedCard


class PauseDeeds(QObject):
    """Asks above `page`, and writes through Today's journal."""

    def __init__(self, look: Look, now: Callable[[], When], journal: TodayJournal, page: QWidget) -> None:
        super().__init__(page)
        self._look, self._now, self._journal, self._page = look, now, journal, page
        self.card: PausedCard | None = None  # made with the first pause

    def show(self, reading: Reading, place: QBoxLayout, after: QWidget) -> None:
        """Tell of the pause there is, in `place`; `after` is what Tab comes to after it."""
        pause = reading.pause
        if pause is not None:
            card = self.card = self.card or self._make_card(place, after)
            card.show_pause(pause, reading.today.year)
        if self.card is not None:
            self.card.setVisible(pause is not None)

    def ask(self, before: Pause | None = None) -> None:
        """Let the user take a pause, or change this one."""
        from reconnect_desktop.views.dialogs.pause_dialog import PauseDialog

        pause = PauseDialog.ask(self._page, self._look, self._now().day, before, Journal.new_id)
        if pause is not None:
            self._journal.keep_pause(pause, before)

    def ask_for_rhythm(self) -> None:
        """Let the user choose how often to be in touch."""
        from reconnect_desktop.views.dialogs.rhythm_dialog import RhythmDialog

        reading = self._journal.reading
        if reading is not None:
            rhythm = RhythmDialog.ask(self._page, self._look, reading.rhythm, reading.glance.gap.usual)
            if rhythm is not None:
                self._journal.choose_rhythm(rhythm)

    def change(self) -> None:
        """Let the user change the one there is, or take one."""
        self.ask(self._pause())

    def end(self) -> None:
        """The one there is, is over."""
        if (pause := self._pause()) is not None:
            self._journal.end_pause(pause)

    def _make_card(self, place: QBoxLayout, after: QWidget) -> PausedCard:
        from reconnect_desktop.views.kit.tab_order import chain, focusable_before
        from reconnect_desktop.views.today.paused_card import PausedCard

        card = PausedCard(self._page)
        card.form.change_button.clicked.connect(self.change)
        card.form.end_button.clicked.connect(self.end)
        place.insertWidget(0, card)
        chain(focusable_before(after), [card.form.change_button, card.form.end_button])
        return card

    def _pause(self) -> Pause | None:
        reading = self._journal.reading
        return reading.pause if reading else None
