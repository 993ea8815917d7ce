"""Looking earlier and later, as far as there is anything to see."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.trends.ranges import Range, may_go_earlier, may_go_later, panned, span_of
from reconnect_desktop.domain.trends.span import Span, one_year, three_months
from tests.making import TODAY

WHOLE = Span(date(2020, 3, 1), TODAY)
DAYS = st.dates(date(2000, 1, 1), date(2030, 1, 1))
SPANS = st.tuples(DAYS, DAYS).map(lambda days: Span(*sorted(days)))


def test_a_range_has_a_name() -> None:
    assert span_of(Range.THREE_MONTHS, TODAY, WHOLE) == three_months(TODAY)
    assert span_of(Range.YEAR, TODAY, WHOLE) == one_year(TODAY)
    assert span_of(Range.EVERYTHING, TODAY, WHOLE) == WHOLE


def test_half_a_year_back_and_forth() -> None:
    year = one_year(TODAY)
    earlier = panned(year, -0.5, WHOLE)
    assert (year.first - earlier.first).days in (182, 183)
    assert earlier.last - earlier.first == year.last - year.first
    assert panned(earlier, 0.5, WHOLE) == year


def test_at_the_ends_it_stays() -> None:
    year = one_year(TODAY)
    assert not may_go_later(year, WHOLE)
    assert panned(year, 0.5, WHOLE) == year
    assert not may_go_earlier(WHOLE, WHOLE)
    assert panned(WHOLE, -0.5, WHOLE) == WHOLE
    first = panned(Span(date(2020, 4, 1), date(2021, 3, 31)), -0.5, WHOLE)
    assert first == Span(date(2020, 3, 1), date(2021, 2, 28))


def test_where_there_is_less_than_the_span_nothing_moves() -> None:
    week = Span(date(2026, 11, 16), TODAY)
    assert panned(one_year(TODAY), -0.5, week) == one_year(TODAY)


@given(span=SPANS, whole=SPANS, by=st.sampled_from([-1.0, -0.5, 0.5, 1.0]))
def test_it_keeps_its_length_and_goes_no_further_than_there_is_anything(
    span: Span, whole: Span, by: float
) -> None:
    there = panned(span, by, whole)
    assert there.last - there.first == span.last - span.first
    if by < 0:
        assert there == span or whole.first <= there.first <= span.first
    else:
        assert there == span or span.last <= there.last <= whole.last
