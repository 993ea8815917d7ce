"""What shows a notification on this desktop."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from reconnect_desktop.views.tray.place import Icon

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


class FirstOf:
    """Of several ways the first that there is at the moment."""

    def __init__(self, *ways: Notifier) -> None:
        self._ways = ways

    def show(self, notification: Notification, answered: Answered) -> bool:
        """Show it by one of them; False where there is none."""
        return any(way.show(notification, answered) for way in self._ways)

    def close(self) -> None:
        """Whichever it was."""
        for way in self._ways:
            way.close()


def system_notifier(tray: Callable[[], Icon | None]) -> Notifier:
    """That of this desktop; where it has none, or is no Linux and kin, the tray's icon shows them, while it stands there."""
    from reconnect_desktop.views.notifying.by_tray import TrayNotifier

    if sys.platform in ("win32", "darwin"):
        return TrayNotifier(tray)
    from reconnect_desktop.views.notifying.over_dbus import DbusNotifier

    return FirstOf(DbusNotifier(), TrayNotifier(tray))


def is_served() -> bool:
    """Whether this desktop shows them without an icon in the tray. For any thread."""
    if sys.platform in ("win32", "darwin"):
        return False
    from reconnect_desktop.views.notifying.over_dbus import is_somebody_there

    return is_somebody_there()
