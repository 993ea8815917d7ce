"""The interval of a median: where it lies, and that it holds the median as often as it says."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, pairwise
from random import Random
from statistics import NormalDist, mean, median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.trends.median_interval import median_interval

SCALE = range(1, 8)


def shares(level: float, spread: float) -> list[float]:
    """How common each rating is for a feeling that is rounded to the scale."""
    feeling = NormalDist(level, spread)
    below = [0.0, *(feeling.cdf(step + 0.5) for step in SCALE[:-1]), 1.0]
    return [upper - lower for lower, upper in pairwise(below)]


PEOPLE = [
    *(shares(level, spread) for level in (1.5, 2.5, 4, 4.5, 5.5, 6, 6.6, 7.2) for spread in (0.6, 1.2, 1.8)),
    [1 / 7] * 7,
    [0.3, 0.1, 0.05, 0.05, 0.1, 0.1, 0.3],
    [0.1, 0.05, 0.05, 0.1, 0.1, 0.2, 0.4],
]


@pytest.mark.parametrize(
    ("count", "rank"),
    [(1, 1), (2, 1), (5, 1), (6, 1), (7, 2), (8, 2), (12, 3), (20, 6), (120, 50), (22_000, 10_855)],
)
def test_it_goes_from_one_of_the_ordered_ratings_to_its_mirror_image(count: int, rank: int) -> None:
    assert median_interval(range(1, count + 1)) == (rank, count + 1 - rank)


def test_few_ratings_say_little_and_many_say_much() -> None:
    assert median_interval([2, 3, 5, 6, 7]) == (2, 7)
    assert median_interval(sorted([2, 3, 5, 6, 7] * 40)) == (5, 5)
    assert median_interval([7] * 5) == (7, 7)


@pytest.mark.parametrize("count", [5, 6, 8, 12, 25, 60])
def test_it_holds_the_median_in_nineteen_of_twenty_cases_whoever_rates(count: int) -> None:
    chance, held = Random(count), []
    for person in PEOPLE:
        true = bisect_left(list(accumulate(person)), 0.5) + 1
        cases = [median_interval(sorted(chance.choices(SCALE, person, k=count))) for _ in range(600)]
        held.append(mean(low <= true <= high for low, high in cases))
    # 600 cases leave 1 % open; where it fell below 93 %, it would be another interval.
    assert min(held) >= 0.93
    assert mean(held) >= 0.97


@pytest.mark.parametrize("count", [5, 9, 30])
def test_it_is_the_bayesian_bootstrap_with_lots_drawn(count: int) -> None:
    chance = Random(1)
    ratings = sorted(chance.choices(SCALE, shares(5, 1.5), k=count))
    drawn = []
    for _ in range(4000):
        weights = list(accumulate(chance.expovariate(1) for _ in ratings))
        drawn.append(ratings[bisect_left(weights, weights[-1] / 2)])
    drawn.sort()
    low, high = median_interval(ratings)
    assert mean(it < low for it in drawn) <= 0.033
    assert mean(it <= low for it in drawn) > 0.02
    assert mean(it > high for it in drawn) <= 0.033
    assert mean(it >= high for it in drawn) > 0.02


@given(st.lists(st.sampled_from(SCALE), min_size=1, max_size=300).map(sorted))
def test_the_median_lies_in_it(ratings: list[int]) -> None:
    low, high = median_interval(ratings)
    assert ratings[0] <= low <= median(ratings) <= high <= ratings[-1]
