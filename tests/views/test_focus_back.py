from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from reconnect_desktop.views.focus_back import FocusBack


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    FocusBack(lambda: [window], window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()


def over(qtbot: QtBot, parent: QWidget) -> QDialog:
    dialog = QDialog(parent)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_two_dialogs_that_go_at_once_leave_the_keys_to_the_window(qtbot: QtBot, window: QWidget) -> None:
    dialog = over(qtbot, window)
    question = over(qtbot, dialog)
    question.reject()
    dialog.reject()
    qtbot.waitUntil(window.isActiveWindow)


def test_another_window_that_has_them_meanwhile_keeps_them(qtbot: QtBot, window: QWidget) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    dialog = over(qtbot, window)
    dialog.reject()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    assert other.isActiveWindow()
