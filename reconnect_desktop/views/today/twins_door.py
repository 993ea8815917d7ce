"""Today's word that some contacts may stand in the journal twice: one quiet line, to be looked at, put off, or left."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout, QWidget

from reconnect_desktop.domain.action import Applied
from reconnect_desktop.domain.settings import TWINS_PUT_OFF
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.tab_order import chain, focusable_before
from reconnect_desktop.views.today.today_journal import TodayJournal
from reconnect_desktop.views.twins.twins_watch import TwinsWatch

if TYPE_CHECKING:
    from reconnect_desktop.journal import Journal
    from reconnect_desktop.views.twins.twins_card import TwinsCard

_PUT_OFF = timedelta(days=14)


class TwinsDoor(QObject):
    """Says it where and when there is something to say."""

    def __init__(self, look: Look, background: Background, journal: TodayJournal, page: QWidget) -> None:
        super().__init__(page)
        self._look, self._background, self._journal, self._page = look, background, journal, page
        self._place: QBoxLayout | None = None
        self._after = page
        self.watch = TwinsWatch(background, self)
        self.watch.changed.connect(self.show)
        self.card: TwinsCard | None = None  # made when there is something to say

    def put_in(self, place: QBoxLayout, after: QWidget) -> None:
        """Where to say it; `after` is what Tab comes to after it."""
        self._place, self._after = place, after

    def set_journal(self, journal: Journal | None) -> None:
        """Tell of this one."""
        self.watch.set_journal(journal)
        self.show()

    def follow(self, applied: Applied) -> None:
        """Something was written."""
        self.watch.follow(applied)

    def show(self) -> None:
        """Say how many there are, unless that was put off."""
        count = len(self.watch.pairs)
        if count and self.card is None and self._place is not None:
            self.card = self._make_card(self._place)
        if self.card is not None:
            self.card.show_count(count)
            self.card.setVisible(count > 0 and self._is_time())

    def _is_time(self) -> bool:
        """Unless that was put off, or a boundary is kept, beside which nothing is asked."""
        reading = self._journal.reading
        if reading is None or reading.keeps_distance:
            return False
        day = reading.value(TWINS_PUT_OFF)
        return day is None or not timedelta(0) <= reading.today - day < _PUT_OFF

    def _make_card(self, place: QBoxLayout) -> TwinsCard:
        from reconnect_desktop.views.twins.twins_card import TwinsCard

        card = TwinsCard(self._page)
        form = card.form
        form.look_button.clicked.connect(self._look_at_them)
        form.later_button.clicked.connect(self._journal.put_twins_off)
        form.leave_button.clicked.connect(lambda: self._journal.leave_twins(self.watch.pairs))
        place.addWidget(card)
        chain(focusable_before(self._after), [form.leave_button, form.later_button, form.look_button])
        return card

    def _look_at_them(self) -> None:
        from reconnect_desktop.views.twins.twins_dialog import TwinsDialog

        if (journal := self._journal.journal) is not None:
            window, pairs = self._page.window(), list(self.watch.pairs)
            TwinsDialog.show_for(window, self._look, self._background, journal, pairs)
