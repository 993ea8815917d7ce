"""Own words about a month: kept as they are typed, and never lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.change import Change, add, edit
from reconnect_desktop.domain.errors import DiskFull
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.records import Reflection
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.keeper import State
from reconnect_desktop.views.review.own_words_card import OwnWordsCard
from tests.making import when

OCTOBER = Month(2026, 10)


@pytest.fixture
def card(qtbot: QtBot, qapp: QApplication, journal: Journal) -> Iterator[OwnWordsCard]:
    background = Background()
    made = OwnWordsCard(background)
    qtbot.addWidget(made)
    made.open(journal, OCTOBER, None)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    yield made
    background.close()


def kept(journal: Journal, month: Month = OCTOBER) -> tuple[str, str]:
    found = journal.get(Reflection, month.isoformat())
    return (found.text, found.intention) if found else ("", "")


def test_what_is_typed_is_kept_within_a_second_and_said_quietly(
    card: OwnWordsCard, journal: Journal, qtbot: QtBot
) -> None:
    QTest.keyClicks(card.form.text, "A good month")
    QTest.keyClicks(card.form.intention, "Call on Sundays")
    assert card.form.state_label.text() == ""
    qtbot.waitUntil(lambda: card.form.state_label.text() == "Saved")
    assert kept(journal) == ("A good month", "Call on Sundays")


def test_all_that_can_be_typed_comes_back_as_it_was(card: OwnWordsCard, journal: Journal) -> None:
    text = "Ça\u00a0va ? <b>&amp;</b>\n\n\tஅம்மா 🌧️ \u202b\u05e9\u05dc\u05d5\u05dd\u202c\n"
    card.form.text.setPlainText(text)
    assert card.is_kept()
    assert kept(journal)[0] == text
    card.open(journal, OCTOBER, journal.get(Reflection, "2026-10"))
    assert card.written().text == text


def test_another_month_gets_its_own_words(card: OwnWordsCard, journal: Journal) -> None:
    QTest.keyClicks(card.form.text, "October")
    assert card.is_kept()
    card.open(journal, Month(2026, 11), None)
    assert card.written() == ("", "")
    assert "December 2026" in card.form.intention_label.text()
    QTest.keyClicks(card.form.text, "November")
    assert card.is_kept()
    assert (kept(journal)[0], kept(journal, Month(2026, 11))[0]) == ("October", "November")


def test_what_could_not_be_kept_stays_and_can_be_tried_again(
    card: OwnWordsCard, journal: Journal, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures: list[object] = []
    card.failed.connect(failures.append)

    def full(*_changes: Change) -> None:
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(journal, "keep", full)
        QTest.keyClicks(card.form.text, "A good month")
        qtbot.waitUntil(lambda: card.keeper.state is State.FAILED)
        assert not card.is_kept()
    assert [type(one) for one in failures] == [DiskFull]
    assert card.form.state_label.text() == "Not saved yet"
    assert card.written().text == "A good month"
    card.form.again_button.click()
    qtbot.waitUntil(lambda: card.form.state_label.text() == "Saved")
    assert kept(journal)[0] == "A good month"
    assert not card.form.again_button.isVisible()


def test_leaving_keeps_at_once(card: OwnWordsCard, journal: Journal, qtbot: QtBot) -> None:
    QTest.keyClicks(card.form.text, "Half a th")
    card.hide()
    qtbot.waitUntil(lambda: kept(journal)[0] == "Half a th")


def test_what_somebody_else_wrote_is_shown_unless_one_is_typing(card: OwnWordsCard, journal: Journal) -> None:
    other = Reflection(id="2026-10", changed=when("2026-11-01"), text="From elsewhere")
    journal.keep(add(other))
    card.follow(journal, add(other))
    assert card.written().text == "From elsewhere"
    QTest.keyClicks(card.form.text, "Mine. ")
    newer = Reflection(id="2026-10", changed=when("2026-11-02"), text="Newer")
    journal.keep(edit(other, newer))
    card.follow(journal, edit(other, newer))
    assert card.written().text == "Mine. From elsewhere"


def test_last_months_intention_stands_above(card: OwnWordsCard) -> None:
    card.show_intended("Call on Sundays\n")
    assert card.form.intended.said == "You had in mind: Call on Sundays"
    assert card.form.intended.isVisible()
    card.show_intended(" ")
    assert not card.form.intended.isVisible()


def test_the_field_grows_with_its_words_up_to_a_point(card: OwnWordsCard) -> None:
    card.resize(500, 400)
    low = card.form.text.sizeHint().height()
    card.form.text.setPlainText("line\n" * 6)
    assert low < card.form.text.sizeHint().height()
    card.form.text.setPlainText("line\n" * 200)
    assert card.form.text.sizeHint().height() < 12 * low
