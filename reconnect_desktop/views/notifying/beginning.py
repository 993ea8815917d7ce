"""Begins with the notifications some time after the journal was opened: nobody waits for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from reconnect_desktop.views.locking.doorkeeper import Doorkeeper
    from reconnect_desktop.views.notifying.reminder import House, Reminder
    from reconnect_desktop.views.tray.place import Icon

_LATER = 5_000  # milliseconds


class Reminding(QObject):
    """Makes the reminder for `house` when a journal was opened first, and tells it of each that is."""

    def __init__(self, house: House, doorkeeper: Doorkeeper, tray: Callable[[], Icon | None]) -> None:
        super().__init__(doorkeeper)
        self._house, self._tray = house, tray
        self._reminder: Reminder | None = None
        soon = QTimer(self, singleShot=True, interval=_LATER)
        soon.timeout.connect(self._begin)
        doorkeeper.opened.connect(lambda _journal: soon.start())  # one that is locked again is not held on to

    def _begin(self) -> None:
        if (journal := self._house.journal) is None:
            return
        if self._reminder is None:
            from reconnect_desktop import clock
            from reconnect_desktop.views.notifying.notifier import system_notifier
            from reconnect_desktop.views.notifying.reminder import Reminder

            self._reminder = Reminder(self._house, system_notifier(self._tray), self, clock.now)
        self._reminder.opened(journal)
