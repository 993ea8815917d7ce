"""A month as cards: what they say, what is closed at first, and what stays as it is when only a part is new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reconnect_desktop.output.sheet import Paragraph
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.prose import Prose
from reconnect_desktop.views.review.grid_view import GridView
from reconnect_desktop.views.review.month_view import MonthView
from tests.views.review.sheets import COMPARED, HAPPENED, HARD, NEEDS, RHYTHM, WINS, section, told


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> Iterator[MonthView]:
    background = Background()
    made = MonthView(Look(qapp, "light"), background)
    qtbot.addWidget(made)
    made.resize(900, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    yield made
    background.close()


def seen(view: MonthView) -> str:
    """What can be read, at least after scrolling."""
    labels = [label for label in view.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.said if isinstance(label, Prose) else label.text() for label in labels)


def button(view: MonthView, words: str) -> QPushButton:
    (found,) = (
        one
        for one in view.findChildren(QPushButton)
        if one.isVisible() and one.text().replace("&", "") == words
    )
    return found


def test_sections_stand_in_their_order_with_all_they_say(view: MonthView) -> None:
    view.show_sheet(told(HAPPENED, COMPARED, WINS, under="So far, up to 22 November"))
    words = seen(view)
    places = [words.index(one) for one in ("So far", "9 of 31 days", "Time together", "Sunday 11 October")]
    assert places == sorted(places)
    assert "She laughed about the <b>cat & the hat</b>." in words
    tops = [card.y() for card in view.cards.values()]
    assert tops == sorted(tops)
    assert view.accessibleName() == "October 2026"


def test_the_table_can_be_heard(view: MonthView) -> None:
    view.show_sheet(told(COMPARED))
    (table,) = view.findChildren(GridView)
    assert table.accessibleName() == "October beside September and the usual"
    heard = table.accessibleDescription()
    assert "Days in touch: October 9; September 6 (more now); Usual 7.5." in heard
    assert "closer now" in heard


def test_a_harder_moment_is_closed_until_it_is_wanted(view: MonthView) -> None:
    view.show_sheet(told(HARD))
    assert "the move" not in seen(view)
    button(view, "Show it").setFocus()
    QTest.keyClick(button(view, "Show it"), Qt.Key.Key_Space)
    assert "We talked about the move again." in seen(view)
    button(view, "Hide it").click()
    assert "the move" not in seen(view)


def test_what_did_not_change_is_left_as_it_is(view: MonthView) -> None:
    view.show_sheet(told(HAPPENED, HARD, WINS))
    button(view, "Show it").click()
    hard, wins = view.cards["hard"], view.cards["wins"]
    view.show_sheet(told(replace(HAPPENED, parts=(Paragraph("Once more."),)), HARD))
    assert view.cards["hard"] is hard
    assert "the move" in seen(view)
    assert "Once more." in seen(view)
    assert not wins.isVisible()


def test_own_words_are_written_not_shown_twice_and_the_rhythm_can_be_left_out(view: MonthView) -> None:
    mine = section("reflection", "In my own words", Paragraph("A good month"))
    view.show_sheet(told(HAPPENED, mine, RHYTHM), asks=False, offers=False)
    assert list(view.cards) == ["happened"]
    assert "A good month" not in seen(view)


def test_buttons_ask_for_what_they_say(view: MonthView, qtbot: QtBot) -> None:
    view.show_sheet(told(NEEDS, RHYTHM))
    for words, signal in (
        ("What do I need?", view.needs_wanted),
        ("Move the rhythm", view.rhythm_moved),
        ("Keep it as it is", view.rhythm_kept),
    ):
        with qtbot.waitSignal(signal):
            button(view, words).click()


def test_tab_goes_down_the_page(view: MonthView) -> None:
    view.show_sheet(told(HARD, NEEDS, RHYTHM))
    view.setFocus()
    tops = []
    for _ in range(6):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        tops.append((focus.mapTo(view.form.content, focus.rect().topLeft()).y(), focus.objectName()))
    assert [top for top, _ in tops] == sorted(top for top, _ in tops)
    assert tops[-1][1] == "intention"
