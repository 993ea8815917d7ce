"""What stands in front of the windows: the page that asks, the page that hides, and what they tell."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.errors import WrongPassphrase
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.locking.caps_lock import CapsLock
from reconnect_desktop.views.locking.covers import Covers
from reconnect_desktop.views.locking.hidden_page import HiddenPage
from reconnect_desktop.views.locking.lock_page import LockPage

SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(qapp, "light")


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> LockPage:
    shown = LockPage(look)
    qtbot.addWidget(shown)
    shown.resize(700, 600)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.setFocus()
    return shown


def typed(page: LockPage) -> list[str]:
    """Fills with what was asked to be tried."""
    wanted: list[str] = []
    page.unlock_wanted.connect(wanted.append)
    return wanted


def test_enter_tries_what_was_typed(page: LockPage) -> None:
    wanted = typed(page)
    QTest.keyClicks(page.form.field, "walnut")
    QTest.keyClick(page.form.field, Qt.Key.Key_Return)
    assert wanted == ["walnut"]


def test_nothing_typed_is_said(page: LockPage) -> None:
    wanted = typed(page)
    page.form.unlock_button.click()
    assert wanted == []
    assert page.form.problem.isVisible()
    assert QApplication.focusWidget() is page.form.field


def test_while_it_is_tried_nothing_else_is(page: LockPage) -> None:
    wanted = typed(page)
    page.form.field.setText("walnut")
    before = page.form.field.geometry()
    page.set_busy(True)
    assert page.form.progress.isVisible()
    QTest.keyClick(page.form.field, Qt.Key.Key_Return)
    page.form.unlock_button.click()
    assert wanted == []
    QApplication.processEvents()
    assert page.form.field.geometry() == before


def test_what_is_refused_is_told_to_a_screen_reader_as_well(page: LockPage) -> None:
    page.form.field.setText("chestnut")
    page.refuse(WrongPassphrase())
    assert page.form.field.accessibleDescription() == page.form.problem.text() != ""
    assert page.form.field.selectedText() == "chestnut"
    page.forget()
    assert page.form.field.text() == page.form.field.accessibleDescription() == ""


def test_what_is_typed_can_be_seen(page: LockPage) -> None:
    assert page.form.field.echoMode() is QLineEdit.EchoMode.Password
    page.form.eye.click()
    assert page.form.field.echoMode() is QLineEdit.EchoMode.Normal
    assert page.form.eye.accessibleName() == "Hide what is typed"
    assert QApplication.focusWidget() is page.form.field
    page.form.eye.click()
    assert page.form.field.echoMode() is QLineEdit.EchoMode.Password


def test_tab_goes_round_in_the_page(page: LockPage) -> None:
    stops = []
    for _ in range(4):
        stops.append(QApplication.focusWidget())
        QTest.keyClick(page.window().windowHandle(), Qt.Key.Key_Tab)
    form = page.form
    assert stops == [form.field, form.eye, form.unlock_button, form.field]


def test_a_small_window_can_be_scrolled(page: LockPage, look: Look) -> None:
    page.resize(320, 200)
    QApplication.processEvents()
    assert page.form.scroll.verticalScrollBar().maximum() > 0
    assert page.form.scroll.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    ("key", "modifier", "on"),
    [("a", NONE, False), ("A", NONE, True), ("A", SHIFT, False), ("a", SHIFT, True), ("1", NONE, None)],
)
def test_caps_lock_is_known_by_the_letters(
    qtbot: QtBot, key: str, modifier: Qt.KeyboardModifier, on: bool | None
) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    field = QLineEdit()
    qtbot.addWidget(field)
    told: list[bool] = []
    CapsLock(field).changed.connect(told.append)
    QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, modifier, key))
    assert told == ([] if on is None else [on])


def test_pressed_meanwhile_it_is_the_other_way_round(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    told: list[bool] = []
    CapsLock(field).changed.connect(told.append)
    QTest.keyClick(field, Qt.Key.Key_CapsLock)
    assert told == []
    QTest.keyClicks(field, "a")
    QTest.keyClick(field, Qt.Key.Key_CapsLock)
    assert told == [False, True]


# Hidden


def test_it_says_nothing_of_what_is_behind_it(qtbot: QtBot, look: Look) -> None:
    page = HiddenPage(look)
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show()
    assert page.form.emblem.isVisible()
    assert not page.form.sentence.isVisible()
    assert page.form.show_button.text() == "&Show again"


def test_in_front_of_a_small_dialog_there_is_the_button(qtbot: QtBot, look: Look) -> None:
    page = HiddenPage(look)
    qtbot.addWidget(page)
    page.resize(300, 110)
    page.show()
    assert not page.form.emblem.isVisible()
    assert page.rect().contains(page.form.show_button.geometry())


class Window(QWidget):
    """One that keeps what it was covered with."""

    def __init__(self) -> None:
        super().__init__()
        self.covers: list[QWidget | None] = []

    def cover(self, widget: QWidget | None) -> None:
        self.covers.append(widget)


def test_a_page_that_is_taken_away_holds_no_passphrase(qtbot: QtBot, look: Look) -> None:
    window = Window()
    qtbot.addWidget(window)
    covers = Covers(look, lambda: [window], window)
    covers.ask()
    page = window.covers[-1]
    assert isinstance(page, LockPage)
    qtbot.addWidget(page)
    page.form.field.setText("under the old walnut tree")
    covers.lift()
    assert page.form.field.text() == ""
