"""The quiet word that a month is ready to look back on: said once, in its time, and never where it would hurt."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.records import Pause, PauseReason, Record, Setting
from reconnect_desktop.domain.settings import REVIEW_ON_TODAY, REVIEW_SEEN
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.today.today_page import TodayPage
from tests.fakes import FakeClock
from tests.making import contact, when

OCTOBER_CALL = contact("2026-10-12", closeness=5)


class Room:
    """Today on the third of November, or another day."""

    def __init__(self, qtbot: QtBot, page: TodayPage, journal: Journal, clock: FakeClock) -> None:
        self.qtbot, self.page, self.journal, self.clock = qtbot, page, journal, clock
        self.wanted: list[tuple[str, object]] = []
        page.page_wanted.connect(lambda key, matter: self.wanted.append((key, matter)))

    def open(self, *records: Record, day: str = "2026-11-03") -> Room:
        self.clock.set(f"{day}T09:00:00+01:00")
        self.journal.apply(Action.IMPORT, *map(add, records))
        with self.qtbot.waitSignal(self.page.journal.read):
            self.page.set_journal(self.journal)
        return self

    @property
    def says(self) -> str:
        card = self.page.month_ready.card
        return card.form.words.text() if card is not None and card.isVisible() else ""

    def click(self, button: QWidget) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true)


@pytest.fixture
def room(qtbot: QtBot, today_page: TodayPage, journal: Journal, clock: FakeClock) -> Room:
    return Room(qtbot, today_page, journal, clock)


def test_in_the_first_days_it_says_so_and_leads_there_once(room: Room) -> None:
    room.open(OCTOBER_CALL)
    assert room.says == "October is ready to look back on."
    card = room.page.month_ready.card
    assert card is not None
    room.click(card.form.look_button)
    assert room.wanted == [("review", Month(2026, 10))]
    assert room.says == ""
    room.until(lambda: room.journal.setting(REVIEW_SEEN) == "2026-10")
    assert room.journal.undo_action() == (Action.IMPORT, 1)


def test_not_now_is_kept_and_the_next_month_is_told_of_again(room: Room) -> None:
    room.open(OCTOBER_CALL, contact("2026-11-02"))
    card = room.page.month_ready.card
    assert card is not None
    room.click(card.form.later_button)
    assert room.says == ""
    room.until(lambda: room.journal.setting(REVIEW_SEEN) == "2026-10")
    room.page.refresh(None)
    room.clock.set("2026-12-01T09:00:00+01:00")
    room.page.refresh(None)
    room.until(lambda: room.says == "November is ready to look back on.")


@pytest.mark.parametrize(
    ("day", "records"),
    [
        ("2026-11-08", [OCTOBER_CALL]),
        ("2026-11-03", [contact("2026-11-01"), contact("2026-09-30")]),
        ("2026-11-03", [OCTOBER_CALL, Setting(id=REVIEW_ON_TODAY.id, value="no")]),
        ("2026-11-03", [OCTOBER_CALL, Setting(id=REVIEW_SEEN.id, value="2026-10")]),
        (
            "2026-11-03",
            [OCTOBER_CALL, Pause(id="p", reason=PauseReason.GRIEF, start=when("2026-10-20").day)],
        ),
        ("2026-11-03", []),
    ],
    ids=["later", "nothing in it", "turned off", "seen", "in grief", "nothing logged"],
)
def test_otherwise_it_says_nothing(room: Room, day: str, records: list[Record]) -> None:
    assert room.open(*records, day=day).says == ""


def test_keys_reach_its_buttons_in_the_order_of_the_eye(room: Room) -> None:
    room.open(OCTOBER_CALL)
    card = room.page.month_ready.card
    assert card is not None
    card.form.later_button.setFocus()
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is card.form.look_button
    assert card.form.look_button.accessibleName() == "Look back on October"
