"""Notifications as freedesktop.org has them. By jeepney: PySide6's own D-Bus cannot send the unsigned number that they ask for."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from reconnect_desktop import APP_ID
from reconnect_desktop.views.notifying.notifier import GONE, Answered, Notification

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection

_NAME, _PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
_PATIENCE = 2.0  # seconds for the desktop to answer


class DbusNotifier:
    """Waits for the answer in a thread of its own, which sleeps until there is one."""

    def __init__(self) -> None:
        self._bus: DBusConnection | None = None

    def show(self, notification: Notification, answered: Answered) -> bool:
        """Show it; False where there is no bus, or nobody on it who shows notifications."""
        self.close()
        try:
            bus = _connect()
        except Exception:  # noqa: BLE001 - a session's bus can be missing, or broken, in many ways; it is never needed
            return False
        try:
            number = _notify(bus, notification)
        except Exception:  # noqa: BLE001 - as above
            bus.close()
            return False
        self._bus = bus
        waiting = threading.Thread(
            target=_wait, args=(bus, number, answered), name="notification", daemon=True
        )
        waiting.start()
        return True

    def close(self) -> None:
        """The desktop keeps it until it is old; nobody hears what is answered."""
        bus, self._bus = self._bus, None
        if bus is not None:
            with suppress(OSError):
                bus.sock.shutdown(2)  # both ways: wakes the thread, which closes it


def is_somebody_there() -> bool:
    """Whether somebody shows notifications: asking starts who would be started by one. For any thread."""
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection
    from jeepney.wrappers import unwrap_msg

    asked = new_method_call(DBusAddress(_PATH, bus_name=_NAME, interface=_NAME), "GetServerInformation")
    try:
        with open_dbus_connection("SESSION") as bus:
            unwrap_msg(bus.send_and_get_reply(asked, timeout=_PATIENCE))
    except Exception:  # noqa: BLE001 - as above
        return False
    return True


def _connect() -> DBusConnection:
    from jeepney import MatchRule, message_bus
    from jeepney.io.blocking import open_dbus_connection

    bus = open_dbus_connection("SESSION")
    for member in ("ActionInvoked", "NotificationClosed"):
        rule = MatchRule(type="signal", interface=_NAME, member=member, path=_PATH)
        bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=_PATIENCE)
    return bus


def _notify(bus: DBusConnection, notification: Notification) -> int:
    """Its number. Raises where it could not be shown."""
    from jeepney import DBusAddress, new_method_call
    from jeepney.wrappers import unwrap_msg

    address = DBusAddress(_PATH, bus_name=_NAME, interface=_NAME)
    actions = [word for pair in notification.actions.items() for word in pair]
    hints = {"desktop-entry": ("s", APP_ID), "urgency": ("y", 0)}
    body = ("Reconnect", 0, APP_ID, notification.title, notification.text, actions, hints, -1)
    message = new_method_call(address, "Notify", "susssasa{sv}i", body)
    (number,) = unwrap_msg(bus.send_and_get_reply(message, timeout=_PATIENCE))
    return int(number)


def _wait(bus: DBusConnection, number: int, answered: Answered) -> None:
    """Until it is answered or gone, or nobody wants to know any more."""
    from jeepney import HeaderFields

    with bus, suppress(OSError, EOFError, ValueError):
        while True:
            message: Any = bus.receive()
            member = message.header.fields.get(HeaderFields.member)
            if member == "ActionInvoked" and message.body[0] == number:
                answered(str(message.body[1]))
                return
            if member == "NotificationClosed" and message.body[0] == number:
                answered(GONE)
                return
