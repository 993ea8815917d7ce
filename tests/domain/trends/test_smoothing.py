"""The smoothed line: it finds what is there, says how sure it is, and keeps quiet where nothing is known."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise
from math import erf, exp, pi, sin, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconnect_desktop.domain.trends.closeness import Curve
from reconnect_desktop.domain.trends.local_fit import Bin, LocalFit
from reconnect_desktop.domain.trends.smoothing import HOLE_DAYS, smooth
from reconnect_desktop.domain.trends.student import student

SCALE = range(1, 8)
START = 739_000.0
YEAR = 365.0
SPREAD = 1.2

Course = Callable[[float], float]


def wave(day: float) -> float:
    return 4.5 + sin(2 * pi * day / YEAR)


def fall(day: float) -> float:
    return 5.6 if day < 180 else 3.8


def level(day: float) -> float:
    return 5.0


def lived(course: Course, count: int, seed: int, *, spells: bool = False) -> tuple[list[float], list[int]]:
    """Ratings at irregular times of a year; with spells, half of their spread lasts for days."""
    dice = random.Random(seed)
    days = sorted(dice.uniform(0, YEAR) for _ in range(count))
    ratings, spell, before = [], 0.0, -YEAR
    for day in days:
        kept = exp((before - day) / 5) if spells else 0.0
        spell, before = kept * spell + sqrt(1 - kept * kept) * dice.gauss(0, 1), day
        noise = (spell + dice.gauss(0, 1)) / sqrt(2)
        ratings.append(min(7, max(1, round(course(day) + SPREAD * noise))))
    return [START + day for day in days], ratings


def mean_rating(course: Course, day: float) -> float:
    """What ratings made like this are on average, the scale being bounded and in steps."""

    def below(step: float) -> float:
        return (1 + erf((step - course(day)) / SPREAD / sqrt(2))) / 2

    return 7 - sum(below(step + 0.5) for step in range(1, 7))


def line(days: list[float], ratings: list[int], length: float = YEAR) -> tuple[Curve, ...]:
    return smooth(days, ratings, SCALE, span=(START, START + length))


def at(curve: Curve, day: float) -> int:
    return min(range(len(curve.at)), key=lambda place: abs(curve.at[place] - START - day))


def test_a_slow_wave_is_found() -> None:
    off = []
    for seed in range(5):
        (curve,) = line(*lived(wave, 200, seed))
        off += [
            abs(mine - mean_rating(wave, day - START))
            for day, mine in zip(curve.at, curve.middle, strict=True)
        ]
        assert curve.middle[at(curve, YEAR / 4)] - curve.middle[at(curve, 3 * YEAR / 4)] > 1
    assert sum(off) / len(off) < 0.25


def test_ups_and_downs_are_not_smoothed_away() -> None:
    """One smooth line through all of it is hardly worse than one that follows a little: only a close one is good."""

    def waves(day: float) -> float:
        return 4.5 + sin(8 * pi * day / YEAR)

    (curve,) = line(*lived(waves, 300, 1))
    highs = [curve.middle[at(curve, (1 + 4 * place) * YEAR / 16)] for place in range(4)]
    lows = [curve.middle[at(curve, (3 + 4 * place) * YEAR / 16)] for place in range(4)]
    assert min(highs) - max(lows) > 0.4


def test_a_fall_is_found_and_not_long_before_or_after() -> None:
    (curve,) = line(*lived(fall, 200, 2))
    assert curve.middle[at(curve, 140)] > 5
    assert curve.middle[at(curve, 220)] < 4.3
    middle = (mean_rating(fall, 0) + mean_rating(fall, YEAR)) / 2
    (crossed,) = [
        day
        for day, (one, other) in zip(curve.at, pairwise(curve.middle), strict=False)
        if one >= middle > other
    ]
    assert abs(crossed - START - 180) < 15


@pytest.mark.parametrize(
    ("course", "count", "spells", "least"),
    [
        (level, 52, False, 0.92),
        (level, 52, True, 0.9),
        (wave, 52, False, 0.9),
        (wave, 150, True, 0.87),
        (fall, 100, False, 0.88),
    ],
    ids=["weekly", "weekly, in spells", "a wave", "a wave in spells", "a fall"],
)
def test_the_band_holds_the_truth_about_as_often_as_it_says(
    course: Course, count: int, spells: bool, least: float
) -> None:
    inside = places = 0
    for seed in range(26):
        for curve in line(*lived(course, count, seed, spells=spells)):
            for day, _, low, high in list(zip(*curve, strict=True))[::12]:
                if course is fall and abs(day - START - 180) < 25:
                    continue  # no line falls as steeply as that
                inside += low <= mean_rating(course, day - START) <= high
                places += 1
    assert least < inside / places < 0.995


@pytest.mark.parametrize("always", [1, 4, 7])
def test_the_same_rating_for_ever_is_a_flat_line_that_is_not_too_sure(always: int) -> None:
    days = [START + 6.0 * place for place in range(60)]
    (curve,) = line(days, [always] * 60)
    assert curve.middle == pytest.approx([always] * len(curve.middle), abs=1e-6)
    widths = [high - low for low, high in zip(curve.low, curve.high, strict=True)]
    assert all(0.05 < width < 1 for width in widths)


def test_few_ratings_leave_much_open_and_many_little() -> None:
    def width(count: int) -> float:
        (curve,) = line(*lived(level, count, 3))
        place = at(curve, YEAR / 2)
        return curve.high[place] - curve.low[place]

    assert width(12) > 1.5 * width(100)
    assert width(12) < 3


@pytest.mark.parametrize("count", [0, 1, 3, 5])
def test_too_few_ratings_make_no_line(count: int) -> None:
    assert line(*lived(level, count, 4)) == ()


def test_ratings_of_one_evening_make_no_line() -> None:
    assert line([START + 200.8] * 30, [5, 6] * 15) == ()
    assert line([START + 200 + place / 50 for place in range(30)], [5, 6] * 15) == ()


def test_twenty_ratings_of_one_evening_say_less_than_of_twenty_weeks() -> None:
    days = [START + 7.0 * place for place in range(52)]
    evening = [*days, *[days[26]] * 20]
    (curve,) = line(sorted(evening), [5] * 26 + [1] * 21 + [5] * 25)
    assert curve.middle[at(curve, 26 * 7)] > 3.5


def test_five_years_of_nothing_are_not_bridged() -> None:
    hole = 5 * YEAR
    days, ratings = lived(wave, 60, 5)
    later = [day + YEAR + hole for day in days]
    early, late = line(days + later, ratings + ratings, 2 * YEAR + hole)
    assert (early.at[0], early.at[-1]) == pytest.approx((days[0], days[-1]))
    assert (late.at[0], late.at[-1]) == pytest.approx((later[0], later[-1]))
    alone = line(days, ratings, 2 * YEAR + hole)[0]
    assert early.middle == pytest.approx(alone.middle)


def test_the_line_breaks_where_nothing_was_rated_for_longer_than_the_hole_that_is_told() -> None:
    def pieces(hole: float) -> int:
        days = [START + 7.0 * place for place in range(20)]
        return len(line([*days, *[day + days[-1] - START + hole for day in days]], [4, 5] * 20))

    assert (pieces(HOLE_DAYS), pieces(HOLE_DAYS + 1)) == (1, 2)


def test_who_rates_every_two_months_has_a_line_too() -> None:
    days = [START + 61.0 * place for place in range(24)]
    assert len(line(days, [4, 5, 6] * 8, 4 * YEAR)) == 1


def test_ratings_shortly_outside_inform_the_ends_and_far_ones_do_not() -> None:
    days, ratings = lived(wave, 120, 6)
    span = (START + 120, START + 240)
    wide = smooth(days, ratings, SCALE, span=span)
    within = [place for place, day in enumerate(days) if span[0] <= day <= span[1]]
    narrow = smooth([days[place] for place in within], [ratings[place] for place in within], SCALE, span=span)
    (seen,), (alone,) = wide, narrow
    assert (seen.at[0], seen.at[-1]) == pytest.approx(span)
    assert seen.high[0] - seen.low[0] < alone.high[0] - alone.low[0]
    far = smooth([*days, START + 3000], [*ratings, 1], SCALE, span=span)
    assert far == wide


def test_ratings_that_jump_from_day_to_day_have_a_line() -> None:
    days = [0, 16, 61, 62, 65, 94, 95, 95, 104, 106, 107, 109, 113, 113, 118, 119]
    ratings = [5, 1, 1, 5, 7, 5, 1, 1, 1, 4, 1, 7, 5, 7, 7, 7]
    (curve,) = smooth([START + day for day in days], ratings, SCALE, span=(START + 27.5, START + 119.5))
    assert all(1 <= low <= middle <= high <= 7 for _, middle, low, high in zip(*curve, strict=True))
    assert curve.middle[-1] > 6


def test_where_no_slope_is_found_the_level_alone_is_told() -> None:
    jump = [Bin(0.001, 0.67, 0.071, 0.0), Bin(0.024, 0.65, 0.643, 0.4), Bin(0.094, 0.72, 0.929, 0.9)]
    later = [Bin(0.767, 0.09, 0.643, 0.4), Bin(0.79, 0.14, 0.071, 0.0)]
    fitted = LocalFit([*jump, *later], 1.0).along([0.0, 0.5, 1.0], 1.0)
    assert all(0.05 < mean < 0.95 for mean, _ in fitted.means([0.0, 0.5, 1.0]))


def test_another_scale() -> None:
    days = [START + 5.0 * place for place in range(40)]
    (curve,) = smooth(days, [5] * 40, range(1, 6), span=(START, START + 200))
    assert curve.middle == pytest.approx([5] * len(curve.middle), abs=1e-6)
    assert min(curve.low) >= 1


RATED = st.lists(st.tuples(st.floats(-100, 500, allow_nan=False), st.integers(1, 7)), max_size=60)


@settings(deadline=None, max_examples=30)
@given(RATED, st.sampled_from([0.5, 30.0, 90.0, YEAR]))
def test_line_and_band_stay_within_the_scale_and_the_span(
    rated: list[tuple[float, int]], length: float
) -> None:
    curves = line([START + day for day, _ in rated], [value for _, value in rated], length)
    for curve in curves:
        assert all(1 <= low <= middle <= high <= 7 for _, middle, low, high in zip(*curve, strict=True))
        assert list(curve.at) == sorted(set(curve.at))
        assert START - 1e-6 <= curve.at[0] < curve.at[-1] <= START + length + 1e-6
    assert all(one.at[-1] < other.at[0] for one, other in pairwise(curves))


@settings(deadline=None, max_examples=25)
@given(RATED, st.randoms(use_true_random=False), st.integers(-20_000, 20_000))
def test_neither_the_order_nor_the_date_matters(
    rated: list[tuple[float, int]], dice: random.Random, by: int
) -> None:
    days, ratings = [START + day for day, _ in rated], [value for _, value in rated]
    here = line(days, ratings)
    places = list(range(len(days)))
    dice.shuffle(places)
    assert line([days[place] for place in places], [ratings[place] for place in places]) == here
    there = smooth([day + by for day in days], ratings, SCALE, span=(START + by, START + by + YEAR))
    assert len(there) == len(here)
    for mine, moved in zip(here, there, strict=True):
        assert moved.at == pytest.approx([day + by for day in mine.at])
        assert moved.middle == pytest.approx(mine.middle, abs=1e-3)
        assert moved.low == pytest.approx(mine.low, abs=1e-3)


@pytest.mark.parametrize(
    ("freedom", "quantile"), [(3, 3.182), (5, 2.571), (10, 2.228), (60, 2.0), (1e6, 1.96)]
)
def test_the_quantiles_of_student_are_those_of_the_tables(freedom: float, quantile: float) -> None:
    assert student(freedom) == pytest.approx(quantile, abs=0.03 if freedom < 5 else 0.004)
