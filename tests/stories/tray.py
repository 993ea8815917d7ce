"""A tray that is there, or not, as a story has it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from reconnect_desktop.views.app import Program
from reconnect_desktop.views.tray.tray import Tray


class FakeIcon(QObject):
    """What stands in for a QSystemTrayIcon."""

    activated = Signal(QSystemTrayIcon.ActivationReason)
    messageClicked = Signal()  # noqa: N815 - as in Qt

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.menu: QMenu | None = None
        self.tip = ""
        self.is_shown = False
        self.messages: list[tuple[str, str]] = []

    def setContextMenu(self, menu: QMenu) -> None:
        self.menu = menu

    def setToolTip(self, tip: str) -> None:
        self.tip = tip

    def icon(self) -> QIcon:
        return QIcon()

    def showMessage(self, title: str, words: str, icon: QIcon) -> None:
        self.messages.append((title, words))

    def show(self) -> None:
        self.is_shown = True

    def hide(self) -> None:
        self.is_shown = False

    def click(self) -> None:
        self.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)


class FakePlace:
    """there: whether this desktop has a tray now. asked: how often it was asked for."""

    def __init__(self, *, there: bool = True) -> None:
        self.there = there
        self.asked = 0
        self.icon: FakeIcon | None = None

    def is_there(self, *, at_last: bool) -> bool:
        self.asked += 1
        return self.there

    def make_icon(self, parent: QObject) -> FakeIcon:
        self.icon = FakeIcon(parent)
        return self.icon


def tray_of(program: Program) -> Tray:
    """What is in the tray now."""
    tray = program.presence.tray
    assert tray is not None
    tray.menu.aboutToShow.emit()
    return tray


def lines(program: Program) -> list[str]:
    """What the menu says, from top to bottom."""
    return [one.text() for one in tray_of(program).menu.actions() if one.isVisible() and one.text()]
