from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.glance import LOOKED_AT, glance
from reconnect_desktop.domain.records import Pause, PauseReason
from tests.making import TODAY, ago, contact, mood, rated, topic


def test_an_empty_journal_is_empty() -> None:
    seen = glance([], [], [], TODAY)
    assert seen.is_empty
    assert not seen.all_is_as_usual
    assert seen.win is None
    assert seen.mood is None


def test_the_last_is_the_newest_up_to_today() -> None:
    tomorrow = contact(TODAY + timedelta(days=1))
    seen = glance([contact(ago(9)), tomorrow, contact(ago(2))], [], [], TODAY)
    assert seen.last == contact(ago(2))
    assert seen.gap.days_since == 2


def test_the_last_win_is_the_newest_that_says_something() -> None:
    calls = [contact(ago(9), win="She laughed"), contact(ago(5), win="We sang"), contact(ago(1), win="  ")]
    seen = glance(calls, [], [], TODAY)
    assert seen.win is not None
    assert seen.win.win == "We sang"


def test_topics_are_open_ones_oldest_first_and_those_done_today() -> None:
    topics = [
        topic("garden", added=ago(1)),
        topic("trip", added=ago(9)),
        topic("knee", added=ago(20), done=ago(3)),
        topic("recipe", added=ago(4), done=TODAY),
    ]
    seen = glance([], topics, [], TODAY)
    assert [one.text for one in seen.topics] == ["trip", "garden"]
    assert [one.text for one in seen.topics_done] == ["recipe"]


def test_the_mood_is_todays_last_one() -> None:
    seen = glance([], [], [mood(2, ago(1)), mood(4, TODAY, "20:00"), mood(3, TODAY, "08:00")], TODAY)
    assert seen.mood is not None
    assert seen.mood.mood == 4
    assert glance([], [], [mood(2, ago(1))], TODAY).mood is None


def test_all_is_as_usual_only_when_both_are() -> None:
    calls = rated([5] * 12)
    assert glance(calls, [], [], TODAY).all_is_as_usual
    assert glance(calls, [], [], TODAY + timedelta(days=10)).all_is_as_usual
    assert not glance(calls, [], [], TODAY + timedelta(days=11)).all_is_as_usual
    assert not glance(rated([5] * 9 + [4, 4, 4]), [], [], TODAY).all_is_as_usual
    assert not glance(rated([5] * 8), [], [], TODAY).all_is_as_usual


@given(st.lists(st.integers(1, 7), min_size=LOOKED_AT, max_size=LOOKED_AT + 20))
def test_what_lies_beyond_the_last_200_is_not_looked_at(ratings: list[int]) -> None:
    calls = rated(ratings, every=1)
    assert glance(calls, [], [], TODAY) == glance(calls[-LOOKED_AT:], [], [], TODAY)


def test_a_trip_that_was_declared_leaves_all_as_usual() -> None:
    calls = rated([6] * 20, today=ago(20))
    trip = Pause(id="1", reason=PauseReason.TRAVEL, start=ago(17), end=ago(1))
    assert not glance(calls, [], [], TODAY).all_is_as_usual
    assert glance(calls, [], [], TODAY, pauses=[trip]).all_is_as_usual
