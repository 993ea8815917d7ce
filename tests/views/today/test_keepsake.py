from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import DiskFull
from reconnect_desktop.domain.records import Pause, PauseReason, Record
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.today.keepsake import Keepsake
from reconnect_desktop.views.today.today_page import TodayPage
from tests.making import ago, contact, topic
from tests.views.today.advice_rig import focused, silent

MOMENTS = [
    contact("2019-05-12", win="She laughed until she had to sit down.", closeness=6),
    contact("2021-08-01", win="We sang in the car."),
    contact("2024-03-01", note="A walk by the river.", closeness=7),
]
GRIEF = Pause(id="grief", reason=PauseReason.GRIEF, start=ago(5))


class Room:
    """Today in a pause, acted on as a user does."""

    def __init__(self, qtbot: QtBot, page: TodayPage, journal: Journal) -> None:
        self.qtbot, self.page, self.journal = qtbot, page, journal
        self.failures: list[object] = []
        page.failed.connect(self.failures.append)

    def open(self, *records: Record) -> None:
        self.journal.apply(Action.IMPORT, *[add(record) for record in records])
        with self.qtbot.waitSignal(self.page.journal.read):
            self.page.set_journal(self.journal)

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()))

    @property
    def keepsake(self) -> Keepsake:
        shown = self.page.form.stack.currentWidget()
        assert isinstance(shown, Keepsake)
        return shown

    def texts(self) -> str:
        labels = [label.text() for label in self.page.findChildren(QLabel) if label.isVisible()]
        buttons = [button.text() for button in self.page.findChildren(QAbstractButton) if button.isVisible()]
        return "\n".join(labels + buttons).replace("\u00a0", " ")


@pytest.fixture
def room(qtbot: QtBot, today_page: TodayPage, journal: Journal) -> Room:
    return Room(qtbot, today_page, journal)


def test_in_grief_nothing_is_counted_compared_or_asked(room: Room) -> None:
    imported = contact("2025-01-01", source="sms-calls", source_key="1")
    room.open(*silent(), *MOMENTS, imported, topic("Ask about the garden"), GRIEF)
    told = room.texts()
    assert "From " in told
    assert "What you kept of her is here" in told
    for word in ("days", "usual", "rating", "garden", "How am I", "Lately", "try", "Log"):
        assert word not in told.replace("Sunday", "")
    assert room.page.advice.place is None


def test_another_one_goes_through_all_moments_and_round_again(room: Room) -> None:
    room.open(*MOMENTS, GRIEF)
    seen = []
    for _ in range(4):
        seen.append(room.keepsake.form.words.text())
        room.keepsake.form.another_button.click()
    assert set(seen[:3]) == {
        "She laughed until she had to sit down.",
        "We sang in the car.",
        "A walk by the river.",
    }
    assert seen[3] == seen[0]


def test_the_moment_that_is_read_stays_while_something_else_is_written(room: Room) -> None:
    room.open(*MOMENTS, GRIEF)
    room.keepsake.form.another_button.click()
    before = room.keepsake.form.words.text()
    with room.qtbot.waitSignal(room.page.journal.read):
        room.journal.apply(Action.LOG, add(contact("2012-01-01", win="Snow.")))
    assert room.keepsake.form.words.text() == before


def test_the_circles_show_how_close_that_moment_felt_and_nothing_where_it_was_not_said(room: Room) -> None:
    room.open(MOMENTS[1], GRIEF)
    assert not room.keepsake.form.picture.isVisible()
    assert not room.keepsake.form.another_button.isVisible()
    with room.qtbot.waitSignal(room.page.journal.read):
        room.journal.apply(Action.LOG, add(MOMENTS[0]))
    room.keepsake.form.another_button.click()
    assert room.keepsake.form.picture.isVisible()
    assert room.keepsake.form.picture.accessibleName()


def test_without_any_moment_it_is_a_quiet_place(room: Room) -> None:
    room.open(GRIEF)
    assert "This is a quiet place." in room.texts()
    assert "Welcome" not in room.texts()
    assert not room.keepsake.form.card.isVisible()


