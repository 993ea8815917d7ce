"""Interactions as lean as the charts need them are the same ones, and damage in them is found."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add, delete
from reconnect_desktop.domain.errors import JournalDamaged
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.records import Pause, PauseReason, Setting
from reconnect_desktop.domain.rhythm import read_rhythm
from reconnect_desktop.domain.tellings import telling
from reconnect_desktop.domain.trends.sources import Sources
from reconnect_desktop.domain.when import EARLIEST, LATEST
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage.connection import FILE_NAME, connect
from tests.fakes import FakeClock
from tests.making import TODAY, ago, contact, mood
from tests.strategies import interactions
from tests.trends_making import point


@given(found=st.lists(interactions(), max_size=5, unique_by=lambda one: one.id))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_points_are_the_interactions_made_lean_oldest_first(
    journal: Journal, found: list[Interaction]
) -> None:
    journal.apply(Action.IMPORT, *(add(one) for one in found))
    ordered = sorted(found, key=lambda one: one.day_key)
    assert journal.points() == [point(one) for one in ordered]
    assert journal.tellings(EARLIEST.date(), LATEST.date()) == [telling(one) for one in ordered]
    journal.apply(Action.DELETE, *(delete(one) for one in found))


@pytest.mark.parametrize(
    "damage",
    [
        "local = '2026-13-40 12:00:00'",
        "local = 7",
        "logged_local = 'yesterday'",
        "medium = 'pigeon'",
        "minutes = -1",
        "closeness = 8",
        "closeness = 'close'",
        "mood = x'00'",
        "tags = x'00'",
    ],
)
def test_a_damaged_row_is_told(tmp_path: Path, clock: FakeClock, damage: str) -> None:
    journal = Journal.open(tmp_path / "damaged", clock)
    journal.apply(Action.LOG, add(contact(ago(2), closeness=4)))
    journal.close()
    connection = connect(tmp_path / "damaged" / FILE_NAME)
    connection.execute(f"UPDATE interactions SET {damage}")  # one of the above
    connection.close()
    journal = Journal.open(tmp_path / "damaged", clock)
    with pytest.raises(JournalDamaged):
        journal.points()
    journal.close()


@pytest.mark.parametrize("damage", ["local = '2026-13-40 12:00:00'", "local = 7", "local = ''"])
def test_a_month_that_none_is_is_told_as_damage(tmp_path: Path, clock: FakeClock, damage: str) -> None:
    journal = Journal.open(tmp_path / "damaged", clock)
    journal.apply(Action.MOOD, add(mood(4, ago(2))))
    assert journal.months() == [Month(2026, 11)]
    journal.close()
    connection = connect(tmp_path / "damaged" / FILE_NAME)
    connection.execute(f"UPDATE moods SET {damage}")  # one of the above
    connection.close()
    journal = Journal.open(tmp_path / "damaged", clock)
    with pytest.raises(JournalDamaged):
        journal.months()
    journal.close()


def test_the_charts_are_made_from_everything_up_to_today(journal: Journal) -> None:
    before, late = contact(ago(9)), contact(TODAY, time="23:59")
    ahead = contact(ago(-1), time="00:00", logged=late.when)
    checked_in = mood(4, ago(3))
    pause = Pause(id="p", reason=PauseReason.TRAVEL, start=ago(5), end=ago(4))
    rhythm = Setting(id="rhythm", value="any 7 14")
    assert journal.trend_sources() == Sources(today=TODAY, points=())
    journal.keep(*(add(one) for one in (before, late, ahead, checked_in, pause, rhythm)))
    assert journal.trend_sources() == Sources(
        today=TODAY,
        points=(point(before), point(late)),
        moods=(checked_in,),
        pauses=(pause,),
        rhythm=read_rhythm(rhythm.value),
    )


def test_today_is_where_the_computer_is_now(tmp_path: Path) -> None:
    moved = Journal.open(tmp_path / "moved", FakeClock("2026-11-21T23:00:00-10:00", "Pacific/Honolulu"))
    moved.keep(add(contact(TODAY)), add(contact(ago(1))))
    assert [one.local.date() for one in moved.trend_sources().points] == [ago(1)]
    moved.close()
