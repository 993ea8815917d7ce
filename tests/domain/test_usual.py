from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain import usual
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.records import Pause, PauseReason
from tests.making import TODAY, ago, contact, rated

RATINGS = st.lists(st.integers(1, 7), max_size=40)
DAYS = st.lists(st.integers(0, 900), max_size=40, unique=True)


def _contacts(days: list[int], ratings: list[int] | None = None) -> list[Interaction]:
    ratings = ratings or []
    return [
        contact(ago(day), closeness=ratings[place] if place < len(ratings) else None)
        for place, day in enumerate(days)
    ]


def test_without_ratings_nothing_is_said() -> None:
    found = usual.closeness([contact(TODAY)], TODAY)
    assert found == usual.Closeness(recent=None, usual=None, rated=0, missing=9)


@pytest.mark.parametrize(("ratings", "recent"), [([5], 5), ([5, 4], 4.5), ([1, 1, 2, 4, 5, 5], 4)])
def test_lately_is_the_mean_of_the_last_four_or_fewer(ratings: list[int], recent: float) -> None:
    found = usual.closeness(rated(ratings), TODAY)
    assert found.recent == recent
    assert found.usual is None
    assert found.missing == 9 - len(ratings)


def test_the_usual_takes_five_ratings_before_the_last_four() -> None:
    assert usual.closeness(rated([6] * 8), TODAY).usual is None
    found = usual.closeness(rated([6] * 5 + [2] * 4), TODAY)
    assert found.recent == 2
    assert found.usual == pytest.approx(6)
    assert found.missing == 0


def test_a_rating_sixty_before_weighs_half() -> None:
    assert usual.fading(61, 60)[0] == pytest.approx(0.5)
    assert usual.fading(61, 60)[-1] == 1


def test_unrated_ones_neither_count_nor_break_the_window() -> None:
    calls = rated([6] * 5 + [2] * 4)
    between = [contact(ago(3), medium=Medium.MESSAGE), contact(ago(10), medium=Medium.MESSAGE)]
    assert usual.closeness(calls + between, TODAY) == usual.closeness(calls, TODAY)


@given(RATINGS, st.randoms(use_true_random=False))
def test_order_does_not_matter(ratings: list[int], dice: random.Random) -> None:
    calls = rated(ratings)
    shuffled = list(calls)
    dice.shuffle(shuffled)
    assert usual.closeness(shuffled, TODAY) == usual.closeness(calls, TODAY)
    assert usual.gap(shuffled, TODAY) == usual.gap(calls, TODAY)


@given(RATINGS, st.integers(0, 200))
def test_the_future_is_not_looked_at(ratings: list[int], back: int) -> None:
    calls, day = rated(ratings), ago(back)
    known = [call for call in calls if call.when.day <= day]
    assert usual.closeness(calls, day) == usual.closeness(known, day)
    assert usual.gap(calls, day) == usual.gap(known, day)


@given(DAYS, RATINGS, st.integers(-4000, 4000))
def test_moving_everything_in_time_changes_nothing(days: list[int], ratings: list[int], by: int) -> None:
    here = _contacts(days, ratings)
    moved_to = TODAY + timedelta(days=by)
    there = [
        contact(ago(day, moved_to), closeness=call.closeness) for day, call in zip(days, here, strict=True)
    ]
    assert usual.closeness(there, moved_to) == usual.closeness(here, TODAY)
    first, second = usual.gap(here, TODAY), usual.gap(there, moved_to)
    assert (first.days_since, first.usual, first.missing) == (second.days_since, second.usual, second.missing)


@given(st.lists(st.integers(1, 6), min_size=9, max_size=40))
def test_one_step_closer_throughout_is_one_step_closer(ratings: list[int]) -> None:
    lower, higher = (usual.closeness(rated(r), TODAY) for r in (ratings, [r + 1 for r in ratings]))
    assert lower.recent is not None
    assert lower.usual is not None
    assert higher.recent == pytest.approx(lower.recent + 1)
    assert higher.usual == pytest.approx(lower.usual + 1)


@given(DAYS, RATINGS)
def test_both_usuals_lie_among_what_they_are_made_of(days: list[int], ratings: list[int]) -> None:
    calls = _contacts(days, ratings)
    closeness, gap = usual.closeness(calls, TODAY), usual.gap(calls, TODAY)
    if closeness.usual is not None:
        given_ratings = [call.closeness for call in calls if call.closeness is not None]
        assert min(given_ratings) - 1e-9 <= closeness.usual <= max(given_ratings) + 1e-9
    if gap.usual is not None:
        ordered = sorted(days)
        gaps = [after - before for before, after in pairwise(ordered)]
        assert min(gaps) <= gap.usual <= max(gaps)


def test_without_contacts_there_is_no_gap() -> None:
    assert usual.gap([], TODAY) == usual.Gap(last=None, days_since=None, usual=None, missing=4)


def test_the_usual_gap_takes_three_gaps_between_days() -> None:
    three = [contact(ago(days)) for days in (20, 13, 6)]
    assert usual.gap(three, TODAY).usual is None
    assert usual.gap(three, TODAY).missing == 1
    assert usual.gap([*three, contact(ago(5), medium=Medium.MESSAGE)], TODAY).usual == 7


def test_two_contacts_on_a_day_are_one() -> None:
    calls = [contact(ago(days)) for days in (30, 20, 10, 0)]
    twice = [contact(ago(days), time="20:00") for days in (30, 10)]
    assert usual.gap(calls + twice, TODAY) == usual.gap(calls, TODAY)


def test_days_since_are_local_days() -> None:
    late = contact(TODAY - timedelta(days=1), time="23:59")
    assert usual.gap([late], TODAY).days_since == 1
    assert usual.gap([contact(TODAY, time="00:01")], TODAY).days_since == 0


def test_one_long_trip_does_not_bend_the_usual_gap() -> None:
    calls = [contact(ago(days)) for days in range(0, 70, 7)] + [
        contact(ago(days)) for days in range(150, 220, 7)
    ]
    assert usual.gap(calls, TODAY).usual == 7


def test_an_old_rhythm_gives_way_to_the_new_one() -> None:
    weekly_for_long = [contact(ago(300 + days)) for days in range(0, 7 * 120, 7)]
    daily_since = [contact(ago(days)) for days in range(300)]
    assert usual.gap(weekly_for_long + daily_since, TODAY).usual == 1


@pytest.mark.parametrize(
    ("values", "weights", "median"),
    [
        ([3.0], [1.0], 3),
        ([1.0, 2.0], [1.0, 1.0], 1.5),
        ([1.0, 9.0], [1.0, 3.0], 9),
        ([5.0, 1.0, 2.0], [1.0] * 3, 2),
    ],
)
def test_weighted_median(values: list[float], weights: list[float], median: float) -> None:
    assert usual.weighted_median(values, weights) == median


def test_the_first_of_march_after_a_leap_day() -> None:
    assert usual.gap([contact("2028-02-28")], date(2028, 3, 1)).days_since == 2


def test_declared_pauses_are_left_out_of_the_usual_gap_and_of_what_is_held_against_it() -> None:
    calls = _contacts([10, 17, 24, 54, 61])
    trip = Pause(id="1", reason=PauseReason.TRAVEL, start=ago(50), end=ago(28))
    lately = Pause(id="2", reason=PauseReason.TRAVEL, start=ago(4))
    found = usual.gap(calls, TODAY, [trip, lately])
    assert (found.usual, found.days_since, found.counted) == (7, 10, 5)
    assert usual.gap(calls, TODAY).counted == 10
