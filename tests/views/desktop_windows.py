"""The windows of a program on a desktop, each with all that can be in it: guide, timer, lock, files, and their settings."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.views.dialogs.export_dialog import ExportDialog
from reconnect_desktop.views.help.help_window import HelpWindow
from reconnect_desktop.views.locking.hidden_page import HiddenPage
from reconnect_desktop.views.locking.lock_page import LockPage
from reconnect_desktop.views.preferences import Preferences
from reconnect_desktop.views.settings.settings_dialog import SettingsDialog
from reconnect_desktop.views.timer.pill import TimerPill
from tests.views.backups.safety_windows import Room


def guide(room: Room) -> QWidget:
    window = HelpWindow(room.look)
    room.show(window)
    return window


def timer(room: Room) -> QWidget:
    pill = TimerPill(room.look)
    pill.show_minutes(12, Medium.CALL)
    room.show(pill)
    return pill


def locked(room: Room) -> QWidget:
    """Nothing was typed."""
    page = LockPage(room.look)
    page.setWindowTitle("Reconnect")
    page.resize(700, 600)
    room.show(page)
    page.form.unlock_button.click()
    return page


def hidden(room: Room) -> QWidget:
    page = HiddenPage(room.look, "Something is in the way.")
    page.setWindowTitle("Reconnect")
    page.resize(700, 600)
    room.show(page)
    return page


def export(room: Room) -> QWidget:
    dialog = ExportDialog(None, encrypted=True)
    room.show(dialog)
    return dialog


def settings(room: Room, section: str) -> QWidget:
    preferences = Preferences(room.folder / "config")
    dialog = SettingsDialog(None, room.look, preferences, room.journal, room.background)
    dialog.turn_to(section)
    room.show(dialog)
    return dialog


WINDOWS = {
    "guide": guide,
    "call timer": timer,
    "locked": locked,
    "hidden": hidden,
    "export": export,
    "settings of notifications": lambda room: settings(room, "notifications"),
    "settings of the desktop": lambda room: settings(room, "desktop"),
}
