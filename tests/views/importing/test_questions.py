"""What a file may leave open, one question at a time: what it shows, what it takes for an answer, what is still missing."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.exchange.date_order import DateOrder
from reconnect_desktop.exchange.reader import Asks, Contact, Mood, Unit, Whom
from reconnect_desktop.views.importing.answers import Answers
from reconnect_desktop.views.importing.medium_question import MediumQuestion
from reconnect_desktop.views.importing.messages_question import MessagesQuestion
from reconnect_desktop.views.importing.moods_question import MoodsQuestion
from reconnect_desktop.views.importing.order_question import OrderQuestion, read_as
from reconnect_desktop.views.importing.question import Question
from reconnect_desktop.views.importing.whom_question import WhomQuestion
from reconnect_desktop.views.importing.zone_question import ZoneQuestion
from tests.views.importing.importing_rig import names, press, rows

TODAY = date(2026, 11, 22)
BOTH = (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)
NOTHING = Answers(zone="Europe/Berlin")


def shown(qtbot: QtBot, question: Question) -> Question:
    qtbot.addWidget(question)
    question.show()
    return question


def contact(label: str, entries: int, last: date | None = None, *numbers: str) -> Contact:
    return Contact(label, label, numbers, ((Unit.ENTRY, entries),), last)


@pytest.mark.parametrize(
    ("day", "order", "words"),
    [
        ("03/04/2022", DateOrder.DAY_FIRST, "3 April 2022"),
        ("03/04/2022", DateOrder.MONTH_FIRST, "4 March 2022"),
        ("3.4.22", DateOrder.DAY_FIRST, "3 April 2022"),
        ("22/03/04", DateOrder.YEAR_FIRST, "4 March 2022"),
        ("٣/٤/٢٠٢٢", DateOrder.DAY_FIRST, "3 April 2022"),  # Arabic-Indic digits
        (
            "03/04/2565",
            DateOrder.MONTH_FIRST,
            "4 March",
        ),  # a Buddhist year: which one it is here is the reader's business
        ("03/04/65", DateOrder.DAY_FIRST, "3 April"),
        ("29/02/2565", DateOrder.DAY_FIRST, "29 February"),
    ],
)
def test_a_day_is_told_as_it_would_be_read(qtbot: QtBot, day: str, order: DateOrder, words: str) -> None:
    assert read_as(day, order, TODAY) == words


@pytest.mark.parametrize("day", ["", "03/04", "31/04/2022", "03/04/2022/5", "99999/1/1", "soon", "٣" * 5000])
def test_what_is_no_day_is_told_by_the_order_itself(qtbot: QtBot, day: str) -> None:
    asked = OrderQuestion(Asks(orders=BOTH, day=day), TODAY)
    shown(qtbot, asked)
    assert asked.buttons[DateOrder.DAY_FIRST].text() == "The day first, then the month"


def test_no_order_is_chosen_beforehand(qtbot: QtBot) -> None:
    asked = OrderQuestion(Asks(orders=BOTH, day="03/04/2022"), TODAY)
    shown(qtbot, asked)
    assert [button.text() for button in asked.buttons.values()] == ["3 April 2022", "4 March 2022"]
    assert asked.lacks()
    asked.say(asked.lacks())
    asked.begin()
    first, second = asked.buttons.values()
    press(first, Qt.Key.Key_Down)
    press(second, Qt.Key.Key_Space)
    assert not asked.lacks()
    assert not asked.form.problem.isVisible()
    assert asked.answer(NOTHING).order is DateOrder.MONTH_FIRST


def test_people_are_told_with_all_that_tells_them_apart(qtbot: QtBot) -> None:
    someone = Contact(
        "Mom", "Mom", ("+49 30 1", "+49 30 2"), ((Unit.CALL, 1), (Unit.MESSAGE, 2_000)), date(2026, 11, 21)
    )
    asked = WhomQuestion(Asks(contacts=(someone, contact("Jonas", 2))), TODAY)
    shown(qtbot, asked)
    assert (
        rows(asked.model)[0] == "Mom  ·  +49 30 1, +49 30 2  ·  1 answered call, 2,000 messages  ·  Yesterday"
    )


def test_what_is_chosen_is_told_also_where_it_is_narrowed_out_of_sight(qtbot: QtBot) -> None:
    asked = WhomQuestion(
        Asks(whom=Whom.ACTIVITIES, contacts=tuple(contact(f"act {n}", n) for n in range(5))), TODAY
    )
    shown(qtbot, asked)
    asked.model.tick_shown(on=True)
    asked.form.search.setText("act 4")
    assert names(asked.model) == ["act 4"]
    assert asked.form.chosen.text() == "Chosen: act 0, act 1, act 2 and 2 more"
    press(asked.form.list, Qt.Key.Key_Space)
    assert asked.answer(NOTHING).who == ("act 0", "act 1", "act 2", "act 3")


def test_a_label_can_hold_anything(qtbot: QtBot) -> None:
    wild = "<img src=x>\n& \u202e" + "A" * 10_000
    asked = WhomQuestion(Asks(contacts=(contact(wild, 1), contact("b", 1))), TODAY)
    shown(qtbot, asked)
    asked.grab()
    (label,) = names(asked.model)[:1]
    assert label.startswith("<img src=x> & ")
    assert len(label) <= 100
    tip = asked.model.data(asked.model.index(0), Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip
    asked.model.tick([0])
    assert asked.answer(NOTHING).who == (wild,)


def test_letters_of_a_row_that_is_not_there_find_nothing_and_a_tick_then_does_nothing(qtbot: QtBot) -> None:
    asked = WhomQuestion(Asks(contacts=(contact("a", 1), contact("b", 1))), TODAY)
    shown(qtbot, asked)
    asked.form.search.setText("zz")
    press(asked.form.list, Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert rows(asked.model) == []
    assert asked.lacks()


def test_twenty_thousand_can_be_walked_to_the_end(qtbot: QtBot) -> None:
    asked = WhomQuestion(Asks(contacts=tuple(contact(str(n), 1) for n in range(20_000))), TODAY)
    shown(qtbot, asked)
    last = asked.model.index(19_999)
    qtbot.waitUntil(lambda: asked.form.list.visualRect(last).isValid())  # laid out, a thousand at a time
    press(asked.form.list, Qt.Key.Key_End, Qt.Key.Key_Space)
    assert asked.answer(NOTHING).who == ("19999",)
    assert asked.form.list.viewport().rect().intersects(asked.form.list.visualRect(last))


def test_the_zone_is_found_by_a_part_of_its_name(qtbot: QtBot) -> None:
    asked = ZoneQuestion("Europe/Berlin", ["America/New_York", "Europe/Berlin"])
    shown(qtbot, asked)
    assert asked.answer(NOTHING) == NOTHING
    completer = asked.form.zone_box.completer()
    assert completer is not None
    completer.setCompletionPrefix("york")
    assert completer.completionCount() == 1


def test_the_medium_that_is_likely_is_chosen_already(qtbot: QtBot) -> None:
    asked = MediumQuestion(Medium.VISIT)
    shown(qtbot, asked)
    assert asked.form.medium_box.currentText() == "In person"
    press(asked.form.medium_box, Qt.Key.Key_Home)
    assert asked.answer(NOTHING).medium is Medium.CALL


def test_a_silence_that_is_not_among_the_usual_ones_is_offered_too(qtbot: QtBot) -> None:
    asked = MessagesQuestion(45)
    shown(qtbot, asked)
    assert asked.form.silence_box.currentText() == "45 min"
    assert asked.answer(NOTHING).silence == 45
    assert not asked.answer(NOTHING).keep_texts
    QTest.mouseClick(
        asked.form.texts_box, Qt.MouseButton.LeftButton, pos=asked.form.texts_box.rect().center()
    )


def test_moods_are_an_offer_and_their_words_are_asked_about_only_then(qtbot: QtBot) -> None:
    asked = MoodsQuestion([Mood("rad", 12, 5), Mood("Lausig & <b>so</b>", 1, 1)])
    shown(qtbot, asked)
    assert not asked.lacks()
    assert asked.answer(NOTHING) == NOTHING
    assert not asked.form.levels.isVisible()
    press(asked.form.moods_box, Qt.Key.Key_Space)
    labels = [label.text() for label in asked.form.levels.findChildren(QLabel)]
    assert labels == ["rad (12 times)", "Lausig && <b>so</b> (1 time)"]
    asked.boxes["Lausig & <b>so</b>"].setCurrentText("Low")
    taken = asked.answer(NOTHING)
    assert taken.moods
    assert taken.levels == {"rad": 5, "Lausig & <b>so</b>": 2}


def test_a_word_that_cannot_be_guessed_is_asked_about_and_needed_only_with_the_offer(qtbot: QtBot) -> None:
    asked = MoodsQuestion([Mood("rad", 12, 5), Mood("foggy", 1)])
    shown(qtbot, asked)
    assert asked.form.levels_label.isVisible()
    assert not asked.lacks()
    assert asked.answer(NOTHING).levels == {"rad": 5}
    press(asked.form.moods_box, Qt.Key.Key_Space)
    assert not asked.form.levels_label.isVisible()
    assert "word" in asked.lacks()
    asked.begin()
    assert asked.focusWidget() is asked.boxes["foggy"]
    asked.boxes["foggy"].setCurrentText("Low")
    assert not asked.lacks()
    assert asked.answer(NOTHING).levels == {"rad": 5, "foggy": 2}


def test_moods_without_words_of_their_own_ask_for_nothing_more(qtbot: QtBot) -> None:
    asked = MoodsQuestion([])
    shown(qtbot, asked)
    press(asked.form.moods_box, Qt.Key.Key_Space)
    assert not asked.form.levels.isVisible()
    assert asked.answer(NOTHING).moods


def test_a_diary_may_tell_of_moods_alone(qtbot: QtBot) -> None:
    asks = Asks(whom=Whom.ACTIVITIES, contacts=(contact("walk", 3),), moods=True)
    asked = shown(qtbot, WhomQuestion(asks, TODAY))
    assert asked.lacks() == ""
    assert asked.answer(NOTHING).who == ()
    assert Asks(whom=Whom.ACTIVITIES, moods=True).needs_an_answer
