"""The days in touch, one cell each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.domain.trends.calendar import Day, calendar_of_days
from reconnect_desktop.domain.trends.closeness import Paused
from reconnect_desktop.domain.trends.span import Span, everything, own, points_in, three_months
from tests.making import TODAY, ago, contact, when
from tests.trends_making import (
    JOURNALS,
    all_seven,
    empty,
    four_hundred,
    moved_zones,
    one,
    sources,
    unrated,
)

FOUR_YEARS = four_hundred()


def _closeness(*ratings: int | None) -> int | None:
    there = sources(
        *(contact(TODAY, time=f"12:{place:02}", closeness=it) for place, it in enumerate(ratings))
    )
    (day,) = calendar_of_days(there, Span(TODAY, TODAY)).days
    assert (day.contacts, day.rated) == (len(ratings), sum(it is not None for it in ratings))
    return day.closeness


def test_without_contacts_no_day_is_counted() -> None:
    found = calendar_of_days(empty(), three_months(TODAY))
    assert (found.days, found.counted) == ((), 0)


def test_a_day_is_as_close_as_the_middle_of_its_ratings() -> None:
    assert _closeness(None) is None
    assert _closeness(2, None) == 2
    assert _closeness(1, 7, 6) == 6
    assert _closeness(3, 5) == 4


@pytest.mark.parametrize(("low", "rounded"), [(1, 1), (2, 2), (3, 3), (4, 5), (5, 6), (6, 7)])
def test_a_half_is_rounded_away_from_the_middle_of_the_scale(low: int, rounded: int) -> None:
    assert _closeness(low, low + 1) == rounded


def test_days_are_counted_from_the_first_contact_ever_to_today() -> None:
    assert calendar_of_days(one(), three_months(TODAY)).counted == 2
    assert calendar_of_days(one(), Span(ago(9), ago(-9))).counted == 2
    assert calendar_of_days(one(), Span(ago(9), ago(5))).counted == 0
    assert calendar_of_days(sources(contact(ago(500))), three_months(TODAY)).counted == 92


def test_a_day_tells_its_interactions_in_the_order_they_happened() -> None:
    late, early = contact(ago(3), time="21:00", id="a", closeness=3), contact(ago(3), time="08:00", id="b")
    (day,) = calendar_of_days(sources(late, early), three_months(TODAY)).days
    assert day == Day(ago(3), 2, 1, 3, ("b", "a"))


def test_a_day_stays_where_it_was_lived_and_does_not_move_when_it_is_written_down() -> None:
    lived = moved_zones()
    assert [day.day for day in calendar_of_days(lived, everything(lived)).days] == [
        ago(3 * place) for place in range(119, -1, -1)
    ]
    late = replace(contact(ago(10)), logged=when(TODAY))
    assert [day.day for day in calendar_of_days(sources(late), three_months(TODAY)).days] == [ago(10)]


def test_pauses_are_those_parts_that_lie_in_the_span() -> None:
    reason = PauseReason.TRAVEL
    ends = [(ago(40), ago(30)), (ago(12), ago(9)), (ago(5), None), (ago(-3), ago(-4))]
    pauses = [Pause(id=f"{start}", reason=reason, start=start, end=end) for start, end in reversed(ends)]
    found = calendar_of_days(sources(contact(ago(50)), pauses=pauses), Span(ago(10), TODAY))
    assert found.pauses == (Paused(ago(10), ago(9), reason), Paused(ago(5), TODAY, reason))


def test_unrated_days_have_no_closeness_and_the_closest_are_sevens() -> None:
    assert {day.closeness for day in calendar_of_days(unrated(), everything(unrated())).days} == {None}
    assert {day.closeness for day in calendar_of_days(all_seven(), everything(all_seven())).days} == {7}


@given(st.integers(-50, 1700), st.integers(-50, 1700))
def test_each_day_in_touch_has_one_cell_and_no_contact_is_lost(some: int, other: int) -> None:
    span = own(ago(max(some, other)), ago(min(some, other)))
    found, points = calendar_of_days(FOUR_YEARS, span), points_in(FOUR_YEARS, span)
    assert [day.day for day in found.days] == sorted({point.local.date() for point in points})
    assert [one_id for day in found.days for one_id in day.ids] == [point.id for point in points]
    assert sum(day.contacts for day in found.days) == len(points)
    assert len(found.days) <= found.counted <= (span.last - span.first).days + 1


@pytest.mark.parametrize("name", list(JOURNALS))
def test_the_calendar_of_any_journal_can_be_told(name: str) -> None:
    lived = JOURNALS[name]()
    found = calendar_of_days(lived, everything(lived))
    assert sum(day.rated for day in found.days) == sum(point.closeness is not None for point in lived.points)


def test_a_hundred_thousand_are_told_too() -> None:
    (first,) = one().points
    many = tuple(
        first._replace(local=first.local - timedelta(minutes=9 * place)) for place in range(99_999, -1, -1)
    )
    found = calendar_of_days(replace(one(), points=many), Span(date(2020, 1, 1), TODAY))
    assert sum(day.contacts for day in found.days) == 100_000
