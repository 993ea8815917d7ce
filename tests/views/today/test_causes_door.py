"""On Today, after an interaction that felt far away: what got in the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add, delete, edit
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.records import Pause, PauseReason, Setting
from reconnect_desktop.domain.settings import CAUSES_ASKED
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.causes_panel import CausesPanel
from reconnect_desktop.views.today.today_page import TodayPage
from tests.making import TODAY, ago, contact

FAR = contact(TODAY, closeness=2)
STRESS = "outside stress"


class Asked:
    """Today beside a journal, and what it asks."""

    def __init__(self, qtbot: QtBot, page: TodayPage, journal: Journal, background: Background) -> None:
        self.page, self.journal = page, journal
        self._qtbot, self._background = qtbot, background

    @property
    def panel(self) -> CausesPanel | None:
        return self.page.advice.causes.panel

    @property
    def about(self) -> Interaction | None:
        """The interaction that is asked about."""
        return self.panel.asks_about if self.panel is not None and self.panel.isVisible() else None

    def until(self, true: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(lambda: bool(true()), timeout=10_000)

    def settle(self) -> None:
        """Wait until all is read and told."""
        for _ in range(3):
            done: list[None] = []
            self._background.run(lambda: None, done.append, lambda _error: None)
            self.until(lambda done=done: bool(done))  # type: ignore[misc]

    def log(self, one: Interaction) -> None:
        self.journal.apply(Action.LOG, add(one))
        self.settle()

    def choose(self, cause: str) -> None:
        assert self.panel is not None
        self.panel.form.causes.chips[cause].click()
        self.settle()

    def tags(self) -> list[tuple[str, ...]]:
        return [one.tags for one in self.journal.recent()]


@pytest.fixture
def asked(qtbot: QtBot, today_page: TodayPage, journal: Journal, background: Background) -> Asked:
    journal.apply(Action.LOG, add(contact(ago(7), closeness=5)))
    today_page.set_journal(journal)
    room = Asked(qtbot, today_page, journal, background)
    room.settle()
    return room


def test_nothing_is_asked_after_one_that_felt_as_usual(asked: Asked) -> None:
    asked.log(contact(TODAY, closeness=5))
    assert asked.panel is None


def test_a_cause_is_noted_and_its_line_stays(asked: Asked) -> None:
    asked.log(FAR)
    asked.until(lambda: asked.about == FAR)
    asked.choose(STRESS)
    assert asked.tags() == [(STRESS,), ()]
    assert asked.panel is not None
    assert asked.panel.form.causes.line.isVisible()
    asked.page.hide()
    asked.page.show()
    asked.settle()
    assert asked.about is None, "what was answered is past"


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (contact(TODAY, closeness=2, minutes=20), "A call today, 20 min."),
        (contact(TODAY, closeness=2, minutes=None, medium=Medium.VISIT), "In person today."),
    ],
)
def test_it_says_which_one_it_is_about(asked: Asked, one: Interaction, words: str) -> None:
    asked.log(one)
    asked.until(lambda: asked.about == one)
    assert asked.panel is not None
    assert asked.panel.form.about.text().startswith(f"{words} Only if you like")


def test_undo_takes_the_cause_back_and_then_the_question(asked: Asked) -> None:
    asked.log(FAR)
    asked.choose(STRESS)
    asked.journal.undo()
    asked.settle()
    assert asked.about == FAR
    assert asked.panel is not None
    assert not asked.panel.form.causes.chips[STRESS].isChecked()
    asked.journal.undo()
    asked.settle()
    assert asked.about is None
    asked.journal.redo()
    asked.settle()
    assert asked.about == FAR


def test_it_asks_no_more_once_it_is_said_in_another_way(asked: Asked) -> None:
    asked.log(FAR)
    better = replace(FAR, closeness=6)
    asked.journal.apply(Action.EDIT, edit(FAR, better))
    asked.settle()
    assert asked.about is None
    asked.journal.apply(Action.DELETE, delete(better))
    asked.settle()
    assert asked.about is None


def test_it_can_be_left_this_time(asked: Asked) -> None:
    asked.log(FAR)
    assert asked.panel is not None
    asked.panel.form.leave_button.click()
    asked.settle()
    assert asked.about is None
    again = contact(TODAY, time="13:00", closeness=1)
    asked.log(again)
    assert asked.about == again


def test_it_can_be_left_for_good(asked: Asked) -> None:
    asked.log(FAR)
    assert asked.panel is not None
    asked.panel.form.off_button.click()
    asked.settle()
    assert asked.about is None
    assert asked.journal.setting(CAUSES_ASKED) is False
    asked.log(contact(TODAY, time="13:00", closeness=1))
    assert asked.about is None


@pytest.mark.parametrize("reason", [PauseReason.BOUNDARY, PauseReason.GRIEF])
def test_it_is_quiet_while_one_keeps_a_distance_or_grieves(asked: Asked, reason: PauseReason) -> None:
    asked.log(FAR)
    assert asked.about == FAR
    asked.journal.apply(Action.PAUSE, add(Pause(id="p", reason=reason, start=TODAY)))
    asked.settle()
    assert asked.about is None


def test_it_is_not_asked_where_that_was_switched_off(asked: Asked) -> None:
    asked.journal.apply(Action.SETTING, add(Setting(id=CAUSES_ASKED.id, value="no")))
    asked.log(FAR)
    assert asked.panel is None


def test_tab_comes_to_the_causes_from_what_stands_above(asked: Asked) -> None:
    asked.log(FAR)
    assert asked.panel is not None
    form = asked.panel.form
    order, widget = [], asked.page.gap.form.more_button.nextInFocusChain()
    while widget is not asked.page.gap.form.more_button:
        assert widget is not None
        order.append(widget)
        widget = widget.nextInFocusChain()
    stops = [form.leave_button, *form.causes.chips.values(), form.off_button]
    assert [one for one in order if one in stops] == stops
    assert order.index(form.off_button) < order.index(asked.page.topics.form.new_topic)
