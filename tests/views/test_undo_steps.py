"""Undo and redo: at once, unless a step is so large that the window would stand still meanwhile."""

from __future__ import annotations

import threading
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import ChangedMeanwhile, UserError
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.undo_steps import UndoSteps
from tests.making import contact


@pytest.fixture
def steps(qtbot: QtBot, background: Background, journal: Journal) -> UndoSteps:
    parent = QWidget()
    qtbot.addWidget(parent)
    steps = UndoSteps(QAction(parent), QAction(parent), background, parent)
    steps.owner = parent  # type: ignore[attr-defined]  # held, as the window holds it
    steps.set_journal(journal)
    return steps


def bring_in(journal: Journal, count: int) -> None:
    days = (date(2020, 1, 1) + timedelta(days=day) for day in range(count))
    journal.apply(Action.IMPORT, *(add(contact(day)) for day in days))


def test_a_small_step_is_taken_back_at_once(steps: UndoSteps, journal: Journal) -> None:
    bring_in(journal, 3)
    steps.undo()
    assert journal.count() == 0


def test_a_large_one_in_the_background_and_then_made_again(
    qtbot: QtBot, steps: UndoSteps, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_in(journal, 600)
    threads: list[bool] = []
    real = journal.undo

    def undo() -> Any:
        threads.append(threading.current_thread() is threading.main_thread())
        return real()

    monkeypatch.setattr(journal, "undo", undo)
    with qtbot.waitSignal(steps.begun):
        steps.undo()
    steps.undo()  # pressed twice, as one does where nothing seems to happen
    qtbot.waitUntil(lambda: journal.count() == 0 and steps._redo_action.isEnabled())
    assert threads == [False]
    steps._redo_action.trigger()
    qtbot.waitUntil(lambda: journal.count() == 600 and steps._undo_action.isEnabled())


def test_what_is_in_the_way_of_a_large_one_is_told(
    qtbot: QtBot, steps: UndoSteps, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_in(journal, 600)

    def undo() -> Any:
        raise ChangedMeanwhile

    monkeypatch.setattr(journal, "undo", undo)
    told: list[UserError] = []
    steps.failed.connect(told.append)
    steps.undo()
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], ChangedMeanwhile)
    assert steps._undo_action.isEnabled()
