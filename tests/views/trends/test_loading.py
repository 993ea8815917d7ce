"""What is loaded ahead, and when: only while the user rests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from reconnect_desktop.views.background import Background
from reconnect_desktop.views.trends import loading
from reconnect_desktop.views.trends.loading import ChartsAhead, next_piece


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


def test_the_page_is_made_and_then_matplotlib_is_loaded(
    qtbot: QtBot, background: Background, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "_IDLE", 10)
    made: list[bool] = []
    ahead = ChartsAhead(background, lambda: made.append(True), background)
    qtbot.waitUntil(lambda: made == [True], timeout=15_000)
    qtbot.waitUntil(lambda: next_piece() is None, timeout=15_000)
    ahead.deleteLater()


def test_who_types_is_not_held_up(qtbot: QtBot, background: Background) -> None:
    made: list[bool] = []
    ahead = ChartsAhead(background, lambda: made.append(True), background)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    ahead._idle.stop()
    QTest.keyClick(field, Qt.Key.Key_A)
    assert ahead._idle.isActive()  # it waits anew
    assert made == []
    ahead._idle.timeout.emit()
    qtbot.waitUntil(lambda: made == [True], timeout=15_000)
    QTest.keyClick(field, Qt.Key.Key_B)
    ahead._idle.stop()
    QTest.keyClick(field, Qt.Key.Key_C)
    assert not ahead._idle.isActive()  # once it has begun, keys are nothing to it any more
    ahead.deleteLater()
