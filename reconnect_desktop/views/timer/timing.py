"""Times a contact while it lasts: started from a menu, the tray or another start; what it comes to goes into quick add."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QPoint, QTimer, Signal

from reconnect_desktop.domain.call_timer import CallTimer
from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.storage import timer_file
from reconnect_desktop.views.lifetime import TIMER, hold, release
from reconnect_desktop.views.preferences import PILL_PLACE
from reconnect_desktop.views.timer.filling_in import fill_in
from reconnect_desktop.views.timer.pill import TimerPill

if TYPE_CHECKING:
    from reconnect_desktop.journal import Journal
    from reconnect_desktop.views.background import Background
    from reconnect_desktop.views.kit.look import Look
    from reconnect_desktop.views.locking.doorkeeper import Doorkeeper
    from reconnect_desktop.views.preferences import Preferences
    from reconnect_desktop.views.quick_add.quick_add import QuickAdd

_MINUTE = 60


class House(Protocol):
    """As much of the program as is concerned."""

    look: Look
    background: Background
    preferences: Preferences
    doorkeeper: Doorkeeper

    @property
    def quick_add(self) -> QuickAdd | None: ...  # noqa: D102 - as in Program
    def show_quick_add(self) -> None: ...  # noqa: D102


class Timing(QObject):
    """One contact at a time. It runs while the journal is locked, too, and shows nothing but its minutes.

    changed: it was started, or is over.
    """

    changed = Signal()

    def __init__(self, house: House, parent: QObject, now: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self._house, self._now = house, now
        self.timer: CallTimer | None = None
        self._pill: TimerPill | None = None
        self._unkept = False  # started before it was known where the journal lies
        self._until_next = QTimer(self)
        self._until_next.setSingleShot(True)
        self._until_next.timeout.connect(self._tell)

    @property
    def is_running(self) -> bool:
        """Whether something is being timed."""
        return self.timer is not None and self.timer.stopped is None

    def start(self) -> None:
        """Begin now; one that runs already goes on."""
        if not self.is_running:
            self._take(CallTimer(int(self._now())))

    def stop(self) -> None:
        """It is over: quick add opens, with medium and length filled in."""
        if self.timer is not None and self.is_running:
            self._take(replace(self.timer, stopped=int(self._now())))
            self._hand_over()

    def drop(self) -> None:
        """It was not to be timed."""
        self._take(None)

    def begin(self) -> None:
        """The journal's folder is known: go on with what a crash broke off, or keep what began before."""
        folder = self._folder()
        if folder is None:
            return
        if self.timer is not None:
            if self._unkept:
                self._keep()
            return
        self.timer = timer_file.read(folder)
        if self.is_running:
            hold(TIMER)
            self._show()
            self.changed.emit()

    def opened(self, journal: Journal) -> None:
        """What was stopped and did not get into quick add any more gets there now, unless it is a draft already."""
        self.begin()
        if self.timer is None or self.is_running or self._house.quick_add is not None:
            return

        def offer(draft: object) -> None:
            self._take(None) if draft is not None else self._hand_over()

        self._house.background.run(journal.draft, offer, lambda _error: None)

    # Inside

    def _folder(self) -> Path | None:
        """Where the journal lies, as soon as that is known."""
        held = self._house.doorkeeper.journal or self._house.doorkeeper.closed
        return None if held is None else held.folder

    def _take(self, timer: CallTimer | None) -> None:
        self.timer = timer
        self._keep()
        if self.is_running:
            hold(TIMER)
            self._show()
        elif self._pill is not None:
            self._remember_place(self._pill)
            self._pill.hide()
            self._pill.deleteLater()
            self._pill = None
            self._until_next.stop()
        self.changed.emit()
        if timer is None:
            release(TIMER)

    def _keep(self) -> None:
        """It goes on where it could not be kept: it is lost only if the program ends meanwhile."""
        folder = self._folder()
        self._unkept = folder is None
        if folder is not None:
            try:
                timer_file.keep(folder, self.timer)
            except UserError:
                self._unkept = True

    def _show(self) -> None:
        if self._pill is None:
            self._pill = TimerPill(self._house.look)
            self._pill.stopped.connect(self.stop)
            self._pill.dropped.connect(self.drop)
            self._pill.medium_chosen.connect(self._take_medium)
        self._tell()
        if not self._pill.isVisible():
            self._pill.place(self._remembered_place())
        self._pill.show()

    def _remembered_place(self) -> QPoint | None:
        """Where somebody has put it; None where nobody has."""
        place = re.fullmatch(r"(-?\d{1,5}),(-?\d{1,5})", self._house.preferences.get(PILL_PLACE), re.ASCII)
        return None if place is None else QPoint(int(place[1]), int(place[2]))

    def _remember_place(self, pill: TimerPill) -> None:
        """If it was moved: a place that was only the usual one may be another on another screen."""
        if pill.was_moved:
            self._house.preferences.put(PILL_PLACE, f"{pill.x()},{pill.y()}")

    def _take_medium(self, medium: Medium) -> None:
        if self.timer is not None:
            self._take(replace(self.timer, medium=medium))

    def _tell(self) -> None:
        """Say the minutes, and again when there is one more."""
        if self.timer is None or self._pill is None:
            return
        now = int(self._now())
        self._pill.show_minutes(self.timer.minutes(now), self.timer.medium)
        if self._pill.isVisible():
            self._remember_place(self._pill)
        into = (now - self.timer.started + _MINUTE // 2) % _MINUTE
        self._until_next.start((_MINUTE - into) * 1000)

    def _hand_over(self) -> None:
        self._house.show_quick_add()
        window, timer = self._house.quick_add, self.timer
        if window is None or timer is None:
            return
        fill_in(window, timer.medium, timer.length(int(self._now())))
        window.saved.connect(self._handed_over)
        window.closed.connect(self._handed_over)

    def _handed_over(self) -> None:
        """It was saved, or kept as a draft."""
        if not self.is_running:
            self._take(None)
