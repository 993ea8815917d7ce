"""What is on the screen is hidden by one key and shown by another, and nothing is lost by it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from reconnect_desktop.views.help.help_window import HelpWindow
from reconnect_desktop.views.locking.hidden_page import HiddenPage
from reconnect_desktop.views.settings.settings_dialog import SettingsDialog
from tests.stories.conftest import User
from tests.stories.guarded import ask, lock_page, program_of, shown


def hidden(window: Any) -> HiddenPage | None:
    """What the window shows while it is hidden."""
    return next((page for page in window.findChildren(HiddenPage) if page.isVisible()), None)


def press(window: Any, key: Qt.Key) -> None:
    """A key as the system sends it to a window."""
    QTest.keyClick(window.windowHandle(), key)


def both(user: User) -> tuple[Any, Any]:
    """The main window, and quick add beside it with something begun."""
    window = user.start()
    program_of(user).show_quick_add()
    user.until(lambda: type(QApplication.activeWindow()).__name__ == "QuickAdd")
    quick_add = program_of(user).quick_add
    user.until(lambda: quick_add is not None and quick_add._offered)
    user.type("v", Qt.Key.Key_Tab, "4")
    return window, quick_add


def test_both_windows_are_hidden_and_come_back_as_they_were(user: User) -> None:
    window, quick_add = both(user)
    written = quick_add.form.to_draft()
    press(quick_add, Qt.Key.Key_F9)
    assert hidden(window)
    assert hidden(quick_add)
    assert not quick_add.form.isVisible()
    assert {one.windowTitle() for one in (window, quick_add)} == {"Reconnect"}
    press(quick_add, Qt.Key.Key_F9)
    assert not hidden(window)
    assert not hidden(quick_add)
    assert quick_add.form.to_draft() == written
    assert window.windowTitle() == "Today – Reconnect"
    user.type("0")
    assert quick_add.form.ui.minutes.text() == "40"


def test_the_main_window_by_menu_and_by_each_way_back(user: User) -> None:
    window = user.start()
    by_escape: Callable[[], None] = lambda: user.type(Qt.Key.Key_Escape)  # noqa: E731
    by_key: Callable[[], None] = lambda: press(window, Qt.Key.Key_F9)  # noqa: E731
    by_enter: Callable[[], None] = lambda: user.type(Qt.Key.Key_Return)  # noqa: E731
    by_click: Callable[[], None] = lambda: user.click(user.named(window, "Show again"))  # noqa: E731
    for way_back in (by_escape, by_key, by_enter, by_click):
        window.form.hide_action.trigger()
        assert hidden(window)
        assert not window.form.menu_bar.isVisible()
        way_back()
        assert not hidden(window)
        assert window.form.menu_bar.isVisible()


def test_a_dialog_is_hidden_too_and_stays_open(user: User) -> None:
    window = user.start()
    seen: list[bool] = []

    def look() -> None:
        dialog = shown(SettingsDialog)
        if dialog is None or not dialog.isActiveWindow():
            QTimer.singleShot(10, look)
            return
        press(dialog, Qt.Key.Key_F9)
        seen.append(hidden(dialog) is not None and hidden(window) is not None)
        seen.append(dialog.windowTitle() == "Reconnect" and not dialog.form.sections.isEnabled())
        in_front = dialog.childAt(dialog.rect().center())
        seen.append(hidden(dialog) in (in_front, in_front.parentWidget()))
        press(dialog, Qt.Key.Key_F9)
        seen.append(hidden(dialog) is None and dialog.form.sections.isEnabled())
        dialog.reject()

    QTimer.singleShot(10, look)
    window.settings_wanted.emit("")
    assert seen == [True] * 4


def test_there_is_nothing_to_hide_while_it_is_locked(guarded: User) -> None:
    window = ask(guarded)
    press(window, Qt.Key.Key_F9)
    assert hidden(window) is None
    assert lock_page(window) is not None


def test_a_journal_without_a_passphrase_is_not_locked_but_told_how(user: User) -> None:
    window = user.start()
    window.form.lock_action.trigger()
    assert lock_page(window) is None
    assert window.toast.label.text().startswith("Your journal has no passphrase")
    section: list[str] = []

    def look() -> None:
        dialog = shown(SettingsDialog)
        if dialog is None:
            QTimer.singleShot(10, look)
        else:
            section.append(dialog.form.sections.currentItem().text())
            dialog.reject()

    QTimer.singleShot(10, look)
    user.click(window.toast.action_button)
    assert section == ["Privacy"]
    assert not shown(QDialog)


def test_quick_add_alone_tells_it_as_well(user: User) -> None:
    window = user.start(quick_add=True)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.notices.notice.label.text().startswith("Your journal has no passphrase")


def test_the_guide_opens_while_the_journal_is_locked_and_nothing_else_is_seen(guarded: User) -> None:
    window = ask(guarded)
    press(window, Qt.Key.Key_F1)
    guarded.until(lambda: shown(HelpWindow) is not None)
    assert lock_page(window)
    assert program_of(guarded).journal is None
    press(window, Qt.Key.Key_F1)
    assert len([one for one in QApplication.topLevelWidgets() if one.isVisible()]) == 2
    shown(HelpWindow).close()


def test_the_guide_opens_while_the_window_is_hidden(user: User) -> None:
    window = user.start()
    press(window, Qt.Key.Key_F9)
    press(window, Qt.Key.Key_F1)
    user.until(lambda: shown(HelpWindow) is not None)
    assert hidden(window)
    shown(HelpWindow).close()
