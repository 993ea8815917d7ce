"""Whether this desktop has a tray at the moment, and an icon in it."""

from __future__ import annotations

import sys
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from reconnect_desktop import paths

_WATCHER, _WATCHER_PATH = "org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher"
_PATIENCE = 500  # milliseconds for the desktop to answer


class Icon(Protocol):
    """As much of a QSystemTrayIcon as is used."""

    activated: SignalInstance
    messageClicked: SignalInstance  # noqa: N815 - as in Qt

    def icon(self) -> QIcon: ...  # noqa: D102
    def showMessage(self, title: str, words: str, icon: QIcon, /) -> None: ...  # noqa: D102
    def setContextMenu(self, menu: QMenu, /) -> None: ...  # noqa: D102
    def setToolTip(self, tip: str, /) -> None: ...  # noqa: D102
    def show(self) -> None: ...  # noqa: D102
    def hide(self) -> None: ...  # noqa: D102
    def deleteLater(self) -> None: ...  # noqa: D102


class Place(Protocol):
    """Where an icon can stand."""

    def is_there(self, *, at_last: bool) -> bool: ...  # noqa: D102 - as in SystemPlace
    def make_icon(self, parent: QObject) -> Icon: ...  # noqa: D102


class SystemPlace:
    """The tray of this desktop."""

    def is_there(self, *, at_last: bool) -> bool:
        """Whether somebody shows icons now.

        at_last: also ask for the older kind of tray, which only Qt can find. When it is asked the first time, Qt notes
        for good whether there is one of the newer kind: while a desktop is starting, that is too early.
        """
        if is_host_registered():
            return QSystemTrayIcon.isSystemTrayAvailable()
        is_newer_alone = QGuiApplication.platformName().startswith("wayland")
        return at_last and not is_newer_alone and QSystemTrayIcon.isSystemTrayAvailable()

    def make_icon(self, parent: QObject) -> Icon:
        """Our icon, not shown yet."""
        return QSystemTrayIcon(own_icon(), parent)


def own_icon() -> QIcon:
    """Two circles that overlap: in colours that stand out from light and dark panels alike; macOS tints it itself."""
    is_tinted = sys.platform == "darwin"
    icon = QIcon(str(paths.resource("icons", "tray-symbolic.svg" if is_tinted else "tray.svg")))
    icon.setIsMask(is_tinted)
    return icon


def is_host_registered() -> bool:
    """Whether a desktop that speaks D-Bus says that something shows the icons given to it. Qt only remembers that something did."""
    try:
        from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage
    except ImportError:  # Windows and macOS have none
        return False
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    call = QDBusMessage.createMethodCall(_WATCHER, _WATCHER_PATH, "org.freedesktop.DBus.Properties", "Get")
    call.setAutoStartService(False)
    call.setArguments([_WATCHER, "IsStatusNotifierHostRegistered"])
    answer = bus.call(call, QDBus.CallMode.Block, _PATIENCE)
    if answer.type() != QDBusMessage.MessageType.ReplyMessage:
        return False
    (told,) = answer.arguments() or (False,)
    return bool(told.variant() if hasattr(told, "variant") else told)
