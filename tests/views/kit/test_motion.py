from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.motion import keep_still, may_move
from reconnect_desktop.views.kit.toast import Toast


@pytest.fixture(params=[True, False], ids=["system moves", "system is still"])
def system_moves(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[bool]:
    before = qapp.isEffectEnabled(Qt.UIEffect.UI_General)
    qapp.setEffectEnabled(Qt.UIEffect.UI_General, request.param)
    yield request.param
    keep_still(False)
    qapp.setEffectEnabled(Qt.UIEffect.UI_General, before)


def test_a_toast_comes_softly_only_where_the_system_moves(
    qtbot: QtBot, qapp: QApplication, system_moves: bool
) -> None:
    toast = Toast(Look(qapp, "light"))
    qtbot.addWidget(toast)
    toast.show_text("Saved.")
    assert (toast.graphicsEffect() is not None) is system_moves
    qtbot.waitUntil(lambda: toast.graphicsEffect() is None)
    toast.show_text("Changed.")  # it stands there already
    assert toast.graphicsEffect() is None


def test_what_is_to_be_still_does_not_move_at_all(
    qtbot: QtBot, qapp: QApplication, system_moves: bool
) -> None:
    keep_still(True)
    assert not may_move()
    assert qapp.styleHints().cursorFlashTime() == 0
    toast = Toast(Look(qapp, "light"))
    qtbot.addWidget(toast)
    toast.show_text("Saved.")
    assert toast.graphicsEffect() is None
    keep_still(False)
    assert may_move() is system_moves
    assert qapp.styleHints().cursorFlashTime() > 0
