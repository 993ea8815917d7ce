from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop.output.circles import apart
from reconnect_desktop.views.kit.circles import CirclesScale, paint_circles
from reconnect_desktop.views.kit.look import Look


@pytest.fixture
def scale(qtbot: QtBot, qapp: QApplication) -> CirclesScale:
    made = CirclesScale()
    made.set_look(Look(qapp, "light"))
    qtbot.addWidget(made)
    made.resize(520, made.heightForWidth(520))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    made.setFocus()
    return made


def shared(closeness: float) -> float:
    """The part of one circle that lies in the other."""
    half = min(apart(closeness), 1.0)
    return (math.acos(half) - half * math.sqrt(1 - half * half)) * 2 / math.pi


def test_the_shared_part_grows_by_equal_steps() -> None:
    parts = [shared(closeness) for closeness in range(1, 8)]
    assert parts[0] == 0
    for step, part in enumerate(parts):
        assert part == pytest.approx(step * 0.142, abs=0.01)


@given(st.floats(1, 7), st.floats(1, 7))
def test_closer_is_nearer(one: float, other: float) -> None:
    if one < other:
        assert apart(one) > apart(other)


def test_the_seven_look_different_even_when_small(qapp: QApplication) -> None:
    look = Look(qapp, "light")
    images = []
    for closeness in range(1, 8):
        image = QImage(48, 24, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        paint_circles(painter, QRectF(0, 0, 48, 24), closeness, look)
        painter.end()
        images.append(image)
    for place, image in enumerate(images):
        assert all(image != other for other in images[place + 1 :])


def test_nothing_is_drawn_outside_the_rectangle(qapp: QApplication) -> None:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_circles(
        painter, QRectF(50, 50, 200, 100), 1.0, Look(qapp, "light"), ghost=6.5, labels=("you", "Mom")
    )
    painter.end()
    outside = [(x, y) for x in range(300) for y in range(200) if not (49 <= x <= 251 and 49 <= y <= 151)]
    assert all(image.pixelColor(x, y) == QColor("white") for x, y in outside)


@pytest.mark.parametrize("digit", range(1, 8))
def test_a_digit_chooses(scale: CirclesScale, digit: int) -> None:
    QTest.keyClicks(scale.focusWidget(), str(digit))
    assert scale.value == digit
    assert scale.choices[digit].hasFocus()


def test_arrows_move_the_choice(scale: CirclesScale) -> None:
    QTest.keyClicks(scale.focusWidget(), "3")
    QTest.keyClick(scale.focusWidget(), Qt.Key.Key_Right)
    assert scale.value == 4
    QTest.keyClick(scale.focusWidget(), Qt.Key.Key_Left)
    QTest.keyClick(scale.focusWidget(), Qt.Key.Key_Left)
    assert scale.value == 2


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_0])
def test_a_rating_can_be_taken_back_by_key(scale: CirclesScale, key: Qt.Key) -> None:
    told: list[object] = []
    scale.chosen.connect(told.append)
    QTest.keyClicks(scale.focusWidget(), "5")
    QTest.keyClick(scale.focusWidget(), key)
    assert scale.value is None
    assert told == [5, None]


def test_the_chosen_one_clicked_again_is_taken_back(scale: CirclesScale) -> None:
    told: list[object] = []
    scale.chosen.connect(told.append)
    for _ in range(3):
        QTest.mouseClick(scale.choices[6], Qt.MouseButton.LeftButton)
    assert told == [6, None, 6]


def test_setting_the_value_is_silent(scale: CirclesScale) -> None:
    told: list[object] = []
    scale.chosen.connect(told.append)
    scale.value = 3
    scale.value = None
    assert told == []
    assert scale.value is None


def test_it_is_one_tab_stop(scale: CirclesScale) -> None:
    def stops() -> int:
        return sum(bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) for one in scale.choices.values())

    assert stops() == 1
    QTest.keyClicks(scale.focusWidget(), "5")
    assert stops() == 1


def test_screen_readers_find_seven_named_radio_buttons(scale: CirclesScale) -> None:
    scale.value = 5
    for closeness, button in scale.choices.items():
        told = QAccessible.queryAccessibleInterface(button)
        assert told.role() == QAccessible.Role.RadioButton
        assert told.text(QAccessible.Text.Name).startswith(f"{closeness} of 7, ")
        assert bool(told.state().checked) is (closeness == 5)


@pytest.mark.parametrize("width", [280, 520, 1400])
def test_all_seven_have_room_at_any_width(scale: CirclesScale, width: int) -> None:
    scale.resize(width, scale.heightForWidth(width))
    boxes = [button.geometry() for button in scale.choices.values()]
    assert all(scale.rect().contains(box) for box in boxes)
    assert all(one.right() < other.left() for one, other in pairwise(boxes))
    assert all(box.width() >= 38 and box.height() >= 38 for box in boxes)


def test_it_runs_from_the_right_where_the_language_does(scale: CirclesScale) -> None:
    scale.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    scale.place_parts()
    assert scale.choices[1].x() > scale.choices[7].x()
