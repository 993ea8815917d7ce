"""Somebody wants to be reminded: when it comes, what it says, and what each answer does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.plan import Plan, PlanKind
from reconnect_desktop.domain.records import Pause, PauseReason, Record, Setting
from reconnect_desktop.domain.settings import NOTIFIED, NOTIFY
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.notifying.notifier import (
    GONE,
    LOG,
    NOT_TODAY,
    OPEN,
    STOP,
    Answered,
    Notification,
)
from reconnect_desktop.views.notifying.reminder import Reminder
from tests.fakes import FakeClock
from tests.making import when
from tests.views.today.advice_rig import dipped

NAME, NOTE = "Amma", "her appointment about the tulips"


class FakeNotifier:
    def __init__(self) -> None:
        self.shown: list[Notification] = []
        self.answer: Answered = lambda _answer: None

    def show(self, notification: Notification, answered: Answered) -> bool:
        self.shown.append(notification)
        self.answer = answered
        return True

    def close(self) -> None:
        self.answer = lambda _answer: None


class Desk:
    """A program in the background, at half past six in the evening."""

    def __init__(self, qtbot: QtBot, background: Background, journal: Journal, clock: FakeClock) -> None:
        self.qtbot, self.background, self.kept, self.clock = qtbot, background, journal, clock
        self.journal: Journal | None = journal
        self.away, self.opened = False, list[str]()
        self.notifier = FakeNotifier()
        self.reminder = Reminder(self, self.notifier, background, clock, lambda: self.away)

    def show_main(self) -> None:
        self.opened.append("main")

    def show_quick_add(self) -> None:
        self.opened.append("quick_add")

    def put(self, *records: Record) -> None:
        self.kept.apply(Action.IMPORT, *[add(record) for record in records])

    def wants(self) -> None:
        self.put(Setting(id=NOTIFY.id, value=NOTIFY.write(True)))

    def look(self) -> None:
        self.reminder.look()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.background.is_idle)

    def says(self, answer: str) -> None:
        self.notifier.answer(answer)
        self.settle()


@pytest.fixture
def desk(qtbot: QtBot, background: Background, journal: Journal, clock: FakeClock) -> Iterator[Desk]:
    clock.set(f"{clock().day.isoformat()}T18:30:00+00:00")
    one = Desk(qtbot, background, journal, clock)
    yield one
    one.reminder.close()


def planned(clock: FakeClock, days: int = 1) -> Plan:
    day = clock().day + timedelta(days=days)
    return Plan(
        id=f"p{days}", kind=PlanKind.FOLLOW_UP, text=NOTE, day=day, remind=True, added=when(clock().day)
    )


def test_there_is_none_until_it_is_wanted(desk: Desk) -> None:
    desk.put(*dipped())
    desk.look()
    assert desk.notifier.shown == []


def test_an_idea_is_told_of_once_and_in_words_that_say_nothing(desk: Desk) -> None:
    desk.put(*dipped())
    desk.wants()
    desk.look()
    (shown,) = desk.notifier.shown
    assert (shown.title, shown.text) == ("Reconnect", "A moment to look at Reconnect?")
    assert list(shown.actions.items()) == [
        (OPEN, "Open"),
        (LOG, "Log"),
        (NOT_TODAY, "Not today"),
        (STOP, "Stop these"),
    ]
    desk.look()
    for _ in range(30):
        desk.clock.advance(days=1)
        desk.look()
    ideas = [key for key in desk.kept.setting(NOTIFIED).keys if key.startswith("idea")]
    assert len(ideas) == len(set(ideas)) == len(desk.notifier.shown)


def test_what_is_planned_for_tomorrow_is_told_of_without_what_it_is(desk: Desk) -> None:
    desk.put(planned(desk.clock), planned(desk.clock, 9))
    desk.wants()
    desk.look()
    (shown,) = desk.notifier.shown
    assert shown.text == "Something you noted is coming up tomorrow."
    assert NOTE not in repr(shown)


@pytest.mark.parametrize("reason", PauseReason)
def test_in_a_pause_there_is_none(desk: Desk, reason: PauseReason) -> None:
    desk.put(*dipped(), planned(desk.clock), Pause(id="p", reason=reason, start=desk.clock().day))
    desk.wants()
    desk.look()
    assert desk.notifier.shown == []


def test_nobody_is_called_to_an_empty_chair(desk: Desk) -> None:
    desk.put(*dipped())
    desk.wants()
    desk.away = True
    desk.look()
    assert desk.notifier.shown == []
    assert desk.kept.setting(NOTIFIED).last is None  # it is still to come
    desk.away = False
    desk.look()
    assert len(desk.notifier.shown) == 1


def test_it_waits_for_the_hours_and_for_an_open_journal(desk: Desk) -> None:
    desk.put(*dipped())
    desk.wants()
    desk.clock.set(f"{desk.clock().day.isoformat()}T11:00:00+00:00")
    desk.look()
    desk.clock.set(f"{desk.clock().day.isoformat()}T18:00:00+00:00")
    desk.journal = None
    desk.look()
    assert desk.notifier.shown == []


@pytest.mark.parametrize(("answer", "window"), [(OPEN, "main"), (LOG, "quick_add")])
def test_an_answer_opens_a_window(desk: Desk, answer: str, window: str) -> None:
    desk.put(*dipped())
    desk.wants()
    desk.look()
    desk.says(answer)
    assert desk.opened == [window]
    assert desk.kept.setting(NOTIFIED).unheeded == 0


def test_not_today_is_not_for_a_week(desk: Desk) -> None:
    desk.put(*dipped())
    desk.wants()
    desk.look()
    today = desk.clock().day
    desk.says(NOT_TODAY)
    assert desk.opened == []
    assert desk.kept.setting(NOTIFIED).until == today + timedelta(days=7)


def test_stop_these_stops_them_also_where_the_journal_was_locked_meanwhile(desk: Desk) -> None:
    desk.put(*dipped())
    desk.wants()
    desk.look()
    desk.journal = None
    desk.says(STOP)
    assert desk.kept.setting(NOTIFY) is True
    desk.journal = desk.kept
    desk.reminder.opened(desk.kept)
    desk.settle()
    assert desk.kept.setting(NOTIFY) is False
    desk.qtbot.waitUntil(lambda: not desk.reminder._timer.isActive())


def test_one_that_was_left_alone_counts_as_such(desk: Desk) -> None:
    desk.put(*dipped())
    desk.wants()
    desk.look()
    desk.says(GONE)
    assert desk.kept.setting(NOTIFIED).unheeded == 1


def test_it_wakes_only_while_it_is_wanted(desk: Desk) -> None:
    desk.reminder.opened(desk.kept)
    desk.settle()
    assert not desk.reminder._timer.isActive()
    desk.wants()
    desk.qtbot.waitUntil(desk.reminder._timer.isActive)
    assert desk.reminder._timer.interval() >= 60_000
    desk.kept.undo()
    desk.qtbot.waitUntil(lambda: not desk.reminder._timer.isActive())
