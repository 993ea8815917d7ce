"""A cover takes the place of all that is in a window, and gives it back as it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reconnect_desktop.views.kit.covering import Covering, cover


class Window(QWidget):
    """Two fields and something that is hidden."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second, self.secret = QLineEdit("one"), QLineEdit("two"), QLabel("hidden")
        column = QVBoxLayout(self)
        for widget in (self.first, self.second, self.secret):
            column.addWidget(widget)
        self.secret.hide()


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    shown = Window()
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.second.setFocus()
    return shown


def test_nothing_else_is_seen_or_reached_by_key(window: Window) -> None:
    shown = QLineEdit()
    cover(window, shown)
    assert shown.geometry() == window.rect()
    assert not window.first.isVisible()
    assert not window.second.isVisible()
    for _ in range(3):
        assert QApplication.focusWidget() is shown
        QTest.keyClick(shown, Qt.Key.Key_Tab)


def test_what_was_there_comes_back_with_its_focus(window: Window) -> None:
    covering = Covering(window)
    covering.put(QLabel("cover"))
    covering.lift()
    assert window.second.isVisible()
    assert not window.secret.isVisible()
    assert QApplication.focusWidget() is window.second


def test_the_title_says_nothing_meanwhile(window: Window) -> None:
    window.setWindowTitle("Something personal")
    cover(window, QLabel("cover"))
    assert window.windowTitle() == "Reconnect"
    cover(window, QLabel("another"))
    cover(window, None)
    assert window.windowTitle() == "Something personal"


def test_a_cover_is_replaced_by_another(window: Window, qtbot: QtBot) -> None:
    first, second = QLabel("first"), QLabel("second")
    covering = Covering(window)
    covering.put(first)
    with qtbot.waitSignal(first.destroyed):
        covering.put(second)
    covering.lift()
    assert window.first.isVisible()
    assert not second.isVisible()


def test_a_dialog_keeps_its_size_and_what_was_off_in_it(qtbot: QtBot) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setText("Shall it be left as it was?")
    go_on = box.addButton("Go on", QMessageBox.ButtonRole.ActionRole)
    off = box.addButton("Discard", QMessageBox.ButtonRole.ActionRole)
    off.setEnabled(False)
    box.show()
    size = box.size()
    cover(box, QLabel("cover"))
    QApplication.processEvents()
    assert box.size() == size
    assert not go_on.isEnabled()
    cover(box, None)
    assert (go_on.isEnabled(), off.isEnabled()) == (True, False)


def test_it_grows_with_the_window(window: Window) -> None:
    shown = QLabel("cover")
    cover(window, shown)
    window.resize(700, 500)
    assert shown.geometry() == window.rect()
