"""What shows a notification on this desktop."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSystemTrayIcon

OPEN, LOG, NOT_TODAY, STOP = (
    "default",
    "log",
    "not_today",
    "stop",
)  # what can be answered; "default" is a click on it
GONE = "gone"  # it went without an answer

Answered = Callable[[str], None]  # called from any thread


class Notification(NamedTuple):
    """What it says: never a name, nor anything that was written. actions: what each answer is called, `OPEN` first."""

    title: str
    text: str
    actions: Mapping[str, str]


class Notifier(Protocol):
    """Shows one at a time."""

    def show(self, notification: Notification, answered: Answered) -> bool:
        """Show it, and tell once what was answered; False where this desktop shows none."""

    def close(self) -> None:
        """Take it away, and tell nothing any more."""


def system_notifier(tray: Callable[[], QSystemTrayIcon | None]) -> Notifier:
    """That of this desktop; where it is no Linux and kin, the tray's icon shows them."""
    if sys.platform in ("win32", "darwin"):
        from reconnect_desktop.views.notifying.by_tray import TrayNotifier

        return TrayNotifier(tray)
    from reconnect_desktop.views.notifying.over_dbus import DbusNotifier

    return DbusNotifier()
