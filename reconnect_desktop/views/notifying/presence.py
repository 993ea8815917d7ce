"""Whether somebody is at the computer, as far as the desktop tells."""

from __future__ import annotations

from typing import Any

_AWAY = 5 * 60  # seconds without a key or the mouse
_PATIENCE = 500  # milliseconds for the desktop to answer

# Of each desktop's locker and idle clock: service, path, interface, method, and how many of what it tells make a second.
_LOCKERS = (
    (
        "org.freedesktop.ScreenSaver",
        "/org/freedesktop/ScreenSaver",
        "org.freedesktop.ScreenSaver",
        "GetActive",
    ),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "GetActive"),
)
_CLOCKS = (
    (
        *("org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core"),
        *("org.gnome.Mutter.IdleMonitor", "GetIdletime", 1000),
    ),
    (
        *("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
        *("org.freedesktop.ScreenSaver", "GetSessionIdleTime", 1000),
    ),
)


def is_away() -> bool:
    """Whether the screen is locked, or nothing was touched for minutes; False where nobody can tell. For any thread."""
    try:
        from PySide6.QtDBus import QDBusConnection
    except ImportError:  # Windows and macOS keep notifications back themselves
        return False
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    if any(_asked(bus, *locker) is True for locker in _LOCKERS):
        return True
    told = (
        (_asked(bus, service, path, interface, method), unit)
        for service, path, interface, method, unit in _CLOCKS
    )
    idle = next((answer / unit for answer, unit in told if type(answer) is int), 0.0)
    return idle >= _AWAY


def _asked(bus: Any, service: str, path: str, interface: str, method: str) -> Any:
    """What is answered; None where nobody does."""
    from PySide6.QtDBus import QDBus, QDBusMessage

    call = QDBusMessage.createMethodCall(service, path, interface, method)
    call.setAutoStartService(False)
    answer = bus.call(call, QDBus.CallMode.Block, _PATIENCE)
    told = answer.arguments() if answer.type() == QDBusMessage.MessageType.ReplyMessage else []
    return told[0] if told else None
