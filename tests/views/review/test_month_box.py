"""The list of months behind the title."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.months import Month
from reconnect_desktop.views.review.month_box import MonthBox

MONTHS = [Month(2026, 11), Month(2026, 10), Month(2025, 2)]


@pytest.fixture
def box(qtbot: QtBot) -> MonthBox:
    made = MonthBox()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    made.setFocus()
    return made


def rows(box: MonthBox) -> list[str]:
    return [box.itemText(row) for row in range(box.count())]


def test_months_stand_by_year_the_newest_first_with_the_one_that_is_shown(box: MonthBox) -> None:
    box.show_months(MONTHS, Month(2026, 9))
    assert rows(box) == ["2026", "November 2026", "October 2026", "September 2026", "2025", "February 2025"]
    assert box.currentText() == "September 2026"


def test_keys_pass_over_the_names_of_years(box: MonthBox, qtbot: QtBot) -> None:
    box.show_months(MONTHS, Month(2026, 10))
    with qtbot.waitSignal(box.month_chosen) as told:
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert told.args == [Month(2025, 2)]


def test_years_can_be_chosen_and_none_of_it_is_told_when_the_program_does_it(
    box: MonthBox, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(box.year_chosen), qtbot.assertNotEmitted(box.month_chosen):
        box.show_years([2026, 2024], 2025)
    assert rows(box) == ["2026", "2025", "2024"]
    with qtbot.waitSignal(box.year_chosen) as told:
        QTest.keyClick(box, Qt.Key.Key_Up)
    assert told.args == [2026]


def test_the_wheel_turns_no_months(box: MonthBox) -> None:
    box.show_months(MONTHS, Month(2026, 10))
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turn)
    assert box.currentText() == "October 2026"
