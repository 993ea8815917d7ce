"""Notifications by the icon in the tray, where the system has no other way for us: one can be clicked, and no more."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reconnect_desktop.views.notifying.notifier import OPEN, Answered, Notification

if TYPE_CHECKING:
    from reconnect_desktop.views.tray.place import Icon


class TrayNotifier(QObject):
    """tray: tells the icon, while it stands there."""

    def __init__(self, tray: Callable[[], Icon | None]) -> None:
        super().__init__()
        self._tray = tray
        self._answered: Answered | None = None
        self._joined: Icon | None = None

    def show(self, notification: Notification, answered: Answered) -> bool:
        """Show it, where there is an icon."""
        icon = self._tray()
        if icon is None:
            return False
        if icon is not self._joined:
            icon.messageClicked.connect(self._clicked)
            self._joined = icon
        self._answered = answered
        icon.showMessage(notification.title, notification.text, icon.icon())
        return True

    def close(self) -> None:
        """The system takes it away."""
        self._answered = None

    def _clicked(self) -> None:
        answered, self._answered = self._answered, None
        if answered is not None:
            answered(OPEN)
