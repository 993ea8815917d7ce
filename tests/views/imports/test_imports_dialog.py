"""What was brought in is listed, and one file's part of it is taken out again, for ever after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add, delete, edit
from reconnect_desktop.domain.errors import DiskFull
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.exchange.draft import Draft
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.imports.imports_dialog import ImportsDialog
from reconnect_desktop.views.imports.take_out_dialog import TakeOutDialog
from reconnect_desktop.views.kit.look import Look
from tests.fakes import FakeClock
from tests.making import contact, mood

Open = Callable[[], ImportsDialog]


def calls(clock: FakeClock, source: str, *days: str) -> list[Draft]:
    return [
        Draft(contact(day, id=f"{source} {day}", source=source, source_key=day, logged=clock()), place)
        for place, day in enumerate(days)
    ]


@pytest.fixture
def brought(journal: Journal, clock: FakeClock) -> Journal:
    """Two calls and a mood of one file a year ago, one of which was rated since; one entry of another file today."""
    clock.set("2025-11-22T09:00:00+01:00")
    found = [*calls(clock, "sms-calls", "2024-03-02", "2025-11-04"), Draft(mood(3, "2024-03-02"), 3)]
    journal.bring_in(found, format="sms-calls")
    clock.set("2026-11-22T18:40:00+01:00")
    one = journal.interaction("sms-calls 2024")
    journal.apply(Action.RATE, edit(one, replace(one, closeness=6)))
    journal.bring_in(calls(clock, "csv", "2026-01-05"), format="csv")
    journal.apply(Action.LOG, add(contact("2026-11-20")))
    return journal


@pytest.fixture
def open_dialog(qtbot: QtBot, qapp: QApplication, journal: Journal, background: Background) -> Open:
    """Opens the window, and waits for the list."""

    def opened() -> ImportsDialog:
        dialog = ImportsDialog(None, Look(qapp, "light"), background, journal)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        qtbot.waitUntil(lambda: not dialog._errands.under_way)
        return dialog

    return opened


def shown(dialog: ImportsDialog) -> list[str]:
    model = dialog.form.imports_list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def choose(dialog: ImportsDialog, row: int) -> None:
    dialog.form.imports_list.setCurrentIndex(dialog.form.imports_list.model().index(row, 0))


def answer(act: Callable[[TakeOutDialog], object]) -> None:
    """Do this in the question that comes next."""

    def wait() -> None:
        asked = QApplication.activeModalWidget()
        act(asked) if isinstance(asked, TakeOutDialog) else QTimer.singleShot(10, wait)

    QTimer.singleShot(0, wait)


def ids(journal: Journal) -> set[str]:
    return {one.id for one in journal.interactions() if one.source}


@pytest.mark.usefixtures("brought")
def test_they_are_listed_newest_first_with_what_is_left_of_them(open_dialog: Open) -> None:
    dialog = open_dialog()
    first, second = shown(dialog)
    assert first == "CSV · Today, 18:40. 1 interaction · 5 Jan 2026"
    when, what = second.split(". ")
    assert when == "SMS Backup & Restore · 22 Nov 2025, 09:00"
    assert what == "2 interactions, 1 other entry · 2 Mar 2024 – 4 Nov 2025 · 1 rated or changed since"
    assert dialog.form.imports_list.hasFocus()


def test_what_was_rated_stays_unless_it_is_to_go(open_dialog: Open, brought: Journal, qtbot: QtBot) -> None:
    dialog = open_dialog()
    choose(dialog, 1)
    told: list[str] = []

    def take_out(asked: TakeOutDialog) -> None:
        told.append(asked.form.what.text())
        asked.keep.box.click()
        told.append(asked.form.what.text())
        asked.keep.box.click()
        asked.form.take_out_button.click()

    answer(take_out)
    QTest.keyClick(dialog.form.imports_list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(shown(dialog)) == 1)
    assert told == [
        "What goes: 1 interaction, 1 other entry (2 Mar 2024 – 4 Nov 2025).",
        "What goes: 2 interactions, 1 other entry (2 Mar 2024 – 4 Nov 2025).",
    ]
    assert ids(brought) == {"sms-calls 2024-03-02", "csv 2026-01-05"}
    assert brought.interaction("sms-calls 2024").closeness == 6
    assert dialog.form.told.isVisible()
    assert brought.undo_action() == (Action.TAKE_OUT, 1)
    brought.undo()
    dialog.refresh()
    qtbot.waitUntil(lambda: len(shown(dialog)) == 2)


def test_all_of_it_goes_if_that_is_said(open_dialog: Open, brought: Journal, qtbot: QtBot) -> None:
    dialog = open_dialog()
    choose(dialog, 1)

    def take_out_all(asked: TakeOutDialog) -> None:
        asked.keep.box.click()
        asked.form.take_out_button.click()

    answer(take_out_all)
    QTest.mouseClick(dialog.form.take_out_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(shown(dialog)) == 1)
    assert ids(brought) == {"csv 2026-01-05"}


def test_who_thinks_better_of_it_changes_nothing(open_dialog: Open, brought: Journal) -> None:
    dialog = open_dialog()
    before = list(brought.records())
    answer(lambda asked: asked.form.cancel_button.click())
    dialog.take_out()
    assert list(brought.records()) == before


def test_one_of_which_nothing_is_left_says_so(open_dialog: Open, brought: Journal, qtbot: QtBot) -> None:
    brought.apply(Action.DELETE, delete(brought.interaction("csv 2026-01-05")))
    dialog = open_dialog()
    assert shown(dialog)[0].endswith("nothing of it is left · 5 Jan 2026")

    def take_out(asked: TakeOutDialog) -> None:
        assert "Nothing of it is left" in asked.form.what.text()
        assert not asked.keep.box.isVisible()
        asked.accept()

    answer(take_out)
    dialog.take_out()
    qtbot.waitUntil(lambda: len(shown(dialog)) == 1)


def test_where_all_of_it_was_rated_only_the_line_goes(
    brought: Journal, qtbot: QtBot, open_dialog: Open
) -> None:
    one = brought.interaction("csv 2026-01-05")
    brought.apply(Action.RATE, edit(one, replace(one, closeness=2)))
    dialog = open_dialog()

    def take_out(asked: TakeOutDialog) -> None:
        assert "All of it was rated or changed, and stays." in asked.form.what.text()
        asked.accept()

    answer(take_out)
    dialog.take_out()
    qtbot.waitUntil(lambda: len(shown(dialog)) == 1)
    assert "csv 2026-01-05" in ids(brought)


@pytest.mark.usefixtures("brought")
def test_what_can_not_be_taken_out_is_told(
    open_dialog: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_dialog()

    def full(*_: object, **__: object) -> None:
        raise DiskFull

    monkeypatch.setattr("reconnect_desktop.importing.take_out", full)
    answer(lambda asked: asked.accept())
    dialog.take_out()
    qtbot.waitUntil(dialog.form.problem.isVisible)
    assert len(shown(dialog)) == 2


def test_without_any_it_says_so(open_dialog: Open) -> None:
    dialog = open_dialog()
    assert dialog.form.empty_page.isVisible()
    assert not dialog.form.take_out_button.isVisible()
    assert dialog.form.close_button.hasFocus()


def test_a_format_of_another_version_is_called_as_it_was(
    open_dialog: Open, journal: Journal, clock: FakeClock
) -> None:
    journal.bring_in(calls(clock, "pigeon", "2026-01-05"), format="pigeon <b>")
    (row,) = shown(open_dialog())
    assert row.startswith("pigeon <b> · Today")
    assert isinstance(journal.interactions()[0], Interaction)
    assert journal.interactions()[0].when.day == date(2026, 1, 5)
