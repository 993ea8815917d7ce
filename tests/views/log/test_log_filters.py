from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.filter import EVERYTHING, Filter
from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.log.closeness_span import widened
from reconnect_desktop.views.log.filter_bar import FilterBar
from tests.making import TODAY
from tests.views.log.log_rig import Rig, some


@pytest.fixture
def rig(qtbot: QtBot, journal: Journal) -> Iterator[Rig]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    made = Rig(qtbot, Look(app, "light"), journal).open(some())
    yield made
    made.close()


@pytest.fixture
def bar(rig: Rig) -> FilterBar:
    rig.page.form.filter_button.click()
    assert rig.page.filters.isVisible()
    return rig.page.filters


def chips(rig: Rig) -> list[str]:
    return [chip.text() for chip in rig.page.form.strip.chips]


@pytest.mark.parametrize(
    ("span", "clicked", "expected"),
    [
        (None, 3, (3, 3)),
        ((3, 3), 5, (3, 5)),
        ((3, 5), 2, (2, 5)),
        ((3, 5), 3, (4, 5)),
        ((3, 5), 5, (3, 4)),
        ((3, 6), 4, (4, 4)),
        ((4, 4), 4, None),
    ],
)
def test_a_span_of_closeness_grows_and_shrinks(
    span: tuple[int, int] | None, clicked: int, expected: tuple[int, int] | None
) -> None:
    assert widened(span, clicked) == expected


def test_the_page_is_calm_until_a_filter_is_asked_for(rig: Rig) -> None:
    assert not rig.page.filters.isVisible()
    assert not rig.page.form.strip.isVisible()
    assert rig.page.form.filter_button.text() == "Fi&lter"


def test_each_filter_narrows_and_is_told(rig: Rig, bar: FilterBar) -> None:
    bar.media[Medium.CALL].click()
    bar.media[Medium.VISIT].click()
    rig.settle()
    assert rig.shown() == [some()[place].id for place in (0, 1, 3)]
    bar.span.figures[5].click()
    bar.span.figures[7].click()
    rig.settle()
    assert rig.shown() == [some()[place].id for place in (0, 1)]
    bar.form.length.setCurrentIndex(4)
    rig.settle()
    assert rig.shown() == [some()[1].id]
    assert chips(rig) == ["Call", "In person", "Closeness 5\N{EN DASH}7", "Over an hour"]
    assert rig.page.form.filter_button.text() == "Fi&lter · 4"
    assert rig.count() == "1 of 5 interactions"


def test_a_chip_takes_its_filter_away(rig: Rig, bar: FilterBar) -> None:
    bar.media[Medium.CALL].click()
    bar.span.figures[5].click()
    for chip in (1, 0):
        QTest.mouseClick(rig.page.form.strip.chips[chip], Qt.MouseButton.LeftButton)
    rig.settle()
    assert bar.wanted() == EVERYTHING
    assert not rig.page.form.strip.isVisible()
    assert len(rig.shown()) == 5


def test_all_filters_are_cleared_and_the_words_stay(rig: Rig, bar: FilterBar) -> None:
    rig.search("garden")
    bar.unrated.click()
    bar.media[Medium.LETTER].click()
    QTest.mouseClick(rig.page.form.strip.clear_button, Qt.MouseButton.LeftButton)
    rig.settle()
    assert rig.shown() == [some()[0].id]
    assert rig.page.form.search.text() == "garden"


def test_not_rated_and_a_closeness_exclude_each_other(bar: FilterBar) -> None:
    bar.span.figures[4].click()
    bar.unrated.click()
    assert bar.wanted() == Filter(unrated=True)
    bar.span.figures[4].click()
    assert bar.wanted() == Filter(closeness=(4, 4))


@pytest.mark.parametrize(
    ("choice", "since"),
    [(0, None), (1, date(2026, 11, 1)), (2, date(2026, 8, 22)), (3, date(2026, 1, 1))],
)
def test_dates_are_counted_from_today(bar: FilterBar, choice: int, since: date | None) -> None:
    bar.set_today(TODAY)
    bar.form.dates.setCurrentIndex(choice)
    assert (bar.wanted().since, bar.wanted().until) == (since, None)
    assert not bar.form.own_pair.isVisible()


def test_own_dates_are_taken_in_either_order(rig: Rig, bar: FilterBar) -> None:
    bar.form.dates.setCurrentIndex(4)
    assert bar.form.own_pair.isVisible()
    bar.form.since.setDate(QDate(2026, 11, 8))
    bar.form.until.setDate(QDate(2026, 10, 15))
    rig.settle()
    assert rig.shown() == [some()[place].id for place in (1, 2, 3)]
    assert chips(rig) == ["15 Oct 2026 \N{EN DASH} 8 Nov 2026"]
    bar.form.until.setDate(QDate(2026, 11, 8))
    rig.settle()
    assert chips(rig) == ["8 Nov 2026"]


def tags_menu(rig: Rig, bar: FilterBar) -> QMenu:
    menu = bar.form.tags.menu()
    menu.popup(bar.form.tags.mapToGlobal(QPoint(0, 0)))
    rig.until(menu.isVisible)
    return menu


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard")
def test_several_tags_are_ticked_without_closing_the_menu(rig: Rig, bar: FilterBar) -> None:
    menu = tags_menu(rig, bar)
    words = [action.text() for action in menu.actions()]
    assert sorted(words) == ["busy && tired", "health", "laughed together"]
    for word in ("health", "busy && tired"):
        menu.setActiveAction(menu.actions()[words.index(word)])
        QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    menu.close()
    rig.settle()
    assert rig.shown() == [some()[4].id]
    assert bar.form.tags.text() == "2 tags"
    assert bar.form.tags.accessibleName() == "Tags: health, busy & tired"
    rig.page.form.strip.chips[0].click()
    assert bar.form.tags.text() == "busy && tired"


def test_everything_can_be_reached_by_tab(rig: Rig, bar: FilterBar) -> None:
    rig.page.find()
    seen = []
    for _ in range(40):
        rig.press(Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is rig.page.form.search:
            break
    for stop in (rig.page.form.filter_button, bar.unrated, bar.form.length, bar.form.tags, rig.page.list):
        assert stop in seen


def test_choices_have_names_and_room(bar: FilterBar) -> None:
    controls = [*bar.media.values(), *bar.span.figures.values(), bar.unrated, bar.form.length, bar.form.dates]
    for control in controls:
        assert control.height() >= 32 or control.sizeHint().height() >= 32
        assert control.accessibleName() or getattr(control, "text", lambda: "labelled")()


def test_the_panel_leaves_half_the_page_to_the_list(rig: Rig, bar: FilterBar) -> None:
    rig.page.resize(420, 400)
    rig.settle()
    assert rig.page.panel.height() <= 200
    rig.page.resize(1200, 900)
    rig.settle()
    assert rig.page.panel.height() == bar.heightForWidth(rig.page.panel.width())
