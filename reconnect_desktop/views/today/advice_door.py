"""Where Today keeps its place for suggestions, which is loaded after the first contents are shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reconnect_desktop.domain.action import Applied
from reconnect_desktop.domain.when import When
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.today.causes_door import CausesDoor

if TYPE_CHECKING:
    from reconnect_desktop.views.today.advice_place import AdvicePlace
    from reconnect_desktop.views.today.advice_reading import AdviceReading
    from reconnect_desktop.views.today.today_page import TodayPage


class AdviceDoor(QObject):
    """Makes the place when it is first needed, and hands on to it.

    read: there is something new to say about how things stand.
    """

    read = Signal()

    def __init__(self, look: Look, background: Background, now: Callable[[], When], page: TodayPage) -> None:
        super().__init__(page)
        self._look, self._background, self._now, self._page = look, background, now, page
        self._journal: Journal | None = None
        self._wanted = self._loading = False
        self.place: AdvicePlace | None = None
        self.causes = CausesDoor(look, background, now, page)

    @property
    def told(self) -> AdviceReading | None:
        """How things stand, once it is known."""
        return self.place.reading if self.place else None

    def set_journal(self, journal: Journal | None) -> None:
        """Speak of this journal, from the next `refresh` on."""
        self._journal = journal
        self.causes.set_journal(journal)
        if self.place is not None:
            self.place.set_journal(journal)

    def refresh(self) -> None:
        """See how things stand now."""
        self.causes.refresh()
        self._wanted = True
        if self.place is not None:
            self.place.refresh()
        elif not self._loading:
            self._loading = True
            self._background.run(_load, lambda _loaded: self._begin(), self._page.failed.emit)

    def rest(self) -> None:
        """Say nothing until the next `refresh`."""
        self._wanted = False
        self.causes.rest()
        if self.place is not None:
            self.place.rest()

    def follow(self, applied: Applied | None) -> None:
        """Something was changed; what is undone needs no kind words any more."""
        if applied is None:
            return
        self.causes.follow(applied)
        if self.place is not None and applied.undone:
            self.place.unsay()

    def look_again(self) -> None:
        """The page is shown again."""
        self.causes.look_again()
        if self.place is not None:
            self.place.look_again()

    def _begin(self) -> None:
        self._loading = False
        if self._wanted:
            self.place = self._make()
            self.place.refresh()

    def _make(self) -> AdvicePlace:
        from reconnect_desktop.views.today.advice_place import AdvicePlace

        page = self._page
        place = AdvicePlace(self._look, self._background, self._now, page.form.rate_button)
        place.set_journal(self._journal)
        place.read.connect(lambda _reading: self.read.emit())
        place.failed.connect(page.failed)
        place.page_wanted.connect(page.page_wanted)
        place.settings_wanted.connect(page.settings_wanted)
        place.topics_wanted.connect(page.topics.form.new_topic.setFocus)
        page.form.suggestion_place.addWidget(place)
        return place


def _load() -> None:
    """What the advice takes, without Qt: off the GUI thread, where it would be felt."""
    from reconnect_desktop import advising
    from reconnect_desktop.views.today import advice_reading

    del advising, advice_reading
