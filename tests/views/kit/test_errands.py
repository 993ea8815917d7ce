"""Work for a window: its results are told while the window is there, and never afterwards."""

from __future__ import annotations

import threading

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.errors import DiskFull
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.errands import Errands


def pass_by(qtbot: QtBot, background: Background) -> None:
    """Wait until all that was asked for before is done and delivered."""
    done: list[None] = []
    for thread in (background, background.beside()):
        thread.run(lambda: None, done.append, lambda _error: None)
    qtbot.waitUntil(lambda: len(done) == 2)


def test_results_and_what_was_in_the_way_are_told(qtbot: QtBot, background: Background) -> None:
    owner = QObject()
    errands = Errands(background, owner)
    told: list[object] = []
    errands.failed.connect(told.append)
    errands.run(lambda: 7, told.append)
    errands.run(lambda: 8, told.append, aside=True)
    assert errands.under_way
    pass_by(qtbot, background)
    trouble = DiskFull()

    def fail() -> None:
        raise trouble

    errands.run(fail, told.append)
    pass_by(qtbot, background)
    assert sorted(map(str, told[:2])) == ["7", "8"]
    assert told[2:] == [trouble]
    assert not errands.under_way


def test_nothing_is_told_to_who_has_left_or_is_gone(qtbot: QtBot, background: Background) -> None:
    told: list[object] = []
    go_on = threading.Event()
    left, gone = QObject(), QObject()
    waits, lost = Errands(background, left), Errands(background, gone)
    for errands in (waits, lost):
        errands.failed.connect(told.append)
        errands.run(go_on.wait, told.append)
    waits.leave()
    gone.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    go_on.set()
    pass_by(qtbot, background)
    assert told == []


def test_a_mistake_of_ours_is_never_silent(qtbot: QtBot, background: Background) -> None:
    owner = QObject()
    errands = Errands(background, owner)

    def fail() -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        errands.run(fail, lambda _result: None)
        pass_by(qtbot, background)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