def test_it_leads_to_the_journal_and_to_where_one_writes(room: Room) -> None:
    room.open(*MOMENTS, GRIEF)
    with room.qtbot.waitSignal(room.page.page_wanted) as wanted:
        room.keepsake.read_button.click()
    assert wanted.args == ["log", None]
    with room.qtbot.waitSignal(room.page.page_wanted) as wanted:
        room.keepsake.write_button.click()
    assert wanted.args == ["letters", None]


def test_ending_the_pause_brings_today_back_and_undo_the_quiet_place(room: Room) -> None:
    room.open(*silent(), GRIEF)
    room.keepsake.end_button.click()
    room.until(room.page.form.scroll.isVisible)
    room.until(lambda: room.journal.all(Pause)[0].end == ago(1))
    assert "days" in room.texts()
    room.journal.undo()
    room.until(lambda: isinstance(room.page.form.stack.currentWidget(), Keepsake))


def test_a_pause_that_could_not_be_ended_goes_on(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.open(*MOMENTS, GRIEF)

    def fail(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(room.journal, "apply", fail)
    room.keepsake.end_button.click()
    room.until(lambda: bool(room.failures))
    room.until(lambda: isinstance(room.page.form.stack.currentWidget(), Keepsake))
    assert room.journal.all(Pause) == [GRIEF]


def test_grief_that_begins_while_a_batch_is_rated_ends_the_rating(room: Room) -> None:
    room.open(contact("2026-11-01", source="sms-calls", source_key="1"))
    room.until(room.page.form.rate_button.isVisible)
    room.page.form.rate_button.click()
    room.journal.apply(Action.PAUSE, add(GRIEF))
    room.page.journal.rest(resting=False)
    room.until(lambda: isinstance(room.page.form.stack.currentWidget(), Keepsake))


@pytest.mark.parametrize(
    ("reason", "end", "said"),
    [
        (PauseReason.TRAVEL, ago(-11), "You're away until Thursday 3 December."),
        (PauseReason.TRAVEL, None, "You're away for now."),
        (PauseReason.BOUNDARY, None, "You're keeping some distance."),
        (PauseReason.OTHER, ago(-60), "You're on a pause until 21 January 2027."),
    ],
)
def test_a_pause_is_told_with_a_way_to_end_it(
    room: Room, reason: PauseReason, end: object, said: str
) -> None:
    room.open(*silent(), Pause(id="p", reason=reason, start=ago(5), end=end))  # type: ignore[arg-type]
    assert said in room.texts()
    card = room.page.pauses.card
    assert card is not None
    card.form.end_button.click()
    room.until(lambda: not card.isVisible())
    room.until(lambda: room.journal.all(Pause)[0].end == ago(1))
    room.journal.undo()
    room.until(card.isVisible)


def test_a_pause_of_today_alone_goes_when_it_is_ended(room: Room) -> None:
    room.open(*silent(), Pause(id="p", reason=PauseReason.OTHER, start=ago(0)))
    assert room.page.pauses.card is not None
    room.page.pauses.card.form.end_button.click()
    room.until(lambda: room.journal.all(Pause) == [])


def test_who_keeps_a_distance_is_shown_nothing_that_counts(room: Room) -> None:
    room.open(*silent(), Pause(id="p", reason=PauseReason.BOUNDARY, start=ago(5)))
    assert "days" not in room.texts()
    assert not room.page.gap.isVisible()
    assert not room.page.closeness.isVisible()
    assert not room.page.topics.isVisible(), "nothing asks what to tell her"
    assert room.page.pauses.card is not None
    room.page.pauses.card.form.end_button.click()
    room.until(room.page.gap.isVisible)


def test_on_a_journey_the_days_stand_beside_nothing(room: Room) -> None:
    room.open(*silent(), Pause(id="p", reason=PauseReason.TRAVEL, start=ago(5)))
    assert "24 days" in room.texts()
    assert "usually it is" not in room.texts()
    assert not room.page.gap.form.bar.isVisible()


def test_keys_reach_the_buttons_of_the_pause_after_what_stands_above_them(room: Room) -> None:
    room.open(*silent(), Pause(id="p", reason=PauseReason.TRAVEL, start=ago(5)))
    card = room.page.pauses.card
    assert card is not None
    room.page.gap.form.more_button.setFocus()
    reached: list[QWidget | None] = []
    for _ in range(2):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached == [card.form.change_button, card.form.end_button]
