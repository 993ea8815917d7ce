"""What stood in a calendar: newest first, all ticked, and what the user unticks did not take place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.views.importing.happened_step import HappenedStep
from reconnect_desktop.views.importing.plans import plans_of
from tests.making import contact
from tests.views.importing.importing_rig import click, names, press, rows

LUNCH = replace(
    contact("2026-11-14", time="12:30", minutes=90, note="Lunch <b>with</b> Mom\nsecond line"),
    medium=Medium.VISIT,
)
CALL = contact("2025-05-01", time="18:00", note="Call Mom")
WALK = replace(contact("2026-11-20", time="09:00"), medium=Medium.VISIT)


@pytest.fixture
def step(qtbot: QtBot) -> HappenedStep:
    step = HappenedStep(plans_of([CALL, WALK, LUNCH]))
    qtbot.addWidget(step)
    step.show()
    step.begin()
    return step


def chosen(step: HappenedStep) -> set[str]:
    return set(step.chosen())


def ids(*interactions: Interaction) -> set[str]:
    return {one.id for one in interactions}


def test_the_newest_stands_first_with_its_day_and_words(step: HappenedStep) -> None:
    assert names(step.model) == [
        "Friday 20 November 2026, 09:00",
        "Saturday 14 November 2026, 12:30",
        "Thursday 1 May 2025, 18:00",
    ]
    assert (
        rows(step.model)[1]
        == "Saturday 14 November 2026, 12:30  ·  In person  ·  1 h 30 min  ·  Lunch <b>with</b> Mom second line"
    )


def test_all_took_place_until_the_user_says_that_one_did_not(step: HappenedStep) -> None:
    assert chosen(step) == ids(CALL, WALK, LUNCH)
    press(step.form.list, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert chosen(step) == ids(CALL, WALK)
    assert step.form.chosen.text() == "2 of 3 took place"


def test_none_and_all_mean_those_that_are_shown(step: HappenedStep) -> None:
    QTest.keyClicks(step.form.search, "november person")
    click(step.form.none_button)
    assert chosen(step) == ids(CALL)
    step.form.search.clear()
    assert len(rows(step.model)) == 3
    click(step.form.all_button)
    assert chosen(step) == ids(CALL, WALK, LUNCH)


@pytest.mark.parametrize(("typed", "found"), [("mom 2025", [CALL]), ("SATURDAY", [LUNCH]), ("14", [LUNCH])])
def test_one_finds_by_words_days_and_years(step: HappenedStep, typed: str, found: list[Interaction]) -> None:
    step.form.search.setText(typed)
    step.model.tick([])
    step.model.tick_shown(on=True)
    assert chosen(step) == ids(*found)


def test_the_months_are_found_in_the_language_of_the_screen(qtbot: QtBot) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    try:
        assert "mai 2025" in plans_of([CALL]).found_by[0]
    finally:
        QLocale.setDefault(before)
