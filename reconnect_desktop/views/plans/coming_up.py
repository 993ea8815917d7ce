"""What is coming up, on Today: shown where there is something, ticked off, moved, taken off and changed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout, QWidget

from reconnect_desktop.domain.plans import Coming, move, take_off, tick_off
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.tab_order import chain, focusable_before
from reconnect_desktop.views.today.today_journal import TodayJournal
from reconnect_desktop.views.today.today_reading import Reading

if TYPE_CHECKING:
    from reconnect_desktop.views.plans.coming_up_card import ComingUpCard


class ComingUp(QObject):
    """Writes through Today's journal, and asks above `page`."""

    def __init__(self, look: Look, journal: TodayJournal, page: QWidget) -> None:
        super().__init__(page)
        self._look, self._journal, self._page = look, journal, page
        self._silent = False
        self.card: ComingUpCard | None = None  # made with the first plan that is near

    def show(self, reading: Reading, place: QBoxLayout, after: QWidget) -> None:
        """List what is coming up, in `place`; `after` is what Tab comes to after it."""
        coming = reading.coming_up
        if coming and self.card is None:
            self.card = self._make_card(place)
        if self.card is not None:
            if self.card.show_coming(coming, reading.today, reading.her_name()):
                chain(focusable_before(after), self.card.stops())
            self._show_card()

    def be_silent(self, silent: bool) -> None:
        """Say nothing while there are words of fear or harm: then nothing here speaks of being in touch."""
        self._silent = silent
        self._show_card()

    def _show_card(self) -> None:
        if self.card is not None:
            self.card.setVisible(bool(self.card.rows) and not self._silent)

    def _make_card(self, place: QBoxLayout) -> ComingUpCard:
        from reconnect_desktop.views.plans.coming_up_card import ComingUpCard

        card = ComingUpCard(self._look, self._page)
        card.ticked.connect(self._tick_off)
        card.moved.connect(self._move)
        card.taken_off.connect(self._take_off)
        card.change_wanted.connect(self._change)
        card.all_wanted.connect(self._show_all)
        place.addWidget(card)
        return card

    def _show_all(self) -> None:
        from reconnect_desktop.views.plans.plans_dialog import PlansDialog

        if (journal := self._journal.journal) is not None:
            PlansDialog.show_for(self._page.window(), self._look, journal)

    def _tick_off(self, one: Coming) -> None:
        self._journal.change_plans(tick_off(one.plan, one.day))

    def _take_off(self, one: Coming) -> None:
        self._journal.change_plans(take_off(one.plan, one.day))

    def _move(self, one: Coming) -> None:
        from reconnect_desktop.views.plans.move_dialog import MoveDialog

        journal, reading = self._journal.journal, self._journal.reading
        if journal is None or reading is None:
            return
        to = MoveDialog.ask(self._page, one, reading.today, reading.her_name())
        if to is not None:
            self._journal.change_plans(*move(one.plan, one.day, to, Journal.new_id(), journal.now()))

    def _change(self, one: Coming) -> None:
        from reconnect_desktop.domain.change import edit
        from reconnect_desktop.views.plans.plan_dialog import PlanDialog

        if (journal := self._journal.journal) is not None:
            plan = PlanDialog.ask(self._page, self._look, journal.now(), one.plan)
            if plan is not None:
                self._journal.change_plans(edit(one.plan, plan))
