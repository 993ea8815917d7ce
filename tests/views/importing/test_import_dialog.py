"""Bringing history in, step by step: who, preview, back, cancel, and files that are not what they say."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.errors import DiskFull
from reconnect_desktop.domain.records import MoodCheckIn
from reconnect_desktop.exchange.sms import calls as sms_calls
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.importing.moods_question import MoodsQuestion
from reconnect_desktop.views.importing.order_question import OrderQuestion
from tests.views.importing.importing_rig import (
    CALLS,
    Room,
    click,
    is_at,
    names,
    press,
    question,
    whom,
    zone_line,
)


def test_several_numbers_may_be_her(room: Room) -> None:
    dialog = room.asked()
    form, model = whom(dialog).form, whom(dialog).model
    assert sorted(names(model)) == ["+4930777777", "Amma", "Work"]
    QTest.keyClicks(form.search, "4930")
    assert sorted(names(model)) == ["+4930777777", "Amma"]
    press(form.list, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space)
    form.search.clear()
    assert "+4930777777" in form.chosen.text()
    click(dialog.form.next_button)
    preview = room.previewed(dialog)
    assert preview.count_label.text() == "2 calls to bring in, 3 October 2026 – 16 November 2026"
    assert preview.detail_label.text().splitlines() == [
        "1 left out: missed, or not answered.",
        "1 left out: with other people.",
    ]
    assert preview.problems_list.model().index(0, 0).data() == "Line 6: The length should be a whole number."
    assert room.journal.count() == 0
    click(dialog.form.next_button)
    room.until_gone(dialog)
    assert [one.minutes for one in room.journal.interactions()] == [1, 2]


def test_what_was_answered_stays_when_one_goes_back(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = room.asked()
    press(whom(dialog).form.list, Qt.Key.Key_Return)
    room.until(dialog, "preview")
    click(dialog.form.back_button)
    room.until(dialog, "questions")
    assert whom(dialog).model.ticks == [0]
    # Nothing was changed, so the file is not read again: it could not be.
    monkeypatch.setattr(sms_calls, "read", None)
    click(dialog.form.next_button)
    room.until(dialog, "preview")


def test_another_answer_reads_the_file_again(room: Room) -> None:
    dialog = room.asked()
    press(whom(dialog).form.list, Qt.Key.Key_Return)
    before = room.previewed(dialog).count_label.text()
    click(dialog.form.back_button)
    press(whom(dialog).form.list, Qt.Key.Key_Down, Qt.Key.Key_Space)
    click(dialog.form.next_button)
    room.qtbot.waitUntil(
        lambda: is_at(dialog, "preview") and dialog.preview.form.count_label.text() != before
    )


def test_another_zone_moves_the_day_of_the_calls(room: Room) -> None:
    dialog = room.asked()
    whom(dialog).model.tick([0])
    zone_line(dialog).setText("Pacific/Kiritimati")
    click(dialog.form.next_button)
    room.until(dialog, "preview")
    click(dialog.form.next_button)
    room.until_gone(dialog)
    assert room.journal.recent()[0].when.zone == "Pacific/Kiritimati"


def test_a_zone_that_is_not_known_is_said_and_nothing_is_read_with_it(room: Room) -> None:
    dialog = room.asked()
    whom(dialog).model.tick([0])
    line = zone_line(dialog)
    line.setText("Atlantis")
    click(dialog.form.next_button)
    problem = line.parentWidget().parentWidget().form.problem
    assert "time zone" in problem.text()
    assert dialog.focusWidget() in (line, line.parentWidget())
    line.setText("Europe/Berlin")
    assert not problem.isVisible()
    click(dialog.form.next_button)
    room.until(dialog, "preview")


def test_nobody_chosen_is_said_beside_the_list_and_the_focus_is_there(room: Room) -> None:
    dialog = room.asked()
    dialog.form.next_button.setFocus()
    click(dialog.form.next_button)
    assert whom(dialog).form.problem.text() == "Please choose who of them she is."
    assert dialog.focusWidget() is whom(dialog).form.list
    press(whom(dialog).form.list, Qt.Key.Key_Space)
    assert not whom(dialog).form.problem.isVisible()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "kind of file"),
        (CALLS[:400].encode(), "line"),
        (b'<?xml version="1.0"?><!DOCTYPE calls [<!ENTITY a "b">]><calls></calls>', "harm"),
        (b'{"format": "reconnect-journal", "version": 99, "records": []}', "newer"),
    ],
)
def test_a_file_that_cannot_be_taken_is_told_in_a_sentence(room: Room, content: bytes, says: str) -> None:
    dialog = room.open(content)
    room.until(dialog, "trouble")
    assert dialog.trouble is not None
    assert says in dialog.trouble.form.words.text()
    assert "another" in dialog.form.next_button.text()
    click(dialog.form.next_button)
    assert not dialog.isVisible()
    assert room.journal.count() == 0


def test_nothing_new_offers_nothing_to_bring_in(room: Room) -> None:
    dialog = room.open('{"format": "reconnect-journal", "version": 1, "records": []}', "all.json")
    assert room.previewed(dialog).count_label.text() == "Nothing new in this file."
    assert not dialog.form.next_button.isEnabled()
    assert not dialog.preview.form.closeness_label.isVisible()


def test_a_click_anywhere_on_a_row_ticks_it_and_the_next_unticks_it(room: Room) -> None:
    dialog = room.asked()
    people, model = whom(dialog).form.list, whom(dialog).model
    place = people.visualRect(model.index(1))
    assert place.height() >= 32
    for expected in ([1], []):
        QTest.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
        assert model.ticks == expected


def test_enter_goes_on_with_whom_the_focus_is_on_unless_others_are_ticked(room: Room) -> None:
    dialog = room.asked()
    press(whom(dialog).form.list, Qt.Key.Key_Return)
    room.until(dialog, "preview")
    assert whom(dialog).model.ticks == [0]
    click(dialog.form.back_button)
    press(whom(dialog).form.list, Qt.Key.Key_Down, Qt.Key.Key_Return)
    room.until(dialog, "preview")
    assert whom(dialog).model.ticks == [0]


def test_letters_typed_on_the_list_narrow_it_down(room: Room) -> None:
    dialog = room.asked()
    QTest.keyClicks(whom(dialog).form.list, "w")
    assert whom(dialog).form.search.text() == "w"
    assert dialog.focusWidget() is whom(dialog).form.search
    assert names(whom(dialog).model) == ["Work"]


def test_what_was_read_when_the_dialog_is_gone_is_nobodys(room: Room) -> None:
    dialog = room.open(CALLS)
    dialog.reject()
    room.qtbot.waitUntil(lambda: room.background.is_idle)
    assert dialog.questions is None
    assert room.journal.count() == 0
    assert room.journal.undo_action() is None


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """The file is read no further than its first call until this is set."""
    go_on, real = threading.Event(), sms_calls.read

    def slowly(*args: Any) -> Iterator[Any]:
        for found in real(*args):
            yield found
            go_on.wait(10)

    monkeypatch.setattr(sms_calls, "read", slowly)
    yield go_on
    go_on.set()


def test_cancelling_in_the_midst_writes_nothing(room: Room, gate: threading.Event) -> None:
    dialog = room.asked()
    press(whom(dialog).form.list, Qt.Key.Key_Return)
    assert is_at(dialog, "reading")
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    gate.set()
    room.qtbot.waitUntil(lambda: room.background.is_idle)
    assert room.journal.count() == 0


def test_what_else_is_done_does_not_wait_for_the_reading(room: Room, gate: threading.Event) -> None:
    dialog = room.asked()
    press(whom(dialog).form.list, Qt.Key.Key_Return)
    done: list[object] = []
    room.background.run(lambda: None, done.append, done.append)
    room.qtbot.waitUntil(lambda: bool(done))
    assert is_at(dialog, "reading")


def test_what_could_not_be_written_can_be_tried_again(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = room.asked()
    press(whom(dialog).form.list, Qt.Key.Key_Return)
    room.until(dialog, "preview")
    real = Journal.apply

    def full(*_: Any, **__: Any) -> None:
        raise DiskFull

    monkeypatch.setattr(Journal, "apply", full)
    click(dialog.form.next_button)
    room.until(dialog, "trouble")
    assert not dialog.form.next_button.isVisible()
    monkeypatch.setattr(Journal, "apply", real)
    click(dialog.form.back_button)
    room.until(dialog, "preview")
    click(dialog.form.next_button)
    room.until_gone(dialog)
    assert room.journal.count() == 1


def test_what_is_asked_of_one_person_alone_are_options(room: Room) -> None:
    alone = "\n".join(line for line in CALLS.splitlines() if "Work" not in line and '""' not in line)
    dialog = room.open(alone)
    assert room.previewed(dialog).count_label.text().startswith("1 call to bring in")
    assert dialog.form.back_button.text() == "&Options…"
    click(dialog.form.back_button)
    room.until(dialog, "questions")
    assert zone_line(dialog).isVisible()
    with pytest.raises(StopIteration):
        question(dialog, type(whom(room.asked())))


def test_a_diary_without_activities_asks_whether_its_moods_are_wanted(room: Room) -> None:
    dialog = room.open(
        '{"version": "1.86.0", "items": [{"id": "a", "date": "2026-07-16", "rating": "good", "tags": []}], "tags": [], "settings": {}}'
    )
    room.until(dialog, "questions")
    press(question(dialog, MoodsQuestion).form.moods_box, Qt.Key.Key_Space)
    click(dialog.form.next_button)
    room.previewed(dialog)
    click(dialog.form.next_button)
    room.until_gone(dialog)
    (mood,) = room.journal.all(MoodCheckIn)
    assert mood.mood == 4


def test_what_is_still_open_comes_into_sight(room: Room) -> None:
    chat = "03/04/2022, 14:56 - Ruth Example: Hello\n03/04/2022, 14:58 - Me: hi\n"
    dialog = room.asked(chat)
    dialog.resize(420, 360)
    press(whom(dialog).form.list, Qt.Key.Key_Space)
    area, asked = dialog.form.area, question(dialog, OrderQuestion)

    def is_in_sight(widget: QWidget) -> bool:
        place = QRect(widget.mapTo(area.viewport(), QPoint(0, 0)), widget.size())
        return widget.isVisible() and area.viewport().rect().contains(place)

    assert not is_in_sight(asked.form.problem)
    click(dialog.form.next_button)
    room.qtbot.waitUntil(lambda: is_in_sight(asked.form.problem))
    assert asked.form.problem.text() == "Please choose how the days are meant."
    room.qtbot.waitUntil(lambda: asked.isAncestorOf(dialog.focusWidget()))
