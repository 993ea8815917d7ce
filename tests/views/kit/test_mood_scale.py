from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.mood_scale import MoodScale


@pytest.fixture
def scale(qtbot: QtBot, qapp: QApplication) -> MoodScale:
    made = MoodScale()
    made.set_look(Look(qapp, "light"))
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    made.setFocus()
    return made


def test_one_key_chooses(qtbot: QtBot, scale: MoodScale) -> None:
    with qtbot.waitSignal(scale.chosen) as caught:
        QTest.keyClick(scale.choices[1], Qt.Key.Key_4)
    assert caught.args == [4]
    assert scale.value == 4


def test_a_click_chooses_and_a_second_takes_back(qtbot: QtBot, scale: MoodScale) -> None:
    told: list[object] = []
    scale.chosen.connect(told.append)
    QTest.mouseClick(scale.choices[2], Qt.MouseButton.LeftButton)
    QTest.mouseClick(scale.choices[2], Qt.MouseButton.LeftButton)
    assert told == [2, None]
    assert scale.value is None


def test_setting_it_is_silent(scale: MoodScale) -> None:
    told: list[object] = []
    scale.chosen.connect(told.append)
    scale.value = 5
    assert scale.value == 5
    assert told == []


def test_each_face_can_be_heard_and_hit(scale: MoodScale) -> None:
    names = [button.accessibleName() for button in scale.choices.values()]
    assert names[0] == "Very low, 1 of 5"
    assert len(set(names)) == 5
    assert all(min(button.width(), button.height()) >= 32 for button in scale.choices.values())
