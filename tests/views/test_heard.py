"""Our own widgets have a role, and what comes up away from the focus is read out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from reconnect_desktop.views.kit.heard import announce, role_of
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.problem_label import ProblemLabel
from reconnect_desktop.views.kit.strip import Strip
from reconnect_desktop.views.kit.toast import Toast


class Card(QFrame):
    """Of ours."""


class Picture(QWidget):
    """Painted."""

    heard_as = "Graphic"


class Line(QLabel):
    """Qt knows what that is."""


@pytest.mark.parametrize(
    ("make", "heard"),
    [(Card, "Grouping"), (Picture, "Graphic"), (QFrame, "Grouping"), (Line, None), (QWidget, None)],
)
def test_a_part_of_a_window_is_heard_as_what_it_is(
    qtbot: QtBot, make: Callable[[QWidget], QWidget], heard: str | None
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    role = role_of(make(window))
    assert (role.name if role else None) == heard


def test_what_the_keys_scroll_is_heard_as_a_group(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    assert role_of(area) is QAccessible.Role.Grouping


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is read out."""
    told: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    return told


def test_what_was_done_and_what_could_not_be_is_read_out(
    qtbot: QtBot, qapp: QApplication, said: list[str]
) -> None:
    window, look = QWidget(), Look(qapp, "light")
    qtbot.addWidget(window)
    Toast(look, window).show_text("Saved.")
    Strip(look, window).show_text("The disk is full.")
    problem = ProblemLabel(window)
    problem.say("Please choose a day.")
    problem.say("")
    assert said == ["Saved.", "The disk is full.", "Please choose a day."]


def test_nobody_listens(qtbot: QtBot, said: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    label = QLabel()
    qtbot.addWidget(label)
    announce(label, "Saved.")
    assert said == []
