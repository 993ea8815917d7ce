from __future__ import annotations

import threading

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.toast import Toast


def test_a_toast_stays_and_its_action_takes_it_away(qtbot: QtBot, qapp: QApplication) -> None:
    toast = Toast(Look(qapp, "light"))
    qtbot.addWidget(toast)
    told: list[str] = []
    toast.show_text("<b>Deleted.</b>", "Undo", lambda: told.append("undo"))
    assert toast.label.textFormat() == Qt.TextFormat.PlainText
    assert toast.action_button.isVisible()
    QTest.mouseClick(toast.action_button, Qt.MouseButton.LeftButton)
    assert told == ["undo"]
    assert not toast.isVisible()
    toast.show_text("Saved.")
    assert not toast.action_button.isVisible()
    QTest.mouseClick(toast.close_button, Qt.MouseButton.LeftButton)
    assert not toast.isVisible()


def test_work_is_done_elsewhere_and_told_here_in_order(qtbot: QtBot) -> None:
    background = Background()
    told: list[object] = []

    def work(number: int) -> tuple[int, bool]:
        return number, threading.current_thread() is threading.main_thread()

    def failing() -> None:
        raise ValueError("no")

    for number in range(3):
        background.run(lambda number=number: work(number), told.append, told.append)  # type: ignore[misc]
    background.run(failing, told.append, lambda error: told.append((type(error), threading.current_thread())))
    qtbot.waitUntil(lambda: len(told) == 4)
    assert told[:3] == [(0, False), (1, False), (2, False)]
    assert told[3] == (ValueError, threading.main_thread())
    background.close()


def test_what_was_begun_is_finished_at_the_end(qtbot: QtBot) -> None:
    background = Background()
    done: list[int] = []
    background.run(lambda: done.append(1), lambda _: None, lambda _: None)
    background.close()
    assert done == [1]
