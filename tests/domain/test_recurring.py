"""The days of a plan: none left out, none between, and the ends of months as people mean them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reconnect_desktop.domain.plan import Again, Plan, PlanKind
from reconnect_desktop.domain.recurring import days_within, next_day
from tests import strategies
from tests.making import when

FAR = date(9998, 12, 31)
A_DAY = timedelta(days=1)
STEPS = {
    Again.WEEKLY: (7, 7),
    Again.TWO_WEEKS: (14, 14),
    Again.MONTHLY: (28, 31),
    Again.YEARLY: (365, 366),
}


def plan(day: str, again: Again = Again.NEVER, settled: str | None = None) -> Plan:
    return Plan(
        id="p",
        kind=PlanKind.CONTACT,
        day=date.fromisoformat(day),
        again=again,
        settled=date.fromisoformat(settled) if settled else None,
        added=when("2026-11-01"),
    )


def days(one: Plan, first: str, last: str) -> list[str]:
    return [day.isoformat() for day in days_within(one, date.fromisoformat(first), date.fromisoformat(last))]


@pytest.mark.parametrize(
    ("again", "first", "expected"),
    [
        (Again.NEVER, "2026-11-22", ["2026-11-22"]),
        (Again.WEEKLY, "2026-11-22", ["2026-11-22", "2026-11-29", "2026-12-06", "2026-12-13", "2026-12-20"]),
        (Again.TWO_WEEKS, "2026-11-22", ["2026-11-22", "2026-12-06", "2026-12-20"]),
        (Again.MONTHLY, "2026-10-20", ["2026-11-20", "2026-12-20"]),
        (Again.YEARLY, "1950-12-01", ["2026-12-01"]),
    ],
)
def test_it_comes_again_as_it_says(again: Again, first: str, expected: list[str]) -> None:
    assert days(plan(first, again), "2026-11-20", "2026-12-20") == expected


def test_the_31st_is_the_last_day_of_every_month() -> None:
    found = days(plan("2027-12-31", Again.MONTHLY), "2028-01-01", "2028-06-30")
    assert found == ["2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30", "2028-05-31", "2028-06-30"]


def test_a_birthday_on_the_29th_of_february_comes_each_year() -> None:
    found = days(plan("1952-02-29", Again.YEARLY), "2026-01-01", "2029-12-31")
    assert found == ["2026-02-28", "2027-02-28", "2028-02-29", "2029-02-28"]


def test_what_is_settled_is_open_no_more() -> None:
    weekly = plan("2026-11-01", Again.WEEKLY, settled="2026-11-15")
    assert next_day(weekly, date(2026, 11, 1)) == date(2026, 11, 22)
    assert next_day(plan("2026-11-15", settled="2026-11-15"), date(2026, 11, 1)) is None
    assert next_day(plan("2026-11-22", settled="2026-11-15"), date(2026, 11, 1)) == date(2026, 11, 22)


def test_there_is_nothing_before_the_first_day() -> None:
    assert days(plan("2026-11-22", Again.WEEKLY), "2026-11-01", "2026-11-21") == []


def test_the_calendar_has_an_end() -> None:
    last = plan("9998-12-31", Again.YEARLY)
    assert next_day(last, FAR) == FAR
    assert next_day(replace(last, settled=FAR), FAR) is None
    assert next_day(last, date.max) is None
    assert list(days_within(plan("9998-12-30", Again.WEEKLY), date(9998, 12, 1), FAR)) == [date(9998, 12, 30)]


@given(strategies.plans(), st.dates(date(1890, 1, 1), FAR))
def test_the_next_day_is_the_first_there_is(one: Plan, day: date) -> None:
    found = next_day(one, day)
    assume(found is not None)
    assert found is not None
    assert found >= max(day, one.day)
    assert one.settled is None or found > one.settled
    assert list(days_within(one, day, found)) == [found]
    assert next_day(one, found) == found
    if found > day:
        assert next_day(one, found - A_DAY) == found


@given(strategies.plans(), st.integers(0, 4000))
def test_none_is_left_out_and_none_comes_between(one: Plan, span: int) -> None:
    last = date.fromordinal(min(one.day.toordinal() + span, FAR.toordinal()))
    found = list(days_within(replace(one, settled=None), one.day, last))
    assert found[0] == one.day
    for earlier, later in pairwise(found):
        least, most = STEPS[one.again]
        assert least <= (later - earlier).days <= most
        if one.again in (Again.MONTHLY, Again.YEARLY):
            assert later.day == min(one.day.day, monthrange(later.year, later.month)[1])
    if one.again in STEPS:
        assert (last - found[-1]).days < STEPS[one.again][1]


@given(strategies.plans(), st.dates(date(1900, 1, 1), FAR), st.dates(date(1900, 1, 1), FAR))
def test_the_day_asked_from_changes_no_day(one: Plan, first: date, second: date) -> None:
    found = next_day(one, min(first, second))
    if found is not None and found >= max(first, second):
        assert next_day(one, max(first, second)) == found
