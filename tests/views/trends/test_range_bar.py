"""Choosing days by keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.trends.ranges import Range
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.kit.look import Look
from tests.views.trends.trends_rig import Rig, call, dots_kind

Key = Qt.Key


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    look = Look(qapp, "light")
    yield look
    look.scale_text(1.0)


@pytest.fixture
def rig(qtbot: QtBot, look: Look, journal: Journal) -> Iterator[Rig]:
    made = Rig(qtbot, look, journal, [dots_kind()])
    yield made
    made.close()


def test_tab_goes_from_the_ranges_to_the_arrows_and_own_days(rig: Rig) -> None:
    rig.open(call("2026-11-20", "b"), call("2024-05-01", "a"))
    rig.drawn()
    bar = rig.page.range
    chosen = bar.form.choices.choices[Range.THREE_MONTHS]
    chosen.click()
    chosen.setFocus()
    rig.press(Key.Key_Tab)
    assert QApplication.focusWidget() is bar.form.earlier_button
    bar.form.choices.choices[Range.OWN].click()
    assert bar.own is not None
    bar.form.choices.choices[Range.OWN].setFocus()
    while (there := QApplication.focusWidget()) in (
        bar.form.choices.choices[Range.OWN],
        bar.form.earlier_button,
        bar.form.later_button,
    ):
        QTest.keyClick(there, Key.Key_Tab)
    assert QApplication.focusWidget() is bar.own.form.first_field


def test_in_a_low_window_with_large_text_every_range_is_whole(rig: Rig, look: Look) -> None:
    rig.open(call("2026-11-20", "b"))
    rig.drawn()
    look.scale_text(1.5)
    rig.page.setMinimumHeight(1)  # what the main window leaves it may be less than it would like
    rig.page.resize(400, 360)
    choices = rig.page.range.form.choices
    rig.until(lambda: choices.height() >= choices.heightForWidth(choices.width()))
    assert all(choices.rect().contains(part.geometry()) for part in choices.parts)
