from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.rhythm import Interval
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.today.gap_bar import GapBar, scale_end

INTERVALS = st.tuples(st.integers(1, 3650), st.integers(1, 3650)).map(lambda days: Interval(*sorted(days)))


@given(st.integers(0, 40_000), st.none() | st.floats(1, 4_000), st.none() | INTERVALS)
def test_today_the_usual_and_what_was_chosen_all_lie_on_the_bar(
    days: int, usual: float | None, chosen: Interval | None
) -> None:
    end = scale_end(days, usual, chosen)
    assert days < end
    assert chosen is None or chosen.fine < end
    assert usual is None or usual * 1.5 < end


@pytest.fixture
def bar(qtbot: QtBot, qapp: QApplication) -> GapBar:
    made = GapBar()
    made.set_look(Look(qapp, "light"))
    qtbot.addWidget(made)
    made.resize(300, made.sizeHint().height())
    return made


@pytest.mark.parametrize("chosen", [None, Interval(7, 14)])
@pytest.mark.parametrize(("days", "usual"), [(0, None), (0, 1.0), (5, 7.0), (40_000, 7.0), (7, 7.0)])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_it_is_never_red(
    bar: GapBar, days: int, usual: float | None, chosen: Interval | None, direction: Qt.LayoutDirection
) -> None:
    bar.setLayoutDirection(direction)
    bar.show_gap(days, usual, chosen)
    image = bar.grab().toImage()
    for x in range(0, image.width(), 3):
        for y in (2, 5, 14):
            colour = QColor(image.pixelColor(x, y))
            assert colour.red() <= colour.green() + 12


def test_what_was_chosen_is_marked_above_the_bar(bar: GapBar) -> None:
    def marked() -> int:
        image = bar.grab().toImage()
        return len({image.pixel(x, 2) for x in range(image.width())})

    bar.show_gap(5, 7.0)
    assert marked() == 1
    bar.show_gap(5, 7.0, Interval(7, 14))
    assert marked() > 1


def test_without_a_contact_nothing_is_drawn(bar: GapBar) -> None:
    bar.show_gap(None, None)
    image = bar.grab().toImage()
    assert {image.pixel(x, 10) for x in range(image.width())} == {image.pixel(0, 10)}
    bar.show_gap(3, None)
    assert len({bar.grab().toImage().pixel(x, 10) for x in range(300)}) > 1
