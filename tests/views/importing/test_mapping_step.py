"""Saying what is what in a table, by mouse and keys."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.interaction import Medium, ReachedOut
from reconnect_desktop.exchange.tables import any_table
from reconnect_desktop.exchange.tables.columns import Columns, Head
from reconnect_desktop.views.importing.mapping_step import MappingStep
from tests.exchange import table_files as tables
from tests.views.importing.importing_rig import Room, names, press, question

OWN = """Date,How,How long,Who called,Notes
2026-05-01,Telefon,25,me,Hi
2026-05-02,Church,1:15,Mom,We talked
2026-05-03,Church,,Ruthie,
"""


def head(content: str) -> Head:
    found = any_table.look(io.BytesIO(content.encode()), "Europe/Berlin").table
    assert found is not None
    return found


@pytest.fixture
def step(qtbot: QtBot) -> MappingStep:
    step = MappingStep()
    qtbot.addWidget(step)
    step.resize(900, 700)
    step.show()
    return step


def show(step: MappingStep, content: str = OWN, remembered: Columns | None = None) -> Head:
    shown = head(content)
    step.show_head(shown, remembered)
    return shown


def choose(box: QComboBox, text: str) -> None:
    assert box.findText(text) >= 0
    box.setCurrentIndex(box.findText(text))


def said(step: MappingStep) -> Columns:
    assert step.columns is not None
    return step.columns


def box(step: MappingStep, column: str) -> QComboBox:
    header = step.form.table.model().headerData
    places = range(step.form.table.columnCount())
    place = next(place for place in places if header(place, Qt.Orientation.Horizontal) == column)
    return step.form.table.boxes[place]


def texts(boxes: Sequence[QComboBox]) -> list[str]:
    return [one.currentText() for one in boxes]


def test_it_begins_with_what_is_likely(step: MappingStep) -> None:
    show(step)
    assert texts(step.form.table.boxes) == [
        "Day (and time)",
        "How",
        "Length in minutes",
        "Who reached out",
        "Note",
    ]
    assert said(step) == Columns(
        at="Date",
        medium="How",
        minutes="How long",
        reached_out="Who called",
        note="Notes",
        media={"Church": Medium.OTHER, "Telefon": Medium.CALL},
        began={"me": ReachedOut.ME, "Mom": ReachedOut.MOM, "Ruthie": None},
    )


def test_the_first_rows_are_shown_as_they_are(step: MappingStep) -> None:
    show(step, "Date,<b>A&B</b>\n2026-05-01,<i>x</i> & y\n")
    table = step.form.table
    item = table.item(1, 1)
    assert item is not None
    assert item.text() == "<i>x</i> & y"
    assert table.model().headerData(1, Qt.Orientation.Horizontal) == "<b>A&B</b>"
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in step.findChildren(QLabel))


def test_a_role_is_taken_away_from_another_column(step: MappingStep, qtbot: QtBot) -> None:
    show(step)
    with qtbot.waitSignal(step.changed):
        choose(box(step, "Who called"), "Note")
    assert box(step, "Notes").currentText() == "Not used"
    assert said(step).note == "Who called"
    assert said(step).reached_out == ""
    assert said(step).began == {}
    assert not step.form.began.isVisible()


def test_without_a_day_nothing_can_be_read(step: MappingStep) -> None:
    show(step)
    assert step.lacks() == ""
    choose(box(step, "Date"), "Not used")
    assert step.columns is None
    assert step.lacks() == "Please say which column has the day."


def test_words_get_the_meaning_that_is_chosen(step: MappingStep, qtbot: QtBot) -> None:
    show(step)
    with qtbot.waitSignal(step.changed):
        choose(step.form.media.boxes["Church"], "In person")
    choose(step.form.media.boxes["Telefon"], "Leave these out")
    choose(step.form.began.boxes["Ruthie"], "She did")
    choose(step.form.began.boxes["me"], "Not said")
    columns = said(step)
    assert columns.media == {"Church": Medium.VISIT}
    assert columns.left_out == ("Telefon",)
    assert columns.began == {"me": None, "Mom": ReachedOut.MOM, "Ruthie": ReachedOut.MOM}


def test_what_was_said_before_is_there_again(step: MappingStep) -> None:
    remembered = Columns(
        at="Date",
        medium="Who called",
        media={"Ruthie": Medium.LETTER},
        left_out=("me",),
        otherwise=Medium.VISIT,
    )
    show(step, remembered=remembered)
    assert texts(step.form.table.boxes) == ["Day (and time)", "Not used", "Not used", "How", "Not used"]
    assert texts(list(step.form.media.boxes.values())) == ["Leave these out", "In person", "Letter"]
    assert step.form.otherwise_box.currentText() == "In person"
    assert said(step) == Columns(
        at="Date",
        medium="Who called",
        media={"Mom": Medium.VISIT, "Ruthie": Medium.LETTER},
        left_out=("me",),
        otherwise=Medium.VISIT,
    )


def test_what_was_said_of_columns_that_are_not_there_is_forgotten(step: MappingStep) -> None:
    show(step, remembered=Columns(at="Date", note="Gone"))
    assert said(step).note == "Notes"


def test_of_several_people_she_is_chosen(step: MappingStep, qtbot: QtBot) -> None:
    show(step, tables.any_table())
    hers = step.form.hers
    assert hers.isVisible()
    assert names(hers.model) == ["Ruth Example", "Ann"]
    assert step.columns is None
    assert step.lacks() == "Please choose who of them she is."
    assert step.focusProxy() is hers
    with qtbot.waitSignal(step.changed):
        press(hers.form.list, Qt.Key.Key_Space)
    assert said(step).hers == ("Ruth Example",)
    assert said(step).left_out == ("missed",)
    choose(box(step, "Contact name"), "Not used")
    assert not hers.isVisible()
    assert said(step).hers == ()


def test_many_people_can_be_searched(step: MappingStep) -> None:
    rows = "".join(f"2026-05-01,Person {number}\n" for number in range(20))
    show(step, f"Date,With\n{rows}")
    hers = step.form.hers
    assert hers.form.search.isVisible()
    hers.form.search.setText("son 17")
    assert names(hers.model) == ["Person 17"]


def test_words_stay_as_chosen_while_other_columns_change(step: MappingStep) -> None:
    show(step)
    choose(step.form.media.boxes["Church"], "In person")
    choose(box(step, "Notes"), "Not used")
    assert said(step).media["Church"] is Medium.VISIT


def test_of_many_words_the_most_frequent_are_asked_for(step: MappingStep) -> None:
    rows = "".join(f"2026-05-{day:02},w{day}\n" for day in range(1, 32)) * 2
    show(step, f"Date,Kind\n{rows}2026-05-01,w31\n", Columns(at="Date", medium="Kind"))
    assert next(iter(step.form.media.boxes)) == "w31"
    assert len(step.form.media.boxes) == 30
    assert step.form.media.form.more.text() == "1 word more is taken as it seems."


def test_tab_goes_from_choice_to_choice_and_the_table_follows(step: MappingStep, qtbot: QtBot) -> None:
    show(step)
    step.resize(360, 700)
    qtbot.waitActive(step)
    step.setFocus()
    boxes = step.form.table.boxes
    reached = []
    for _ in boxes:
        focused = QApplication.focusWidget()
        reached.append(focused)
        assert focused is not None
        place = focused.mapTo(step.form.table.viewport(), QPoint(0, 0)).x()
        assert 0 <= place < step.form.table.viewport().width()
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert reached == boxes
    press(boxes[1], Qt.Key.Key_Home)
    assert boxes[1].currentText() == "Not used"


def test_the_wheel_changes_nothing(step: MappingStep) -> None:
    show(step)
    one: Any = step.form.otherwise_box
    down = QPoint(0, -120)
    point = QPointF(one.rect().center())
    event = QWheelEvent(
        point,
        QPointF(one.mapToGlobal(one.rect().center())),
        QPoint(),
        down,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(one, event)
    assert one.currentText() == "Other"


def test_choices_are_told_to_screen_readers(step: MappingStep) -> None:
    show(step)
    assert box(step, "Notes").accessibleName() == "What is in Notes"
    assert box(step, "Notes").accessibleDescription() == "Hi, We talked"
    assert step.form.media.boxes["Church"].accessibleName() == "Church"


def test_a_table_is_brought_in_from_the_dialog_and_its_columns_are_known_again(room: Room) -> None:
    dialog = room.open(OWN, "mine.csv")
    room.until(dialog, "questions")
    from reconnect_desktop.views.importing.columns_question import ColumnsQuestion

    step = question(dialog, ColumnsQuestion).mapping
    choose(step.form.media.boxes["Church"], "In person")
    dialog.form.next_button.click()
    room.previewed(dialog)
    dialog.form.next_button.click()
    room.until_gone(dialog)
    media = sorted(str(record.medium) for record in room.journal.records() if hasattr(record, "medium"))
    assert media == ["call", "visit", "visit"]
    again = room.open(OWN + "2026-05-04,Church,,me,\n", "mine.csv")
    room.until(again, "questions")
    known = question(again, ColumnsQuestion).mapping.form.media.boxes["Church"]
    assert known.currentText() == "In person"
