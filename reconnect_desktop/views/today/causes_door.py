"""Where Today asks what got in the way, after an interaction of today that felt far away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reconnect_desktop.domain.action import Applied
from reconnect_desktop.domain.got_in_the_way import causes_of
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.when import When
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look

if TYPE_CHECKING:
    from reconnect_desktop.views.kit.causes_panel import CausesPanel
    from reconnect_desktop.views.kit.causes_question import Question
    from reconnect_desktop.views.today.today_page import TodayPage


class CausesDoor(QObject):
    """Makes the panel with the first question. One that was answered stays until somebody comes back to the page."""

    def __init__(self, look: Look, background: Background, now: Callable[[], When], page: TodayPage) -> None:
        super().__init__(page)
        self._look, self._background, self._now, self._page = look, background, now, page
        self._journal: Journal | None = None
        self._turn = 0  # of the last question asked for; earlier ones are dropped
        self.panel: CausesPanel | None = None

    def set_journal(self, journal: Journal | None) -> None:
        """Ask about this journal, from the next `refresh` on."""
        self.rest()
        self._journal = journal

    def refresh(self) -> None:
        """See whether there is something to ask about."""
        self._turn += 1
        journal, turn, today = self._journal, self._turn, self._now().day
        if journal is None:
            return

        def question() -> Question | None:
            from reconnect_desktop.views.kit.causes_question import question_from

            return question_from(journal, today)

        def take(found: Question | None) -> None:
            if turn == self._turn:
                self._show(found, journal)

        self._background.run(question, take, self._page.failed.emit)

    def rest(self) -> None:
        """Ask nothing until the next `refresh`."""
        self._turn += 1
        if self.panel is not None and self._journal is not None:
            self.panel.ask(None, self._journal)

    def follow(self, applied: Applied) -> None:
        """Something was changed, here or elsewhere."""
        if self.panel is not None:
            self.panel.follow(applied)

    def look_again(self) -> None:
        """Somebody came back to the page: what was answered is past."""
        if self._answered() is not None:
            self.rest()

    def _show(self, found: Question | None, journal: Journal) -> None:
        answered = self._answered()
        if found is None and answered is not None and answered.logged.day == self._now().day:
            return
        if self.panel is None:
            if found is None:
                return
            self.panel = self._make()
        if found is None or self.panel.asks_about != found.about:
            self.panel.ask(found, journal)

    def _answered(self) -> Interaction | None:
        """What the panel asks about, where a cause is noted with it."""
        about = self.panel.asks_about if self.panel is not None else None
        return about if about is not None and causes_of(about) else None

    def _make(self) -> CausesPanel:
        from reconnect_desktop.views.kit.causes_panel import CausesPanel
        from reconnect_desktop.views.kit.tab_order import chain, focusable_before

        page = self._page
        panel = CausesPanel(self._look, self._background, page)
        page.form.suggestion_place.insertWidget(0, panel)
        form = panel.form
        stops = [form.leave_button, *form.causes.chips.values(), form.off_button]
        chain(focusable_before(page.form.rate_button), stops)
        return panel
