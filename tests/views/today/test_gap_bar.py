from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.today.gap_bar import GapBar, scale_end


@given(st.integers(0, 40_000), st.none() | st.floats(1, 4_000))
def test_today_and_the_usual_both_lie_on_the_bar(days: int, usual: float | None) -> None:
    end = scale_end(days, usual)
    assert days < end
    assert usual is None or usual * 1.5 < end


@pytest.fixture
def bar(qtbot: QtBot, qapp: QApplication) -> GapBar:
    made = GapBar()
    made.set_look(Look(qapp, "light"))
    qtbot.addWidget(made)
    made.resize(300, made.sizeHint().height())
    return made


@pytest.mark.parametrize(("days", "usual"), [(0, None), (0, 1.0), (5, 7.0), (40_000, 7.0), (7, 7.0)])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_it_is_never_red(bar: GapBar, days: int, usual: float | None, direction: Qt.LayoutDirection) -> None:
    bar.setLayoutDirection(direction)
    bar.show_gap(days, usual)
    image = bar.grab().toImage()
    for x in range(0, image.width(), 3):
        colour = QColor(image.pixelColor(x, 10))
        assert colour.red() <= colour.green() + 12


def test_without_a_contact_nothing_is_drawn(bar: GapBar) -> None:
    bar.show_gap(None, None)
    image = bar.grab().toImage()
    assert {image.pixel(x, 10) for x in range(image.width())} == {image.pixel(0, 10)}
    bar.show_gap(3, None)
    assert len({bar.grab().toImage().pixel(x, 10) for x in range(300)}) > 1
