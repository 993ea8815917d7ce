"""What is loaded ahead, and when: only on a sign that somebody goes to Trends."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reconnect_desktop.views.background import Background
from reconnect_desktop.views.trends.loading import ChartsAhead, next_piece


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


@pytest.mark.parametrize("sign", [QEvent.Type.Enter, QEvent.Type.FocusIn], ids=["pointer", "focus"])
def test_on_a_sign_the_page_is_made_and_then_matplotlib_is_loaded(
    qtbot: QtBot, background: Background, sign: QEvent.Type
) -> None:
    made: list[bool] = []
    door = QPushButton()
    qtbot.addWidget(door)
    ahead = ChartsAhead(background, lambda: made.append(True), door, background)
    QApplication.sendEvent(door, QEvent(QEvent.Type.Leave))
    assert background.is_idle  # this is no sign
    QApplication.sendEvent(door, QEvent(sign))
    qtbot.waitUntil(lambda: made == [True], timeout=15_000)
    qtbot.waitUntil(lambda: next_piece() is None and background.is_idle, timeout=15_000)
    QApplication.sendEvent(door, QEvent(sign))
    assert background.is_idle  # once is enough
    ahead.deleteLater()
