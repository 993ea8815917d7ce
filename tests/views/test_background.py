"""Work that takes long does not hold up the rest, and is not finished for its own sake."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reconnect_desktop.views.background import Background


def _unexpected(error: Exception) -> None:
    raise error


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


def test_nothing_waits_for_what_runs_beside(background: Background, qtbot: QtBot) -> None:
    told: list[str] = []
    go_on = threading.Event()
    background.beside().run(lambda: go_on.wait(10), lambda _: told.append("long"), _unexpected)
    background.run(lambda: "short", told.append, _unexpected)
    qtbot.waitUntil(lambda: told == ["short"])
    go_on.set()
    qtbot.waitUntil(lambda: told == ["short", "long"])


def test_there_is_one_beside(background: Background) -> None:
    assert background.beside() is background.beside()
    assert background.beside().beside() is background.beside()


def test_what_waits_beside_at_the_end_is_not_begun(background: Background) -> None:
    begun, go_on = threading.Event(), threading.Event()
    done: list[str] = []

    def first() -> None:
        begun.set()
        go_on.wait(10)
        done.append("first")

    background.beside().run(first, lambda _: None, _unexpected)
    background.beside().run(lambda: done.append("second"), lambda _: None, _unexpected)
    background.run(lambda: done.append("write"), lambda _: None, _unexpected)
    assert begun.wait(10)
    threading.Timer(0.05, go_on.set).start()
    background.close()
    assert sorted(done) == ["first", "write"]
    background.beside().run(lambda: done.append("late"), lambda _: None, _unexpected)
    assert "late" not in done


class Window(QObject):
    """Takes what arrives, for as long as it is there."""

    def __init__(self, told: list[str]) -> None:
        super().__init__()
        self.told = told

    def take(self, words: object) -> None:
        self.told.append(str(words))


def test_a_window_that_is_gone_is_told_nothing(background: Background, qtbot: QtBot) -> None:
    told: list[str] = []
    window, go_on = Window(told), threading.Event()
    background.run(lambda: go_on.wait(10), window.take, _unexpected)
    background.run(lambda: 1 / 0, lambda _: None, window.take)
    shiboken6.delete(window)
    go_on.set()
    qtbot.waitUntil(lambda: background.is_idle)
    assert told == []
