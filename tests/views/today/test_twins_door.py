"""Today tells of contacts that may stand there twice: late, quietly, and only as long as it is wanted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add, delete
from reconnect_desktop.domain.records import Pause, PauseReason, Setting
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.today.today_page import TodayPage
from reconnect_desktop.views.twins import twins_watch
from reconnect_desktop.views.twins.twins_dialog import TwinsDialog
from tests.fakes import FakeClock
from tests.making import TODAY, ago, contact

TYPED = contact(ago(2), time="18:00", id="typed", minutes=30, closeness=5)
CALL = contact(ago(2), time="18:04", id="call", minutes=31, source="sms-calls", source_key="1")
OLD = contact(ago(90), time="18:00", id="old")
OLD_CALL = contact(ago(90), time="18:10", id="old call", source="sms-calls", source_key="2")


class Room:
    def __init__(self, qtbot: QtBot, page: TodayPage, journal: Journal) -> None:
        self.qtbot, self.page, self.journal = qtbot, page, journal

    @property
    def card(self) -> QWidget | None:
        return self.page.twins.card

    def is_told(self) -> bool:
        return self.card is not None and self.card.isVisible()

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()))

    def click(self, name: str) -> None:
        assert self.page.twins.card is not None
        button = getattr(self.page.twins.card.form, name)
        assert button.isVisible()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def words(self) -> str:
        assert self.page.twins.card is not None
        return self.page.twins.card.form.words.text()


@pytest.fixture
def room(qtbot: QtBot, today_page: TodayPage, journal: Journal, monkeypatch: pytest.MonkeyPatch) -> Room:
    """Today on two pairs and one contact that is alone; what is late comes soon."""
    monkeypatch.setattr(twins_watch, "LATE", 1)
    monkeypatch.setattr(twins_watch, "SOON", 1)
    brought = (TYPED, CALL, OLD, OLD_CALL, contact(TODAY, closeness=5))
    journal.apply(Action.IMPORT, *(add(one) for one in brought))
    today_page.set_journal(journal)
    return Room(qtbot, today_page, journal)


def test_it_is_one_quiet_line(room: Room) -> None:
    room.until(room.is_told)
    assert room.words() == "2 contacts may be in your journal twice."


def test_not_now_is_for_a_while_and_no_step_to_undo(room: Room, clock: FakeClock) -> None:
    room.until(room.is_told)
    last = room.journal.undo_action()
    room.click("later_button")
    room.until(lambda: not room.is_told())
    room.until(lambda: bool(room.journal.all(Setting)))
    assert room.journal.undo_action() == last
    clock.advance(days=13)
    with room.qtbot.waitSignal(room.page.journal.read):
        room.page.journal.refresh()
    assert not room.is_told()
    clock.advance(days=1)
    room.page.journal.refresh()
    room.until(room.is_told)


def test_left_ones_are_left_for_good_unless_that_is_undone_and_new_ones_are_told_of(
    room: Room, clock: FakeClock
) -> None:
    room.until(room.is_told)
    room.click("leave_button")
    room.until(lambda: not room.is_told())
    room.until(lambda: room.journal.undo_action() == (Action.APART, 1))
    room.journal.undo()
    room.until(room.is_told)
    room.click("leave_button")
    room.until(lambda: not room.is_told())
    new = contact(TODAY, time="12:05", id="new", source="sms-calls", source_key="9", logged=clock())
    room.journal.apply(Action.IMPORT, add(new))
    room.until(room.is_told)
    assert room.words() == "1 contact may be in your journal twice."


def test_what_is_deleted_elsewhere_is_no_pair_any_more_and_comes_back_with_undo(room: Room) -> None:
    room.until(room.is_told)
    room.journal.apply(Action.DELETE, delete(OLD))
    room.until(lambda: room.words().startswith("1 contact "))
    room.journal.undo()
    room.until(lambda: room.words().startswith("2 contacts"))


def test_they_are_looked_at_and_told_of_no_more(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.until(room.is_told)

    def answer(dialog: TwinsDialog) -> int:
        dialog.show()
        dialog.say(merging=True)
        dialog.say(merging=False)
        room.until(lambda: room.journal.undo_action() == (Action.APART, 1))
        return 0

    monkeypatch.setattr(TwinsDialog, "exec", answer)
    room.click("look_button")
    room.until(lambda: not room.is_told())
    assert room.journal.count() == 4


def test_beside_a_boundary_nothing_is_asked(room: Room) -> None:
    room.until(room.is_told)
    room.journal.apply(Action.PAUSE, add(Pause(id="p", reason=PauseReason.BOUNDARY, start=TODAY)))
    room.until(lambda: not room.is_told())


def test_another_journal_is_told_of_on_its_own(room: Room) -> None:
    room.until(room.is_told)
    room.page.set_journal(None)
    assert not room.is_told()
    assert room.page.twins.watch.pairs == []
