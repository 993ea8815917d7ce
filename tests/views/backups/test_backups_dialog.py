"""All backups in a window: listed, sorted, made, looked at again, deleted, and gone back to."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from reconnect_desktop import backing_up
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.backups import Backup, Occasion, Place
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import DiskFull
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.backups.backup_model import MADE, VERIFIED
from reconnect_desktop.views.backups.backups_dialog import BackupsDialog
from reconnect_desktop.views.backups.go_back_dialog import GoBackDialog
from reconnect_desktop.views.kit.look import Look
from tests.fakes import FakeClock
from tests.making import contact

Open = Callable[[], BackupsDialog]


@pytest.fixture
def open_dialog(qtbot: QtBot, qapp: QApplication, journal: Journal, background: Background) -> Open:
    """Opens the window, and waits for the list."""

    def opened() -> BackupsDialog:
        dialog = BackupsDialog(None, Look(qapp, "light"), background, journal)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: dialog.reading is not None)
        return dialog

    return opened


@pytest.fixture
def three(journal: Journal, clock: FakeClock) -> list[Backup]:
    """Three backups, a day apart, of one, two and three interactions; newest first."""
    made = []
    for day in ("2026-11-20", "2026-11-21", "2026-11-22"):
        clock.set(f"{day}T09:04:00+01:00")
        journal.apply(Action.LOG, add(contact(day, time="08:00", closeness=5)))
        made.append(backing_up.back_up(journal, Occasion.DAY))
    clock.set("2026-11-22T18:40:00+01:00")
    return made[::-1]


def shown(dialog: BackupsDialog, column: int) -> list[str]:
    """The words of a column, from the top."""
    model = dialog.form.table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def choose(dialog: BackupsDialog, *rows: int) -> None:
    """Click on these rows."""
    table = dialog.form.table
    for place, row in enumerate(rows):
        at = table.visualRect(table.model().index(row, 0)).center()
        held = Qt.KeyboardModifier.ControlModifier if place else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, held, at)


def answer(words: str) -> None:
    """Press this button of the question that comes next."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(10, press)
            return
        (button,) = (one for one in box.buttons() if one.text().replace("&", "") == words)
        button.click()

    QTimer.singleShot(0, press)


def test_they_are_listed_newest_first_in_words(open_dialog: Open, three: list[Backup]) -> None:
    dialog = open_dialog()
    assert shown(dialog, MADE) == ["Today, 09:04", "Yesterday, 09:04", "20 Nov 2026, 09:04"]
    row = [str(dialog.form.table.model().index(0, column).data()) for column in range(VERIFIED + 1)]
    assert row[1:3] == ["First change of the day", "3"]
    assert row[3].endswith("KB")
    assert row[VERIFIED] == "Today, 09:04"
    assert dialog.form.last_label.text() == "Last verified backup: today, 09:04"
    assert [one.name for one in dialog.table.chosen()] == [three[0].name]
    assert dialog.form.table.hasFocus()


