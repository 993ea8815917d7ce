"""Begins with the notifications some time after the journal was opened: nobody waits for them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSystemTrayIcon

    from reconnect_desktop.journal import Journal
    from reconnect_desktop.views.locking.doorkeeper import Doorkeeper
    from reconnect_desktop.views.notifying.reminder import House, Reminder

_LATER = 5_000  # milliseconds


class Reminding(QObject):
    """Makes the reminder for `house` when a journal was opened first, and tells it of each that is."""

    def __init__(
        self, house: House, doorkeeper: Doorkeeper, tray: Callable[[], QSystemTrayIcon | None]
    ) -> None:
        super().__init__(doorkeeper)
        self._house, self._tray = house, tray
        self._reminder: Reminder | None = None
        doorkeeper.opened.connect(
            lambda journal: QTimer.singleShot(_LATER, self, partial(self._begin, journal))
        )

    def _begin(self, journal: Journal) -> None:
        if self._house.journal is not journal:  # locked again, or gone
            return
        if self._reminder is None:
            from reconnect_desktop import clock
            from reconnect_desktop.views.notifying.notifier import system_notifier
            from reconnect_desktop.views.notifying.reminder import Reminder

            self._reminder = Reminder(self._house, system_notifier(self._tray), self, clock.now)
        self._reminder.opened(journal)
