"""Backups are made while nobody waits for them, and what is found is told quietly, once."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop import backing_up
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import ChangedMeanwhile, DiskFull, JournalLocked
from reconnect_desktop.domain.filter import Filter
from reconnect_desktop.domain.notices import Notice
from reconnect_desktop.journal import Journal
from reconnect_desktop.views import upkeep as upkeep_module
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.quiet_notice import QuietNotice
from reconnect_desktop.views.main_window import MainWindow
from reconnect_desktop.views.preferences import Preferences
from reconnect_desktop.views.tidings import Tidings
from reconnect_desktop.views.upkeep import Upkeep, back_up_at_the_end, back_up_last
from tests.making import ago, contact


@pytest.fixture
def upkeep(background: Background, journal: Journal, monkeypatch: pytest.MonkeyPatch) -> Upkeep:
    monkeypatch.setattr(upkeep_module, "_AFTER", 1)
    return Upkeep(background, lambda: journal, background)


def full(*_args: object) -> Any:
    raise DiskFull


def test_the_first_change_of_a_day_is_followed_by_a_backup(
    upkeep: Upkeep, journal: Journal, qtbot: QtBot, background: Background
) -> None:
    for day in ("2026-11-20", "2026-11-21"):
        journal.apply(Action.LOG, add(contact(day)))
        upkeep.note_change()
    qtbot.waitUntil(lambda: len(backing_up.backups(journal)) == 1)
    (made,) = backing_up.backups(journal)
    assert made.occasion is Occasion.DAY
    upkeep.note_change()
    qtbot.wait(20)
    qtbot.waitUntil(lambda: background.is_idle)
    assert backing_up.backups(journal) == [made]


def test_what_is_in_the_way_is_told_once_until_a_backup_is_made(
    upkeep: Upkeep, qtbot: QtBot, background: Background, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    upkeep.unsaved.connect(told.append)
    with monkeypatch.context() as trouble:
        trouble.setattr(backing_up, "back_up_if_due", full)
        for _ in range(2):
            upkeep._back_up()
            qtbot.waitUntil(lambda: background.is_idle)
    assert [type(error) for error in told] == [DiskFull]
    upkeep._back_up()
    qtbot.waitUntil(lambda: background.is_idle)
    monkeypatch.setattr(backing_up, "back_up_if_due", full)
    upkeep._back_up()
    qtbot.waitUntil(lambda: len(told) == 2)


@pytest.mark.parametrize("is_locked", [True, False])
def test_a_journal_that_was_locked_or_encrypted_meanwhile_is_no_trouble(
    background: Background,
    journal: Journal,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_locked: bool,
) -> None:
    shown: list[Journal | None] = [journal]
    told: list[object] = []
    upkeep = Upkeep(background, lambda: shown[0], background)
    upkeep.unsaved.connect(told.append)

    def meanwhile(_: Journal) -> None:
        if is_locked:
            shown[0] = None
        raise JournalLocked if is_locked else ChangedMeanwhile

    monkeypatch.setattr(backing_up, "back_up_if_due", meanwhile)
    upkeep._back_up()
    qtbot.waitUntil(lambda: background.is_idle)
    assert not told


def test_it_looks_around_once_the_journal_is_open(
    upkeep: Upkeep, journal: Journal, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep_module, "SETTLED", 1)
    journal.apply(Action.LOG, add(contact("2026-11-20")))
    backup = backing_up.back_up(journal, Occasion.DAY)
    file = next((journal.folder / "backups").rglob(f"{backup.name}.db"))
    file.write_bytes(file.read_bytes()[:-100] + bytes(100))
    monkeypatch.setattr("reconnect_desktop.storage.surroundings.is_tight", lambda _folder: True)
    noticed: list[Notice] = []
    upkeep.noticed.connect(noticed.append)
    with qtbot.waitSignal(upkeep.damaged):
        upkeep.begin()
        upkeep.begin()
    assert noticed == [Notice.DISK_NEARLY_FULL]


def test_a_save_that_took_the_last_room_is_told_once(upkeep: Upkeep, journal: Journal) -> None:
    told: list[Notice] = []
    upkeep.noticed.connect(told.append)
    upkeep.note_change()
    assert told == []
    journal.used_reserve = True
    upkeep.note_change()
    upkeep.note_change()
    assert told == [Notice.DISK_NEARLY_FULL]


def test_without_a_journal_there_is_nothing_to_do(background: Background) -> None:
    upkeep = Upkeep(background, lambda: None, background)
    upkeep.look_around()
    upkeep._back_up()
    assert background.is_idle


# The end


def test_what_changed_is_backed_up_at_the_end(journal: Journal) -> None:
    journal.apply(Action.LOG, add(contact("2026-11-20")))
    assert back_up_at_the_end(journal)
    assert [one.occasion for one in backing_up.backups(journal)] == [Occasion.EXIT]


def test_at_the_end_the_search_is_compared_with_the_entries(journal: Journal) -> None:
    journal.apply(Action.LOG, add(contact(ago(3), id="a", note="the goat")))
    journal._connection.execute("INSERT INTO search (search) VALUES ('delete-all')")
    back_up_last(journal)
    assert journal.find(Filter(text="goat")) == ["a"]


def test_nothing_keeps_the_program_from_ending(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backing_up, "back_up_at_exit", full)
    back_up_last(journal)
    go_on = threading.Event()
    monkeypatch.setattr(backing_up, "back_up_at_exit", lambda _journal: go_on.wait(10))
    monkeypatch.setattr(upkeep_module, "_PATIENCE", 0.01)
    assert not back_up_at_the_end(journal)
    go_on.set()


# What is said


@pytest.fixture
def main(qtbot: QtBot, look: Look, background: Background, tmp_path: Path) -> MainWindow:
    window = MainWindow(look, background, Preferences(tmp_path / "config"))
    qtbot.addWidget(window)
    window.show()
    window.complete()
    return window


@pytest.fixture
def look(qapp: Any) -> Look:
    return Look(qapp, "light")


def lines(main: MainWindow) -> list[str]:
    """The quiet notices that can be seen."""
    return [one.label.text() for one in main.findChildren(QuietNotice) if one.isVisible()]


def test_each_is_a_line_that_can_be_put_away(
    main: MainWindow, upkeep: Upkeep, look: Look, tmp_path: Path
) -> None:
    Tidings(upkeep, main, look, Preferences(tmp_path / "config"))
    upkeep.damaged.emit()
    upkeep.unsaved.emit(DiskFull())
    QApplication.processEvents()
    damaged, unsaved = sorted(lines(main))
    assert "damaged" in damaged
    assert "There is no room left on the disk" in unsaved
    for notice in main.findChildren(QuietNotice):
        notice.close_button.click()
    assert lines(main) == []


def test_a_lasting_one_is_not_told_again_once_it_was_put_away(
    main: MainWindow, upkeep: Upkeep, look: Look, tmp_path: Path
) -> None:
    preferences = Preferences(tmp_path / "config")
    Tidings(upkeep, main, look, preferences)
    for notice in (Notice.SYNCED_FOLDER, Notice.CLOCK_BEHIND):
        upkeep.noticed.emit(notice)
    for line in main.findChildren(QuietNotice):
        line.close_button.click()
    for notice in (Notice.SYNCED_FOLDER, Notice.CLOCK_BEHIND):
        upkeep.noticed.emit(notice)
    (told,) = lines(main)
    assert "clock" in told
