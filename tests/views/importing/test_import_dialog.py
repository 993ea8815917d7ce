"""Bringing history in: who, preview, cancel, and files that are not what they say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.importing.import_dialog import ImportDialog
from reconnect_desktop.views.importing.import_work import Cancelled, ImportWork

CALLS = """<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<calls count="5">
  <call number="+4930123456" duration="43" date="1794816600000" type="1" contact_name="Amma" />
  <call number="030999999" duration="754" date="1794989400000" type="2" contact_name="Work" />
  <call number="+4930777777" duration="90" date="1790989400000" type="2" contact_name="" />
  <call number="+4930123456" duration="soon" date="1794989600000" type="2" contact_name="Amma" />
  <call number="+4930123456" duration="0" date="1794989600000" type="3" contact_name="Amma" />
</calls>
"""


@pytest.fixture
def background() -> Iterator[Background]:
    worker = Background()
    yield worker
    worker.close()


class Room:
    """The dialog on a file, with a user before it."""

    def __init__(self, qtbot: QtBot, background: Background, journal: Journal, folder: Path) -> None:
        self.qtbot, self.background, self.journal, self.folder = qtbot, background, journal, folder

    def open(self, content: str | bytes, name: str = "file.xml") -> ImportDialog:
        file = self.folder / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        dialog = ImportDialog(None, self.background, self.journal, file)
        self.qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    def until(self, dialog: ImportDialog, step: str) -> None:
        wanted = getattr(dialog.form, f"{step}_step")
        self.qtbot.waitUntil(lambda: dialog.form.steps.currentWidget() is wanted)


@pytest.fixture
def room(qtbot: QtBot, background: Background, journal: Journal, tmp_path: Path) -> Room:
    return Room(qtbot, background, journal, tmp_path)


def test_several_numbers_may_be_her(room: Room) -> None:
    dialog = room.open(CALLS)
    room.until(dialog, "who")
    people = dialog.form.who_list
    assert sorted(people.item(row).text().split("  ·  ")[0] for row in range(people.count())) == [
        *("+4930777777", "Amma", "Work"),
    ]
    QTest.keyClicks(dialog.form.who_search, "4930")
    assert sum(not people.item(row).isHidden() for row in range(people.count())) == 2
    for row in range(people.count()):
        if not people.item(row).isHidden():
            people.setCurrentRow(row)
            QTest.keyClick(people, Qt.Key.Key_Space)
    QTest.mouseClick(dialog.form.next_button, Qt.MouseButton.LeftButton)
    room.until(dialog, "preview")
    assert dialog.form.count_label.text().startswith("2 entries to bring in")
    assert "1 left out: missed" in dialog.form.detail_label.text()
    assert dialog.form.problems_list.item(0).text().startswith("Line 6: ")
    assert room.journal.count() == 0
    QTest.mouseClick(dialog.form.back_button, Qt.MouseButton.LeftButton)
    room.until(dialog, "who")
    QTest.mouseClick(dialog.form.next_button, Qt.MouseButton.LeftButton)
    room.until(dialog, "preview")
    QTest.mouseClick(dialog.form.next_button, Qt.MouseButton.LeftButton)
    room.qtbot.waitUntil(lambda: not dialog.isVisible())
    assert [one.minutes for one in room.journal.interactions()] == [1, 2]


def test_another_zone_moves_the_day_of_the_calls(room: Room) -> None:
    dialog = room.open(CALLS)
    room.until(dialog, "who")
    dialog.form.who_list.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.form.zone_box.setCurrentText("Pacific/Kiritimati")
    dialog._go_on()
    room.until(dialog, "preview")
    dialog._go_on()
    room.qtbot.waitUntil(lambda: not dialog.isVisible())
    assert room.journal.recent()[0].when.zone == "Pacific/Kiritimati"


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
    room.until(dialog, "problem")
    assert says in dialog.form.problem_label.text()
    assert "another" in dialog.form.next_button.text()
    QTest.mouseClick(dialog.form.next_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert room.journal.count() == 0


def test_nothing_new_offers_nothing_to_bring_in(room: Room) -> None:
    dialog = room.open('{"format": "reconnect-journal", "version": 1, "records": []}', "all.json")
    room.until(dialog, "preview")
    assert dialog.form.count_label.text() == "Nothing new in this file."
    assert not dialog.form.next_button.isEnabled()


def test_cancelling_writes_nothing(journal: Journal, tmp_path: Path) -> None:
    file = tmp_path / "calls.xml"
    file.write_text(CALLS, encoding="utf-8")
    shares: list[float] = []
    work = ImportWork(journal, file, shares.append)
    work.look("Europe/Berlin")
    assert shares
    work.cancel()
    with pytest.raises(Cancelled):
        work.bring_in(("Amma",), "Europe/Berlin", dry_run=False)
    assert journal.count() == 0
    assert journal.undo_action() is None


def ticked(dialog: ImportDialog) -> list[bool]:
    people = dialog.form.who_list
    return [people.item(row).checkState() == Qt.CheckState.Checked for row in range(people.count())]


def test_a_click_anywhere_on_a_row_ticks_it_and_the_next_unticks_it(room: Room) -> None:
    dialog = room.open(CALLS)
    room.until(dialog, "who")
    people = dialog.form.who_list
    place = people.visualItemRect(people.item(1))
    assert place.height() >= 32
    for expected in (True, False):
        QTest.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
        assert ticked(dialog) == [False, expected, False]


def test_enter_goes_on_with_whom_the_focus_is_on_unless_others_are_ticked(room: Room) -> None:
    dialog = room.open(CALLS)
    room.until(dialog, "who")
    QTest.keyClick(dialog.form.who_list, Qt.Key.Key_Return)
    room.until(dialog, "preview")
    assert ticked(dialog) == [True, False, False]
    QTest.mouseClick(dialog.form.back_button, Qt.MouseButton.LeftButton)
    room.until(dialog, "who")
    room.qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.form.who_list)
    QTest.keyClick(dialog.form.who_list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.form.who_list, Qt.Key.Key_Return)
    room.until(dialog, "preview")
    assert ticked(dialog) == [True, False, False]


def test_a_zone_that_is_not_known_is_said_and_nothing_is_brought_in_with_it(room: Room) -> None:
    dialog = room.open(CALLS)
    room.until(dialog, "who")
    QTest.keyClick(dialog.form.who_list, Qt.Key.Key_Return)
    room.until(dialog, "preview")
    line = dialog.form.zone_box.lineEdit()
    assert line is not None
    line.setFocus()
    line.setText("Atlantis")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert "time zone" in dialog.form.zone_problem.text()
    assert not dialog.form.next_button.isEnabled()
    line.setText("Pacific/Kiritimati")
    QTest.keyClick(line, Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: dialog._told_zone == "Pacific/Kiritimati")
    room.until(dialog, "preview")
    assert dialog.form.next_button.isEnabled()
    assert not dialog.form.zone_problem.isVisible()
    assert room.journal.count() == 0


def test_the_span_is_told_in_plain_dates_and_a_broken_line_without_advice(room: Room) -> None:
    dialog = room.open(CALLS)
    room.until(dialog, "who")
    QTest.keyClicks(dialog.form.who_search, "Amma")
    people = dialog.form.who_list
    people.setCurrentRow(next(row for row in range(people.count()) if not people.item(row).isHidden()))
    QTest.keyClick(people, Qt.Key.Key_Return)
    room.until(dialog, "preview")
    assert dialog.form.count_label.text() == "1 entry to bring in, 16 November 2026"
    assert dialog.form.problems_list.item(0).text() == "Line 6: The length should be a whole number."


def test_what_was_read_when_the_dialog_is_gone_is_nobodys(room: Room) -> None:
    dialog = room.open(CALLS)
    dialog.reject()
    later: list[object] = []
    room.background.run(lambda: None, later.append, later.append)
    room.qtbot.waitUntil(lambda: bool(later))
    assert dialog.form.who_list.count() == 0
    assert room.journal.count() == 0
