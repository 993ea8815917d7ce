"""A difference is told from chance as the textbooks do it, and with nothing changed arrows are seldom."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, datetime, timedelta
from itertools import combinations
from math import comb
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.review import noise
from reconnect_desktop.domain.review.comparing import Beside, compare
from reconnect_desktop.domain.review.month_review import Arrow, Measure
from reconnect_desktop.domain.review.tally import Days, tallies
from reconnect_desktop.domain.trends.sources import Point, Sources

LOT = st.lists(st.integers(1, 7), min_size=1, max_size=6)


def chance(z: float) -> float:
    return 2 * NormalDist().cdf(-abs(z))


@given(LOT, LOT)
def test_ratings_are_told_apart_by_all_ways_to_draw_them(now: list[int], then: list[int]) -> None:
    few = min((now, then), key=len)
    everything = now + then
    expected = len(few) * sum(everything) / len(everything)
    off = abs(sum(few) - expected)
    drawn = [sum(one) for one in combinations(everything, len(few))]
    exact = sum(abs(one - expected) >= off - 1e-9 for one in drawn) / len(drawn)
    assert chance(noise.of_ratings(now, then)) == pytest.approx(exact if off else 1.0, abs=1e-9)


def test_many_ratings_are_told_apart_much_as_few_are() -> None:
    few, many = [2, 3, 3, 4, 2, 3], [4, 5, 4, 6, 5, 4, 5, 5, 6, 4] * 2
    exact = noise.of_ratings(few, many)
    assert exact == pytest.approx(noise.of_ratings([*few, 3], many), abs=0.6)
    assert exact < -2
    assert noise.of_ratings(many, few) == -exact


def test_days_are_told_apart_by_the_hypergeometric_law() -> None:
    ways = [comb(30, one) * comb(30, 12 - one) / comb(60, 12) for one in range(13)]
    below = sum(ways[:2]) + ways[2] / 2
    assert chance(noise.of_days(2, 30, 10, 30)) == pytest.approx(2 * below)
    assert noise.of_days(2, 30, 10, 30) < 0 < noise.of_days(10, 30, 2, 30)
    assert noise.of_days(30, 30, 31, 31) == 0 == noise.of_days(0, 30, 0, 31)


def test_amounts_are_told_apart_by_the_binomial_law() -> None:
    ways = [comb(10, one) * 0.25**one * 0.75 ** (10 - one) for one in range(11)]
    above = sum(ways[7:]) + ways[6] / 2
    assert chance(noise.of_amounts(6, 10, 4, 30)) == pytest.approx(2 * above)
    assert noise.of_amounts(0, 10, 0, 30) == 0


def test_what_varies_much_anyway_stands_out_less() -> None:
    assert noise.spread([]) == pytest.approx(noise.PRIOR_SPREAD)
    assert noise.spread([1.0] * 12) < noise.spread([4.0] * 12)
    assert noise.SPREAD_LEAST <= noise.spread([0.0] * 12) < 0.5  # who keeps to their days
    assert abs(noise.of_days(2, 30, 10, 30, 4.0)) == pytest.approx(abs(noise.of_days(2, 30, 10, 30)) / 2)


def test_two_months_that_stood_out_themselves_are_no_yardstick() -> None:
    ordinary = [0.0, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0, 1.3, 1.6, 2.0]
    assert noise.spread([*ordinary, 40.0, 60.0]) == noise.spread([*ordinary, 4.0, 6.0])
    assert noise.spread([*ordinary, 40.0, 60.0]) < 2


def test_leaving_out_the_farthest_makes_chance_no_smaller() -> None:
    chance = random.Random(3)
    drawn = [noise.spread([chance.gauss(0, 1) ** 2 for _ in range(12)]) for _ in range(400)]
    mean = sum(drawn) / len(drawn)
    assert 1 < mean < noise.PRIOR_SPREAD  # of chance alone it is 1; the start counts for some of it


# People whose life goes on as it was

KINDS = ("now and then", "every Sunday", "every day", "in busy and quiet spells")
PEOPLE, LOOKED_AT = 22, (13, 15, 17, 19)


def _person(chance: random.Random, kind: str) -> Sources:
    """Twenty months of a life in which nothing changes; how close it feels comes in spells, as moods do."""
    first, last = date(2020, 1, 1), Month(2020, 1).ahead(19).last
    rate, base = chance.choice([1 / 2, 1 / 5, 1 / 9]), chance.uniform(3, 5.5)
    busy = felt = mood = 0.0
    points: list[Point] = []
    for ahead in range((last - first).days + 1):
        day = first + timedelta(days=ahead)
        busy = 0.93 * busy + chance.gauss(0, 0.25)
        happens = {
            "now and then": rate,
            "every Sunday": 0.9 * (day.weekday() == 6),
            "every day": 0.93,
            "in busy and quiet spells": rate * 2.72 ** min(busy, 1.2) / 1.25,
        }[kind]
        if chance.random() >= happens:
            continue
        felt, mood = 0.6 * felt + chance.gauss(0, 0.7), 0.5 * mood + chance.gauss(0, 0.6)
        rated = max(1, min(7, round(base + felt))) if chance.random() < 0.8 else None
        noted = max(1, min(5, round(3 + mood))) if chance.random() < 0.5 else None
        points.append(_point(day, chance, rated, noted))
    return Sources(today=last, points=tuple(points))


def _point(day: date, chance: random.Random, closeness: int | None, mood: int | None) -> Point:
    medium = chance.choice([Medium.CALL, Medium.CALL, Medium.MESSAGE, Medium.VISIT])
    lengths = {Medium.CALL: (3.0, 0.6), Medium.VISIT: (4.7, 0.5)}
    minutes = max(1, round(chance.lognormvariate(*lengths[medium]))) if medium in lengths else None
    local = datetime(day.year, day.month, day.day, 18)
    return Point(local, day.toordinal() * 86_400, day.isoformat(), day, medium, minutes, closeness, mood, ())


@pytest.mark.parametrize("kind", KINDS)
def test_with_nothing_changed_arrows_show_in_about_one_month_of_ten_at_most(kind: str) -> None:
    chance = random.Random(f"{kind} 11")
    shown: Counter[Measure] = Counter()
    for _ in range(PEOPLE):
        sources = _person(chance, kind)
        days = Days(sources)
        for place in LOOKED_AT:
            month = Month(2020, 1).ahead(place)
            there = tallies(sources, days, [month.ahead(-ago) for ago in range(12, -1, -1)])
            *usual, now = there.values()
            gaps = days.gaps(usual[0].month.first, usual[-1].month.last)
            rows = compare(Beside(now=now, before=usual[-1], usual=usual, gaps=gaps))
            shown.update(row.measure for row in rows if {row.beside_before, row.beside_usual} != {Arrow.NONE})
    months = PEOPLE * len(LOOKED_AT)
    assert max(shown.values(), default=0) <= 0.1 * months + 2 * (0.1 * 0.9 * months) ** 0.5