def test_without_any_it_says_that_they_make_themselves(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog()
    assert dialog.form.empty_page.isVisible()
    assert dialog.form.make_button.hasFocus()
    QTest.keyClick(dialog.form.make_button, Qt.Key.Key_Space)
    qtbot.waitUntil(dialog.form.table_page.isVisible)
    assert dialog.form.told_label.text() == "Backed up, and found whole."
    assert shown(dialog, MADE) == ["Today, 18:40"]


@pytest.mark.usefixtures("three")
def test_a_click_on_a_heading_sorts(open_dialog: Open) -> None:
    dialog = open_dialog()
    header = dialog.form.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(MADE) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert shown(dialog, MADE)[0] == "20 Nov 2026, 09:04"
    assert [one.interactions for one in dialog.table.chosen()] == [3], "the chosen one stays chosen"


def test_one_that_is_looked_at_again_is_found_whole_or_damaged(
    open_dialog: Open, three: list[Backup], journal: Journal, qtbot: QtBot
) -> None:
    dialog = open_dialog()
    dialog.check_button.click()
    qtbot.waitUntil(dialog.form.told_label.isVisible)
    assert dialog.form.told_label.text() == "Whole: all is as it was written."
    qtbot.waitUntil(lambda: shown(dialog, VERIFIED)[0] == "Today, 18:40")
    file = journal.folder / "backups" / f"{three[1].name}.db"
    damaged = bytearray(file.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    file.write_bytes(damaged)
    choose(dialog, 1)
    dialog.check_button.click()
    qtbot.waitUntil(lambda: shown(dialog, VERIFIED)[1] == "Damaged")
    assert dialog.form.told_label.text().startswith("This one is damaged")
    choose(dialog, 0, 1, 2)
    dialog.check_button.click()
    qtbot.waitUntil(lambda: dialog.form.told_label.text().startswith("1 of 3 are damaged"))


def test_deleting_asks_first_and_says_if_no_other_is_whole(
    open_dialog: Open, three: list[Backup], journal: Journal, qtbot: QtBot
) -> None:
    dialog = open_dialog()
    asked: list[str] = []

    def keep() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(10, keep)
            return
        asked.append(box.text())
        QTest.keyClick(box, Qt.Key.Key_Escape)

    QTimer.singleShot(0, keep)
    QTest.keyClick(dialog.form.table, Qt.Key.Key_Delete)
    assert asked[0].startswith("Delete the backup of today, 09:04?")
    assert "No other backup" not in asked[0]
    choose(dialog, 0, 1, 2)
    QTimer.singleShot(0, keep)
    dialog.delete_button.click()
    assert "No other backup was found whole" in asked[1]
    assert len(backing_up.backups(journal)) == 3, "nothing goes without a yes"
    choose(dialog, 1, 2)
    answer("Delete")
    dialog.delete_button.click()
    qtbot.waitUntil(lambda: dialog.form.table.model().rowCount() == 1)
    assert [one.name for one in backing_up.backups(journal)] == [three[0].name]


def test_one_that_went_meanwhile_does_not_keep_the_others(
    open_dialog: Open, three: list[Backup], journal: Journal, qtbot: QtBot
) -> None:
    dialog = open_dialog()
    backing_up.remove(journal, three[1].name)
    choose(dialog, 1, 2)
    answer("Delete")
    dialog.delete_button.click()
    qtbot.waitUntil(lambda: dialog.form.table.model().rowCount() == 1)
    assert [one.name for one in backing_up.backups(journal)] == [three[0].name]


def test_what_is_in_the_way_is_said(
    open_dialog: Open, three: list[Backup], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_dialog()

    def full(*_args: object) -> Backup:
        raise DiskFull

    monkeypatch.setattr(backing_up, "back_up", full)
    dialog.form.make_button.click()
    qtbot.waitUntil(dialog.form.problem.isVisible)
    assert "no room left" in dialog.form.problem.text()
    assert dialog.form.table.model().rowCount() == len(three)


def test_enter_and_the_menu_lead_back_to_one(
    open_dialog: Open, three: list[Backup], monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted: list[tuple[Any, str]] = []

    def go_back(*args: Any, title: str) -> bool:
        wanted.append((args[-1], title))
        return False

    monkeypatch.setattr(GoBackDialog, "go_back", go_back)
    dialog = open_dialog()
    QTest.keyClick(dialog.form.table, Qt.Key.Key_Return)
    assert wanted == [(three[0].name, "Back to today, 09:04")]
    at = dialog.form.table.visualRect(dialog.form.table.model().index(0, 0)).center()
    viewport = dialog.form.table.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_G)
    assert len(wanted) == 2
    choose(dialog, 0, 1)
    QTest.keyClick(dialog.form.table, Qt.Key.Key_Return)
    assert len(wanted) == 2, "not to two at once"
    assert not dialog.go_back_button.isEnabled()


def test_it_may_be_closed_while_something_is_under_way(
    open_dialog: Open, qtbot: QtBot, journal: Journal
) -> None:
    dialog = open_dialog()
    dialog.form.make_button.click()
    dialog.reject()
    qtbot.waitUntil(lambda: len(backing_up.backups(journal)) == 1)
    assert dialog.form.told_label.isHidden()


def test_three_hundred_are_sorted_at_once(
    open_dialog: Open, three: list[Backup], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    many = [
        replace(
            three[0],
            name=str(number),
            made=three[0].made - number * 86_400,
            place=Place(("journal", "second")[number % 2]),
        )
        for number in range(300)
    ]
    monkeypatch.setattr(backing_up, "backups", lambda _journal: many)
    dialog = open_dialog()
    assert dialog.form.table.model().rowCount() == 300
    assert shown(dialog, 4)[:2] == ["This computer", "Second folder"]
    dialog.form.table.sortByColumn(MADE, Qt.SortOrder.AscendingOrder)
    assert dialog.table.chosen()[0].name == "0"
    qtbot.waitUntil(dialog.form.progress_bar.isHidden)


def test_closed_while_several_are_looked_at_no_other_is_begun(
    open_dialog: Open,
    three: list[Backup],
    background: Background,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at: list[str] = []
    begun, go_on = threading.Event(), threading.Event()

    def verify(_journal: Journal, name: str) -> None:
        looked_at.append(name)
        begun.set()
        go_on.wait(10)

    monkeypatch.setattr(backing_up, "verify", verify)
    dialog = open_dialog()
    dialog.form.table.selectAll()
    dialog.check_button.click()
    assert begun.wait(10)
    dialog.reject()
    go_on.set()
    qtbot.waitUntil(lambda: background.is_idle)
    assert looked_at == [three[0].name]
