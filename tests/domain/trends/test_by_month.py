"""Contacts and minutes, month by month: nothing lost, nothing in the wrong month."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.trends.by_month import contacts_by_month
from reconnect_desktop.domain.trends.sources import Sources
from reconnect_desktop.domain.trends.span import Span, everything, own, points_in, three_months
from tests.making import TODAY, ago, contact
from tests.trends_making import JOURNALS, empty, four_hundred, hole, moved_zones, one, sources

FOUR_YEARS = four_hundred()


def test_without_contacts_there_are_no_months() -> None:
    found = contacts_by_month(empty(), three_months(TODAY))
    assert (found.months, found.media) == ((), ())


def test_a_month_tells_contacts_and_minutes_by_medium() -> None:
    lived = sources(
        contact("2026-10-02", minutes=20),
        contact("2026-10-09", minutes=25),
        contact("2026-10-10"),
        contact("2026-10-11", medium=Medium.VISIT, minutes=0),
        contact("2026-10-12", medium=Medium.MESSAGE),
        contact("2026-10-12", medium=Medium.OTHER),
    )
    (october, november) = contacts_by_month(lived, three_months(TODAY)).months
    assert october.month == Month(2026, 10)
    assert october.contacts == {Medium.CALL: 3, Medium.VISIT: 1, Medium.MESSAGE: 1, Medium.OTHER: 1}
    assert october.minutes == {Medium.CALL: 45}
    assert october.unknown == 1
    assert (november.contacts, november.minutes, november.unknown) == ({}, {}, 0)


def test_months_begin_with_the_first_contact_and_end_today() -> None:
    found = contacts_by_month(one(), Span(ago(400), ago(-100)))
    assert [month.month for month in found.months] == [Month(2026, 11)]
    later = contacts_by_month(one(), Span(ago(-10), ago(-100)))
    earlier = contacts_by_month(one(), Span(ago(100), ago(50)))
    assert later.months == earlier.months == ()


def test_a_month_is_whole_when_all_of_it_is_shown_and_over() -> None:
    lived = sources(*(contact(ago(days)) for days in range(0, 120, 3)))
    found = contacts_by_month(lived, Span(date(2026, 8, 2), TODAY)).months
    assert [month.whole for month in found] == [False, True, True, False]
    at_its_end = sources(contact("2026-11-03"), today=date(2026, 11, 30))
    assert [
        month.whole for month in contacts_by_month(at_its_end, three_months(at_its_end.today)).months
    ] == [False]


def test_months_of_a_hole_are_there_with_nothing_in_them() -> None:
    lived = hole()
    found = contacts_by_month(lived, everything(lived)).months
    assert sum(not month.contacts for month in found) > 50
    assert all(later.month == earlier.month.ahead(1) for earlier, later in pairwise(found))


def test_media_are_those_of_the_span_the_most_used_first() -> None:
    lived = sources(
        contact(ago(400), medium=Medium.LETTER),
        *(contact(ago(days), medium=Medium.MESSAGE) for days in (1, 2)),
        contact(ago(3), medium=Medium.VISIT),
        contact(ago(4), medium=Medium.CALL),
    )
    found = contacts_by_month(lived, three_months(TODAY))
    assert found.media == (Medium.MESSAGE, Medium.CALL, Medium.VISIT)


def test_a_call_late_at_night_abroad_belongs_to_the_month_it_was_lived_in() -> None:
    lived = moved_zones()
    found = contacts_by_month(lived, everything(lived)).months
    for month in found:
        there = [point for point in lived.points if point.local.strftime("%Y-%m") == month.month.isoformat()]
        assert sum(month.contacts.values()) == len(there)


@pytest.mark.parametrize("name", list(JOURNALS))
def test_nothing_of_any_journal_is_lost(name: str) -> None:
    lived = JOURNALS[name]()
    _same(lived, everything(lived))


@given(st.integers(-50, 1700), st.integers(-50, 1700))
def test_nothing_of_any_span_is_lost(some: int, other: int) -> None:
    _same(FOUR_YEARS, own(ago(max(some, other)), ago(min(some, other))))


def _same(lived: Sources, span: Span) -> None:
    found, points = contacts_by_month(lived, span), points_in(lived, span)
    assert sum(sum(month.contacts.values()) for month in found.months) == len(points)
    assert sum(sum(month.minutes.values()) for month in found.months) == sum(
        point.minutes or 0 for point in points
    )
    assert set(found.media) == {point.medium for point in points}
    assert all(
        count > 0 for month in found.months for count in (*month.contacts.values(), *month.minutes.values())
    )
