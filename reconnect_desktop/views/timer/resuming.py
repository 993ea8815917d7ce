"""Goes on with a timer that was running when the program ended, as soon as it is known where the journal lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from reconnect_desktop.storage.timer_file import TIMER

if TYPE_CHECKING:
    from reconnect_desktop.journal import Journal
    from reconnect_desktop.views.locking.doorkeeper import Doorkeeper
    from reconnect_desktop.views.timer.timing import Timing


class House(Protocol):
    """As much of the program as is concerned."""

    doorkeeper: Doorkeeper

    @property
    def timing(self) -> Timing: ...  # noqa: D102 - as in Program


class Resuming(QObject):
    """Loads the timer only where there is one."""

    def __init__(self, house: House) -> None:
        super().__init__(house.doorkeeper)
        self._house = house
        house.doorkeeper.opened.connect(self._opened)
        house.doorkeeper.asked.connect(self._asked)
        house.doorkeeper.held.connect(self._asked)

    def _opened(self, journal: Journal) -> None:
        if (journal.folder / TIMER).exists() or "timing" in vars(self._house):
            self._house.timing.opened(journal)

    def _asked(self) -> None:
        closed = self._house.doorkeeper.closed
        if closed is not None and ((closed.folder / TIMER).exists() or "timing" in vars(self._house)):
            self._house.timing.begin()
