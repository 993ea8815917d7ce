from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.glance import Glance, glance
from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.domain.rhythm import NO_RHYTHM, Interval, Rhythm
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.today.gap_card import GapCard
from tests.making import TODAY, ago, contact

WISH = Rhythm(Interval(7, 14), ((Medium.CALL, Interval(5, 10)),))


@pytest.fixture
def card(qtbot: QtBot, qapp: QApplication) -> GapCard:
    made = GapCard(Look(qapp, "light"))
    qtbot.addWidget(made)
    made.show()
    return made


def seen(*pauses: Pause) -> Glance:
    """Calls each week, the last one 12 days ago."""
    return glance([contact(ago(12 + 7 * place)) for place in range(9)], [], [], TODAY, pauses=pauses)


def chosen(card: GapCard) -> str:
    """What is said of rhythm and pauses."""
    return card.form.chosen.text().replace("\u00a0", " ") if card.form.chosen.isVisible() else ""


def test_without_a_rhythm_nothing_is_said_of_one(card: GapCard) -> None:
    card.show_gap(seen())
    assert chosen(card) == ""


def test_the_rhythm_is_a_wish_in_words_that_a_screen_reader_reads_too(card: GapCard) -> None:
    card.show_gap(seen(), WISH, [(Medium.CALL, 12, Interval(5, 10), 0)])
    told = chosen(card)
    assert told.splitlines() == [
        "You'd like about every 7 days; up to 14 is fine.",
        "Call: 12 days ago; up to 10 is fine.",
    ]
    described = card.form.bar.accessibleDescription().replace("\u00a0", " ")
    for line in told.splitlines():
        assert line in described
    for word in ("overdue", "late", "should", "too long"):
        assert word not in f"{told} {described}".casefold()


def test_days_of_a_pause_are_named_and_left_out(card: GapCard) -> None:
    card.show_gap(seen(Pause(id="p", reason=PauseReason.TRAVEL, start=ago(9), end=ago(5))))
    assert card.form.head.text() == "12 days"
    assert chosen(card) == "5 days of that were in a pause."
    assert "Without pauses: 7 days." in card.form.bar.toolTip()


def test_a_rhythm_that_is_given_up_leaves_no_trace(card: GapCard) -> None:
    card.show_gap(seen(), WISH)
    card.show_gap(seen(), NO_RHYTHM)
    assert chosen(card) == ""
    assert "14" not in card.form.bar.accessibleDescription()


def test_the_menu_has_a_name_and_opens_by_the_keyboard(card: GapCard, qtbot: QtBot) -> None:
    card.show_gap(seen())
    assert card.form.more_button.accessibleName() == "Rhythm and pauses"
    card.form.more_button.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    acts = {act.text().replace("&", ""): act for act in menu.actions() if act.text()}
    with qtbot.waitSignal(card.rhythm_wanted):
        acts["How often I'd like to be in touch…"].trigger()
    with qtbot.waitSignal(card.pause_wanted):
        acts["Take a pause…"].trigger()
    menu.close()
