from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reconnect_desktop import catalogue
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add, delete
from reconnect_desktop.domain.errors import DiskFull
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.records import (
    Answer,
    Need,
    Nudge,
    Outcome,
    Pause,
    PauseReason,
    Setting,
    Try,
)
from reconnect_desktop.domain.settings import HER_NAME, NO_CONTACT_SINCE, NUDGES
from reconnect_desktop.domain.suggestions import LeadsTo, filled
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.today.advice_reading import Card
from reconnect_desktop.views.today.today_page import TodayPage
from tests.fakes import FakeClock
from tests.making import TODAY, ago, contact, rated, topic, when
from tests.views.today.advice_rig import Rig, dipped, focused, silent, was_quiet

WORDS = catalogue.load()
SAID = "said"


@pytest.fixture
def rig(qtbot: QtBot, today_page: TodayPage, journal: Journal) -> Rig:
    return Rig(qtbot, today_page, journal)


def a_try(rig_id: str = "try", *, days: int = 3) -> Try:
    row = next(row for row in WORDS.suggestions if row.leads_to is LeadsTo.LETTER)
    return Try(id=rig_id, suggestion=row.id, signal="dip", begun=when(ago(days)))


def fails(rig: Rig, monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """The disk is full from now on."""

    def full(*_: object, **__: object) -> None:
        raise DiskFull

    for name in names:
        monkeypatch.setattr(rig.journal, name, full)


# What shows


def test_while_all_is_as_usual_there_is_nothing(rig: Rig) -> None:
    rig.open(*rated([5, 4, 5, 5, 6, 5, 4, 5, 5, 5, 6, 5]))
    assert rig.place.isHidden()
    assert rig.all(Nudge) == []


def test_a_dip_brings_one_suggestion_with_its_why_and_her_name(rig: Rig) -> None:
    rig.open(*dipped(), Setting(id=HER_NAME.id, value="Amma & <b>co</b>"))
    card = rig.card(Card.SUGGESTION)
    row = rig.place.reading.advice.chosen.suggestion
    assert card.form.why.text().replace("\u00a0", " ") == (
        "Your last 4 talks felt less close than usual: 2.8 against 5.1."
    )
    assert filled(row.title, "Amma & <b>co</b>") in rig.texts()
    assert "{name}" not in rig.texts()


def test_the_circles_say_the_numbers_of_the_dip(rig: Rig) -> None:
    rig.open(*dipped())
    rig.card(Card.SUGGESTION)
    assert "Lately 2.8, over your last 4 ratings; usually 5.1." in rig.texts()
    assert rig.page.form.usual.isHidden()


def test_each_way_to_say_it_can_be_seen_and_copied(rig: Rig) -> None:
    rig.open(*dipped())
    card = rig.card(Card.SUGGESTION)
    row = rig.place.reading.advice.chosen.suggestion
    seen = []
    for _ in row.ways:
        rig.click(card.words.copy_button)
        seen.append(QGuiApplication.clipboard().text())
        assert card.words.words.said == f"“{seen[-1]}”"
        rig.click(card.form.another_button)
    assert sorted(seen) == sorted(filled(way, "Mom") for way in row.ways)


def test_why_this_opens_the_numbers_of_a_dip(rig: Rig) -> None:
    rig.open(*dipped())
    card = rig.card(Card.SUGGESTION)
    rig.click(card.form.why_button)
    picture = card._panel.dip
    assert picture.isVisible()
    said = picture.accessibleDescription()
    assert said.endswith("3, 2, 3, 3. The last 4: 2.8 on average; usually 5.1.")
    assert "Noticed on" in rig.texts()
    rig.click(card.form.why_button)
    assert not picture.isVisible()


def test_why_this_opens_the_gaps(rig: Rig) -> None:
    rig.open(*silent(), was_quiet())
    card = rig.card(Card.SUGGESTION)
    rig.click(card.form.why_button)
    picture = card._panel.gaps
    assert picture.isVisible()
    assert "now 24." in picture.accessibleDescription()
    assert len(picture.gaps) == 13


def test_in_a_small_window_what_was_opened_comes_into_view(rig: Rig) -> None:
    rig.page.resize(640, 480)
    rig.open(*dipped())
    card = rig.card(Card.SUGGESTION)
    card.form.why_button.click()
    rig.until(lambda: card._panel.visibleRegion().boundingRect().height() == card._panel.height())
    assert not card.form.why_button.visibleRegion().isEmpty()


def test_what_is_open_stays_open_while_the_page_reads_again(rig: Rig) -> None:
    rig.open(*dipped())
    card = rig.card(Card.SUGGESTION)
    rig.click(card.form.why_button)
    rig.click(card.form.another_button)
    way = card.way
    rig.journal.apply(Action.TOPIC, add(topic("Garden")))
    rig.settle()
    assert card.form.why_button.isChecked()
    assert card._panel.isVisible()
    assert card.way == way


def test_it_takes_no_focus_of_its_own(rig: Rig) -> None:
    rig.open(*rated([5] * 12))
    line = rig.page.topics.form.new_topic
    line.setFocus()
    QTest.keyClicks(line, "Gar")
    rig.journal.apply(Action.IMPORT, *[add(one) for one in dipped()])
    rig.card(Card.SUGGESTION)
    QTest.keyClicks(focused(), "den")
    assert line.text() == "Garden"


def test_what_one_types_in_stays_where_it_is_on_the_screen(rig: Rig) -> None:
    rig.page.resize(640, 500)
    off = Setting(id=NUDGES.id, value=NUDGES.write(False))
    rig.open(*dipped(), off)
    line, scroll = rig.page.topics.form.new_topic, rig.page.form.scroll
    line.setFocus()
    scroll.ensureWidgetVisible(line)
    rig.qtbot.wait(50)
    before = line.mapTo(scroll.viewport(), QPoint()).y()
    rig.journal.apply(Action.SETTING, delete(off))
    rig.card(Card.SUGGESTION)
    rig.settle()
    rig.qtbot.wait(200)
    assert abs(line.mapTo(scroll.viewport(), QPoint()).y() - before) <= 2


# Kept as shown


def test_it_is_kept_as_shown_once_and_is_no_step_to_undo(rig: Rig) -> None:
    rig.open(*dipped())
    rig.card(Card.SUGGESTION)
    rig.until(lambda: len(rig.all(Nudge)) == 1)
    rig.settle()
    rig.page.hide()
    rig.page.show()
    rig.settle()
    (nudge,) = rig.all(Nudge)
    assert (nudge.signal, nudge.answer) == ("dip", None)
    assert rig.journal.undo_action() == (Action.IMPORT, len(dipped()))


def test_what_nobody_can_see_is_not_kept_as_shown(rig: Rig) -> None:
    rig.page.hide()
    rig.open(*dipped())
    rig.settle()
    assert rig.place.reading.advice.chosen is not None
    assert rig.all(Nudge) == []


def test_behind_another_window_it_is_not_kept_as_shown(rig: Rig) -> None:
    other = QWidget()
    rig.qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    rig.until(lambda: QApplication.activeWindow() is other)
    rig.open(*dipped())
    rig.card(Card.SUGGESTION)
    rig.settle()
    rig.page.grab()
    assert rig.all(Nudge) == []
    rig.page.activateWindow()
    rig.until(lambda: len(rig.all(Nudge)) == 1)


def test_what_is_scrolled_out_of_sight_is_not_kept_as_shown(rig: Rig) -> None:
    rig.page.resize(640, 320)
    rig.open(*dipped())
    rig.settle()
    assert rig.all(Nudge) == []

    def found() -> bool:
        rig.page.form.scroll.ensureWidgetVisible(rig.place.card(Card.SUGGESTION).try_button)
        return len(rig.all(Nudge)) == 1

    rig.until(found)


# Answers


def test_i_will_try_this_keeps_the_words_at_hand(rig: Rig) -> None:
    rig.open(*dipped())
    card = rig.card(Card.SUGGESTION)
    rig.click(card.form.another_button)
    words = card.words.words.said
    rig.click(card.try_button)
    trying = rig.card(Card.TRYING)
    assert trying.words.words.said == words
    assert trying.heading.text().startswith("You're trying: ")
    rig.until(lambda: len(rig.all(Try)) == 1)
    assert [nudge.answer for nudge in rig.all(Nudge)] == [Answer.TRY]
    rig.settle()
    assert rig.shows(Card.TRYING)
    rig.click(trying.open_button)
    assert rig.wanted == [("ideas", rig.all(Try)[0].suggestion)]


@pytest.mark.parametrize("button", ["later_button", "retire_button"])
def test_another_answer_is_met_kindly_and_gone_at_the_next_look(rig: Rig, button: str) -> None:
    rig.open(*dipped())
    rig.click(getattr(rig.card(Card.SUGGESTION), button))
    assert rig.shows(SAID)
    rig.settle()
    assert rig.shows(SAID)
    assert "All right" in rig.texts()
    assert "?" not in rig.place.card(SAID).label.text()
    (nudge,) = rig.all(Nudge)
    wanted = Answer.NOT_TODAY if button == "later_button" else Answer.NOT_FOR_ME
    assert nudge.answer is wanted
    retired = [kept for kept in rig.all(Setting) if kept.id == f"retired.{nudge.suggestion}"]
    assert len(retired) == (wanted is Answer.NOT_FOR_ME)
    rig.page.hide()
    rig.page.show()
    rig.settle()
    assert rig.place.isHidden()


@pytest.mark.parametrize("button", ["try_button", "later_button", "retire_button"])
def test_each_answer_can_be_undone(rig: Rig, button: str) -> None:
    rig.open(*dipped())
    rig.click(getattr(rig.card(Card.SUGGESTION), button))
    rig.settle()
    rig.journal.undo()
    rig.card(Card.SUGGESTION)
    assert [nudge.answer for nudge in rig.all(Nudge)] == [None]
    assert rig.all(Try) == []


@pytest.mark.parametrize("button", ["try_button", "later_button", "retire_button"])
def test_what_could_not_be_written_is_taken_back(
    rig: Rig, button: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rig.open(*dipped())
    card = rig.card(Card.SUGGESTION)
    rig.until(lambda: len(rig.all(Nudge)) == 1)
    rig.settle()
    fails(rig, monkeypatch, "apply")
    rig.click(getattr(card, button))
    assert not card.isVisible()
    rig.until(lambda: bool(rig.failures))
    assert rig.shows(Card.SUGGESTION)
    rig.settle()
    assert rig.shows(Card.SUGGESTION)
    assert [type(error) for error in rig.failures] == [DiskFull]


def test_a_full_disk_is_told_once_not_at_each_paint(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    fails(rig, monkeypatch, "keep")
    rig.open(*dipped())
    rig.until(lambda: bool(rig.failures))
    for _ in range(3):
        rig.settle()
        rig.page.grab()
    assert len(rig.failures) == 1
    assert rig.shows(Card.SUGGESTION)


@pytest.mark.parametrize("leads_to", [*LeadsTo, None])
def test_it_leads_where_the_row_says(rig: Rig, leads_to: LeadsTo | None) -> None:
    rig.open(*dipped())
    card = rig.card(Card.SUGGESTION)
    card._show_lead(leads_to)
    assert card.lead_button.isVisible() == (leads_to is not None)
    chosen = rig.place.reading.advice.chosen.suggestion.id
    sections: list[str] = []
    rig.page.settings_wanted.connect(sections.append)
    if leads_to is not None:
        rig.place._lead(leads_to)
    expected = {
        LeadsTo.LETTER: [("letters", chosen)],
        LeadsTo.NEEDS: [("ideas", "needs")],
        LeadsTo.LOG: [("log", None)],
    }
    assert rig.wanted == (expected.get(leads_to, []) if leads_to else [])
    assert sections == (["rhythm"] if leads_to is LeadsTo.RHYTHM else [])
    assert rig.page.topics.form.new_topic.hasFocus() == (leads_to is LeadsTo.TOPICS)


# Safety


@pytest.mark.parametrize("reason", PauseReason)
def test_a_pause_takes_everything_away(rig: Rig, reason: PauseReason) -> None:
    rig.open(*dipped())
    rig.click(rig.card(Card.SUGGESTION).try_button)
    rig.card(Card.TRYING)
    rig.settle()
    rig.journal.apply(Action.PAUSE, add(Pause(id="p", start=TODAY, end=None, reason=reason)))
    rig.until(rig.place.isHidden)


# Asked first


def test_a_gap_asks_first_and_no_brings_the_suggestion_at_once(rig: Rig) -> None:
    rig.open(*silent())
    card = rig.card(Card.ASK_FIRST)
    assert "Were you in touch since Thursday 29 October?" in rig.texts()
    assert rig.all(Nudge) == []
    rig.click(card.no_button)
    assert rig.shows(Card.SUGGESTION)
    rig.settle()
    assert rig.shows(Card.SUGGESTION)
    assert rig.journal.setting(NO_CONTACT_SINCE) == ago(24)


def test_yes_logs_a_contact_of_that_day_and_the_gap_is_gone(rig: Rig) -> None:
    rig.open(*silent())
    card = rig.card(Card.ASK_FIRST)
    card.yes_button.setFocus()
    rig.click(card.yes_button)
    assert focused() is card.form.day
    assert not card.yes_button.isVisible()
    card.form.media.choices[Medium.VISIT].click()
    rig.click(card.save_button)
    assert rig.shows(SAID)
    rig.settle()
    (newest,) = [one for one in rig.all(Interaction) if one.when.day > ago(24)]
    assert (newest.when.day, newest.when.local.hour, newest.medium) == (ago(1), 12, Medium.VISIT)
    assert (newest.minutes, newest.closeness) == (None, None)
    rig.page.hide()
    rig.page.show()
    rig.settle()
    assert not rig.shows(Card.ASK_FIRST)
    rig.journal.undo()
    rig.card(Card.ASK_FIRST)


def test_a_contact_of_today_is_not_in_the_future(rig: Rig, clock: FakeClock) -> None:
    clock.set("2026-11-22T08:10:00+01:00")
    rig.open(*silent())
    card = rig.card(Card.ASK_FIRST)
    rig.click(card.yes_button)
    card.form.day.setDate(card.form.day.maximumDate())
    rig.click(card.save_button)
    rig.settle()
    assert rig.failures == []
    newest = max(rig.all(Interaction), key=lambda one: one.when.timestamp)
    assert newest.when == clock()


def test_esc_goes_back_to_the_question(rig: Rig) -> None:
    rig.open(*silent())
    card = rig.card(Card.ASK_FIRST)
    rig.click(card.yes_button)
    QTest.keyClick(card.form.day, Qt.Key.Key_Escape)
    assert card.yes_button.hasFocus()
    assert not card.form.entry.isVisible()


def test_the_keyboard_stays_where_it_answered(rig: Rig) -> None:
    rig.open(*silent())
    card = rig.card(Card.ASK_FIRST)
    card.no_button.setFocus()
    card.no_button.click()
    assert rig.shows(Card.SUGGESTION)
    assert focused() is rig.place.card(Card.SUGGESTION).form.why_button


# Afterwards


def test_after_contact_it_asks_how_it_went_and_keeps_the_answer_with_its_note(rig: Rig) -> None:
    rig.open(*rated([5] * 12, today=ago(7)), a_try(), contact(ago(1), closeness=5))
    card = rig.card(Card.FOLLOW_UP)
    row = WORDS.suggestion(a_try().suggestion)
    assert row is not None
    assert filled(row.follow_up, "Mom") in rig.texts()
    card.form.note.setFocus()
    QTest.keyClicks(card.form.note, "We laughed")
    rig.click(card.buttons[Outcome.GOOD])
    assert rig.shows(SAID)
    rig.settle()
    (told,) = rig.all(Try)
    assert (told.outcome, told.note) == (Outcome.GOOD, "We laughed")
    rig.journal.undo()
    assert rig.card(Card.FOLLOW_UP).form.note.text() == "We laughed"


@pytest.mark.parametrize("outcome", Outcome)
def test_each_outcome_is_one_tap_and_has_its_own_words(rig: Rig, outcome: Outcome) -> None:
    rig.open(*rated([5] * 12, today=ago(7)), a_try(), contact(ago(1), closeness=5))
    rig.click(rig.card(Card.FOLLOW_UP).buttons[outcome])
    said = rig.place.card(SAID).label.text()
    assert said
    assert "?" not in said
    rig.settle()
    assert [one.outcome for one in rig.all(Try)] == [outcome]


def test_ask_me_later_is_silent_until_another_day(rig: Rig, clock: FakeClock) -> None:
    rig.open(*rated([5] * 12, today=ago(7)), a_try(), contact(ago(1), closeness=5))
    rig.click(rig.card(Card.FOLLOW_UP).later_button)
    assert rig.place.isHidden()
    rig.page.hide()
    rig.page.show()
    rig.settle()
    assert rig.place.isHidden()
    clock.advance(days=1)
    rig.page.hide()
    rig.page.show()
    rig.card(Card.FOLLOW_UP)
    assert rig.all(Try) == [a_try()]


# The keyboard


@pytest.mark.parametrize(("records", "kind"), [(dipped(), Card.SUGGESTION), (silent(), Card.ASK_FIRST)])
def test_tab_goes_through_it_in_order(rig: Rig, records: list[Interaction], kind: Card) -> None:
    rig.open(*records, topic("Garden"))
    card = rig.card(kind)
    stops = [widget for widget in card.tab_stops() if widget.isVisible()]
    stops[0].setFocus()
    walked = [focused()]
    for _ in stops[1:]:
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        walked.append(focused())
    assert walked == stops
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert not card.isAncestorOf(focused())
    assert rig.page.topics.isAncestorOf(focused())


def test_each_access_key_of_a_card_means_one_thing(rig: Rig) -> None:
    rig.open(*dipped(), topic("Garden"))
    rig.card(Card.SUGGESTION)
    marked = [
        button.text()[button.text().index("&") + 1].casefold()
        for button in rig.page.findChildren(QPushButton)
        if button.isVisible() and "&" in button.text()
    ]
    assert len(marked) == len(set(marked))


def test_what_one_is_trying_can_be_put_out_of_sight_for_good(rig: Rig) -> None:
    rig.open(*dipped(), a_try(days=1))
    rig.card(Card.SUGGESTION).later_button.click()
    rig.place.look_again()
    rig.click(rig.card(Card.TRYING).close_button)
    rig.until(lambda: not rig.place.isVisible())
    rig.settle()
    rig.place.look_again()
    rig.settle()
    assert not rig.place.isVisible()
    assert [one.outcome for one in rig.all(Try)] == [None]


def test_all_is_as_usual_is_not_said_beside_what_stands_out(rig: Rig) -> None:
    talks = [contact(ago(30 + 7 * place), closeness=5, minutes=20) for place in range(50)]
    messages = [contact(ago(1 + 3 * place), time="15:00", medium=Medium.MESSAGE) for place in range(100)]
    rig.open(*talks, *messages)
    assert "since you last talked or met" in rig.texts()
    assert "All is as usual." not in rig.texts()


def test_where_there_is_fear_no_gap_is_held_against_the_usual(rig: Rig) -> None:
    need = Need(id="n", noted=when(ago(1)), need="safety")
    rig.open(*silent(), need)
    rig.until(lambda: not rig.page.gap.form.bar.isVisible())
    assert "24 days" in rig.texts()
    assert "usually it is" not in rig.texts()
    assert "Were you in touch" not in rig.texts()
