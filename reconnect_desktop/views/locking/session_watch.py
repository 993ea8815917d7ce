"""Notices when the screen is locked, or the computer is about to sleep, where a desktop tells it over D-Bus (Linux and kin)."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import SLOT, QObject, Signal, Slot

_LOGIN = "org.freedesktop.login1"


class Told(NamedTuple):
    """A signal of D-Bus: of which bus and interface, its name, and the slot that takes it. Whoever sends it, from wherever."""

    on_system_bus: bool
    interface: str
    name: str
    slot: str


# Each desktop's locker says it in its own name; one told twice, or by another session of this computer, does no harm.
TOLD = (
    Told(True, f"{_LOGIN}.Session", "Lock", "take()"),
    Told(True, f"{_LOGIN}.Manager", "PrepareForSleep", "take_if(bool)"),
    *(
        Told(False, f"org.{desktop}.ScreenSaver", "ActiveChanged", "take_if(bool)")
        for desktop in ("freedesktop", "gnome", "cinnamon", "mate", "xfce")
    ),
)


class SessionWatch(QObject):
    """Where there is no D-Bus, it notices nothing. away: the screen is locked, or all goes to sleep."""

    away = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_on = False
        self._is_joined = False

    def watch(self, on: bool) -> None:
        """Notice it from now on, or no more."""
        self._is_on = on
        if on and not self._is_joined:
            self._is_joined = True
            self._join()

    @Slot()
    def take(self) -> None:
        """It was told."""
        if self._is_on:
            self.away.emit()

    @Slot(bool)
    def take_if(self, begins: bool) -> None:
        """It begins, or is over."""
        if begins:
            self.take()

    def _join(self) -> None:
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:  # Windows and macOS have none
            return
        buses = {True: QDBusConnection.systemBus(), False: QDBusConnection.sessionBus()}
        for told in TOLD:
            bus = buses[told.on_system_bus]
            if bus.isConnected():
                slot: Any = SLOT(told.slot)  # a text, whatever its types say
                bus.connect("", "", told.interface, told.name, self, slot)
