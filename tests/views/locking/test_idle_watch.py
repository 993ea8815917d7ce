"""Time without a key or the mouse is noticed, whatever the computer did meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reconnect_desktop.views.locking.idle_watch import IdleWatch, moment


class Clock:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    shown = QLineEdit()
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


@pytest.fixture
def watch(field: QWidget, clock: Clock) -> IdleWatch:
    return IdleWatch(field, clock)


def told(watch: IdleWatch) -> list[bool]:
    """Fills with each time it tells."""
    seen: list[bool] = []
    watch.idle.connect(lambda: seen.append(True))
    return seen


def test_nobody_there_is_told_once(watch: IdleWatch, clock: Clock) -> None:
    seen = told(watch)
    watch.watch(60)
    clock.now += 59
    watch.look()
    assert seen == []
    clock.now += 1
    watch.look()
    watch.look()
    assert seen == [True]


@pytest.mark.parametrize("act", ["key", "click", "move"])
def test_whatever_is_touched_counts(watch: IdleWatch, clock: Clock, field: QLineEdit, act: str) -> None:
    seen = told(watch)
    watch.watch(60)
    clock.now += 50
    window = field.windowHandle()
    if act == "key":
        QTest.keyClick(window, Qt.Key.Key_A)
    elif act == "click":
        QTest.mouseClick(window, Qt.MouseButton.LeftButton)
    else:
        QTest.mouseMove(window, field.rect().center())
        QTest.qWait(1)
    clock.now += 50
    watch.look()
    assert seen == []
    clock.now += 60
    watch.look()
    assert seen == [True]


def test_a_dialog_that_comes_later_counts_too(
    watch: IdleWatch, clock: Clock, field: QLineEdit, qtbot: QtBot
) -> None:
    seen = told(watch)
    watch.watch(60)
    dialog = QDialog(field)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    clock.now += 50
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_A)
    clock.now += 50
    watch.look()
    assert seen == []


def test_never_is_never(watch: IdleWatch, clock: Clock) -> None:
    seen = told(watch)
    watch.watch(60)
    watch.watch(0)
    clock.now += 1e6
    watch.look()
    assert seen == []


def test_it_looks_by_itself(watch: IdleWatch, clock: Clock, qtbot: QtBot) -> None:
    seen = told(watch)
    watch.watch(0.02)
    clock.now += 1
    qtbot.waitUntil(lambda: seen == [True])


def test_the_clock_goes_on() -> None:
    before = moment()
    assert moment() >= before


def test_it_goes_with_its_parent(qtbot: QtBot, clock: Clock) -> None:
    parent = QObject()
    watch = IdleWatch(parent, clock)
    watch.watch(60)
    with qtbot.waitSignal(watch.destroyed):
        parent.deleteLater()
