"""What goes with feeling close: what is grouped how, what is too little, and which days are left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from statistics import median
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.trends.drained import drained_days
from reconnect_desktop.domain.trends.going_with import (
    LEAST,
    By,
    GoingWithCloseness,
    Group,
    LengthClass,
    PartOfDay,
    going_with_closeness,
)
from reconnect_desktop.domain.trends.grouping import length_class, part_of_day
from reconnect_desktop.domain.trends.sources import Sources
from reconnect_desktop.domain.trends.span import Span, everything, own, points_in, three_months
from tests.making import TODAY, ago, contact, mood
from tests.trends_making import (
    JOURNALS,
    all_seven,
    empty,
    four_hundred,
    moved_zones,
    one_medium,
    sources,
    three,
    unrated,
)

FOUR_YEARS = four_hundred()
QUARTER = three_months(TODAY)


def some(*ratings: int, first: int = 0, **fields: Any) -> list[Interaction]:
    """A contact a day with these ratings, alike in all else."""
    return [
        contact(ago(first + place), closeness=rating, id=f"{first}-{place}", **fields)
        for place, rating in enumerate(ratings)
    ]


def keys(found: GoingWithCloseness, by: By) -> list[str]:
    return [group.key for group in found.groups if group.by is by]


@pytest.mark.parametrize("lived", [empty(), unrated()])
def test_without_ratings_nothing_is_said(lived: Sources) -> None:
    found = going_with_closeness(lived, everything(lived))
    assert (found.groups, found.overall, found.count, found.left_out) == ((), None, 0, 0)
    assert found.too_few == dict.fromkeys(By, ())


def test_below_five_ratings_a_group_is_named_and_no_more() -> None:
    found = going_with_closeness(three(), QUARTER)
    assert (found.groups, found.overall, found.count) == ((), 5.0, 3)
    assert found.too_few[By.MEDIUM] == ("call",)
    assert found.too_few[By.PART_OF_DAY] == ("afternoon",)
    assert found.too_few[By.LENGTH] == found.too_few[By.TAG] == ()


def test_a_group_tells_its_median_how_surely_and_of_how_many() -> None:
    found = going_with_closeness(sources(*some(2, 3, 5, 6, 6, medium=Medium.VISIT)), QUARTER)
    assert found.groups[0] == Group(By.MEDIUM, "visit", 5.0, 2.0, 6.0, LEAST)


def test_the_closest_come_first_by_median_then_mean_then_count() -> None:
    lived = sources(
        *some(5, 5, 5, 5, 5, medium=Medium.CALL),
        *some(6, 6, 6, 6, 6, medium=Medium.LETTER, first=10),
        *some(4, 5, 5, 6, 7, medium=Medium.VISIT, first=20),
        *some(5, 5, 5, 5, 5, 5, medium=Medium.MESSAGE, first=30),
    )
    assert keys(going_with_closeness(lived, QUARTER), By.MEDIUM) == ["letter", "visit", "message", "call"]


def test_kinds_come_in_their_order() -> None:
    found = going_with_closeness(FOUR_YEARS, everything(FOUR_YEARS))
    assert list(dict.fromkeys(group.by for group in found.groups)) == list(By)


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        *((0, LengthClass.BRIEF), (9, LengthClass.BRIEF), (10, LengthClass.SHORT), (29, LengthClass.SHORT)),
        *(
            (30, LengthClass.LONG),
            (59, LengthClass.LONG),
            (60, LengthClass.VERY_LONG),
            (1440, LengthClass.VERY_LONG),
        ),
    ],
)
def test_lengths_have_four_classes(minutes: int, expected: LengthClass) -> None:
    assert length_class(minutes) is expected


@pytest.mark.parametrize(
    ("hour", "expected"),
    [
        *((0, PartOfDay.NIGHT), (4, PartOfDay.NIGHT), (5, PartOfDay.MORNING), (11, PartOfDay.MORNING)),
        *((12, PartOfDay.AFTERNOON), (16, PartOfDay.AFTERNOON), (17, PartOfDay.EVENING)),
        *((21, PartOfDay.EVENING), (22, PartOfDay.NIGHT), (23, PartOfDay.NIGHT)),
    ],
)
def test_the_day_has_four_parts(hour: int, expected: PartOfDay) -> None:
    assert part_of_day(hour) is expected


def test_the_hour_is_that_of_the_place_where_it_was_lived() -> None:
    lived = moved_zones()
    assert keys(going_with_closeness(lived, everything(lived)), By.PART_OF_DAY) == ["night"]


def test_tags_are_one_whatever_their_case_and_are_spelled_as_most_often() -> None:
    lived = sources(
        *some(4, 4, tags=("Garden",)),
        *some(6, 6, 6, first=10, tags=("garden",)),
        *some(1, first=20, tags=("GARDEN",)),
    )
    (group,) = (one for one in going_with_closeness(lived, QUARTER).groups if one.by is By.TAG)
    assert (group.key, group.count, group.median) == ("garden", 6, 5.0)


def test_of_many_tags_those_with_the_most_ratings_are_looked_at() -> None:
    lived = [
        one
        for place in range(20)
        for one in some(*[5] * (place // 2 + 1), first=0, tags=(f"tag {place:02}",), time=f"10:{place:02}")
    ]
    lived = [replace(one, id=f"{place}") for place, one in enumerate(lived)]
    found = going_with_closeness(sources(*lived), QUARTER)
    looked_at = {*keys(found, By.TAG), *found.too_few[By.TAG]}
    assert looked_at == {f"tag {place:02}" for place in range(8, 20)}
    assert len(keys(found, By.TAG)) == 12
    few = going_with_closeness(sources(*(one for one in lived if one.tags < ("tag 10",))), QUARTER)
    assert few.too_few[By.TAG] == tuple(f"tag {place:02}" for place in (6, 7, 4, 5, 2, 3, 0, 1))


def test_hostile_tags_are_words_like_others() -> None:
    odd = ("$x$ <b>&", "அம்மா 👩‍👧", "\u202emom")
    found = going_with_closeness(sources(*some(3, 4, 5, 6, 7, tags=odd)), QUARTER)
    assert sorted(keys(found, By.TAG)) == sorted(odd)


@pytest.mark.parametrize(
    ("drained", "expected"),
    [
        (contact(ago(3), mood=2), True),
        (contact(ago(3), mood=3), False),
        (contact(ago(3), mood=5, tags=("Outside Stress",)), True),
        (contact(ago(3), tags=("Drained",)), True),
        (contact(ago(3), tags=("garden",)), False),
    ],
)
def test_a_day_is_one_on_which_i_was_drained_by_a_low_mood_or_a_tag(
    drained: Interaction, expected: bool
) -> None:
    found = drained_days(sources(drained).points, ())
    assert found == ({ago(3)} if expected else set())
    assert drained_days((), [mood(1, ago(5)), mood(2, ago(6)), mood(3, ago(7))]) == {ago(5), ago(6)}


def test_days_on_which_i_was_drained_are_left_out_if_asked() -> None:
    lived = sources(
        *some(6, 6, 6, 6, 6, 6),
        contact(ago(1), time="20:00", closeness=2, mood=1),
        contact(ago(2), time="20:00", tags=("burnout",)),
        moods=[mood(1, ago(3)), mood(4, ago(4)), mood(1, ago(500))],
    )
    all_of_it = going_with_closeness(lived, QUARTER)
    assert (all_of_it.count, all_of_it.left_out, all_of_it.drained_left_out) == (7, 0, False)
    rest = going_with_closeness(lived, QUARTER, without_drained=True)
    assert (rest.count, rest.left_out, rest.drained_left_out) == (3, 4, True)
    assert rest.overall == 6.0
    assert rest.too_few[By.MEDIUM] == ("call",)


def test_all_sevens_and_one_medium_are_told_plainly() -> None:
    close = going_with_closeness(all_seven(), everything(all_seven()))
    assert {(group.median, group.low, group.high) for group in close.groups} == {(7.0, 7.0, 7.0)}
    assert keys(going_with_closeness(one_medium(), everything(one_medium())), By.MEDIUM) == ["visit"]


@given(st.integers(-50, 1700), st.integers(-50, 1700), st.booleans())
def test_no_rating_of_any_span_is_lost(one: int, other: int, without_drained: bool) -> None:
    span = own(ago(max(one, other)), ago(min(one, other)))
    found = going_with_closeness(FOUR_YEARS, span, without_drained=without_drained)
    ratings = [point.closeness for point in points_in(FOUR_YEARS, span) if point.closeness]
    assert found.count + found.left_out == len(ratings)
    for by in (By.MEDIUM, By.PART_OF_DAY):
        told = sum(group.count for group in found.groups if group.by is by)
        assert 0 <= found.count - told <= (LEAST - 1) * len(found.too_few[by])
    assert all(group.low <= group.median <= group.high and group.count >= LEAST for group in found.groups)
    if not without_drained:
        assert found.overall == (median(ratings) if ratings else None)


@pytest.mark.parametrize("name", list(JOURNALS))
def test_any_journal_can_be_told(name: str) -> None:
    lived = JOURNALS[name]()
    found = going_with_closeness(lived, everything(lived), without_drained=True)
    assert found.count <= len(lived.points)


def test_a_hundred_thousand_are_told_too() -> None:
    (_, _, first) = three().points
    many = tuple(
        first._replace(local=first.local - timedelta(minutes=9 * place), closeness=1 + place % 7)
        for place in range(99_999, -1, -1)
    )
    found = going_with_closeness(replace(three(), points=many), Span(ago(700), TODAY))
    assert (found.count, found.overall) == (100_000, 4.0)
    assert {(group.low, group.high) for group in found.groups} == {(4.0, 4.0)}
