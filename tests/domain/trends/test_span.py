"""Spans of days: those with a name, one's own, and looking earlier and later."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.trends.span import (
    Span,
    everything,
    moved,
    one_year,
    own,
    points_in,
    three_months,
)
from reconnect_desktop.domain.when import EARLIEST, LATEST
from tests.making import TODAY, ago, contact, mood
from tests.trends_making import empty, moved_zones, sources

DAYS = st.dates(EARLIEST.date(), LATEST.date())


def test_three_months_and_a_year_end_today() -> None:
    assert three_months(TODAY) == Span(date(2026, 8, 23), TODAY)
    assert one_year(TODAY) == Span(date(2025, 11, 23), TODAY)
    assert three_months(date(2026, 5, 31)) == Span(date(2026, 3, 1), date(2026, 5, 31))
    assert one_year(date(2028, 2, 29)) == Span(date(2027, 3, 1), date(2028, 2, 29))


def test_everything_is_from_the_first_interaction_or_mood_on() -> None:
    assert everything(empty()) == three_months(TODAY)
    assert everything(sources(contact(TODAY))) == Span(TODAY, TODAY)
    assert everything(sources(contact(ago(9)), contact(ago(4)))) == Span(ago(9), TODAY)
    assert everything(sources(contact(ago(9)), moods=[mood(3, ago(2)), mood(3, ago(30))])) == Span(
        ago(30), TODAY
    )
    assert everything(sources(moods=[mood(3, ago(-1))])) == three_months(TODAY)


def test_everything_begins_with_the_earliest_day_wherever_that_was_lived() -> None:
    lived = moved_zones()
    assert everything(lived).first == min(point.local.date() for point in lived.points)
    assert len(points_in(lived, everything(lived))) == len(lived.points)


def test_a_span_of_ones_own_does_not_end_before_it_begins() -> None:
    assert own(TODAY, TODAY) == Span(TODAY, TODAY)
    with pytest.raises(Invalid) as caught:
        own(TODAY, ago(1))
    assert (caught.value.field, caught.value.why) == ("span", Why.ENDS_BEFORE_START)


def test_looking_earlier_and_later_moves_by_part_of_the_length() -> None:
    week = Span(ago(6), TODAY)
    assert moved(week, -1) == Span(ago(13), ago(7))
    assert moved(week, 0.5) == Span(ago(2), ago(-4))
    assert moved(week, 0) == week
    assert moved(Span(TODAY, TODAY), -0.25) == Span(ago(1), ago(1))
    assert moved(Span(EARLIEST.date(), TODAY), -1) == Span(EARLIEST.date(), TODAY)
    assert moved(Span(date.min, date.max), 1) == Span(date.min, date.max)


@given(one=DAYS, other=DAYS, by=st.floats(-3, 3))
def test_a_moved_span_is_as_long_and_stays_within_the_calendar(one: date, other: date, by: float) -> None:
    span = own(min(one, other), max(one, other))
    there = moved(span, by)
    assert there.last - there.first == span.last - span.first
    assert EARLIEST.date() <= there.first <= there.last <= LATEST.date()
    assert (there.first - span.first) * by >= timedelta(0)


def test_points_of_a_span_are_those_of_its_days() -> None:
    days = [contact(ago(days), time=time) for days in (9, 8, 7) for time in ("00:00", "23:59")]
    found = points_in(sources(*days), Span(ago(8), ago(8)))
    assert [point.id for point in found] == [one.id for one in days[2:4]]
    assert len(points_in(sources(*days), Span(date.min, date.max))) == 6
