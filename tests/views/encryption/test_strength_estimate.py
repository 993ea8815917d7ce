"""How hard a passphrase is to guess is told while it is typed, without holding it up."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reconnect_desktop.output import passphrase_strength
from reconnect_desktop.output.passphrase_strength import Strength
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.encryption.strength_estimate import StrengthEstimate


@pytest.fixture
def estimate(qtbot: QtBot, background: Background) -> StrengthEstimate:
    made = StrengthEstimate(background, QObject(background))
    made._resting.setInterval(0)
    return made


def test_it_is_told_after_a_while(estimate: StrengthEstimate, qtbot: QtBot) -> None:
    told: list[Strength | None] = []
    estimate.told.connect(told.append)
    estimate.follow("mom")
    qtbot.waitUntil(lambda: len(told) == 1)
    estimate.follow("the train left without the umbrella")
    qtbot.waitUntil(lambda: len(told) == 2)
    first, second = told
    assert first is not None
    assert second is not None
    assert first.level < second.level == 4
    estimate.follow("")
    assert told[2:] == [None]


def test_typing_goes_on_while_it_is_looked_at(
    estimate: StrengthEstimate, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, looked_at = threading.Event(), []
    told: list[Strength] = []

    def slowly(text: str) -> Strength:
        looked_at.append(text)
        go_on.wait(15)
        return Strength(1, text)

    monkeypatch.setattr(passphrase_strength, "strength", slowly)
    estimate.told.connect(told.append)
    estimate.follow("tulips")
    qtbot.waitUntil(lambda: looked_at == ["tulips"])
    estimate.follow("tulips and")
    estimate.follow("tulips and rain")
    go_on.set()
    qtbot.waitUntil(lambda: bool(told))
    assert [one.sentence for one in told] == ["tulips and rain"], "what was said of the rest is past"


def test_forgotten_it_tells_nothing(
    estimate: StrengthEstimate, qtbot: QtBot, background: Background, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    estimate.told.connect(told.append)
    estimate.follow("tulips")
    estimate._estimate()
    estimate.forget()
    done: list[object] = []
    background.beside().run(lambda: None, done.append, lambda _: None)
    qtbot.waitUntil(lambda: bool(done))
    assert told == []
