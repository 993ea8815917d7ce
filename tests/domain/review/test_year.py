"""A year as twelve small months."""

from __future__ import annotations

from datetime import date

from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.records import PauseReason
from reconnect_desktop.domain.review.year import review_year
from tests.domain.review.looking_back import every, material, pause
from tests.making import TODAY, contact

CALLS = [*every(10, "2026-01-05", "2026-10-30", closeness=4), contact("2026-11-02", closeness=6)]


def test_a_year_has_twelve_months_with_their_days() -> None:
    year = review_year(2026, material([*CALLS, contact("2025-12-31")]).sources)
    assert [one.month for one in year.months] == [Month(2026, number) for number in range(1, 13)]
    assert [one.day for one in year.months[0].days] == [date(2026, 1, day) for day in (5, 15, 25)]
    assert (year.months[0].in_touch, year.months[0].closeness, year.months[0].rated) == (3, 4.0, 3)
    assert (year.months[10].closeness, year.months[10].rated) == (None, 1)  # too few for a mean
    assert [one.ahead for one in year.months] == [False] * 11 + [True]
    assert year.today == TODAY


def test_an_empty_year_and_the_first_there_can_be() -> None:
    assert all(one.in_touch == 0 for one in review_year(1900, material([]).sources).months)


def test_in_grief_the_days_alone_are_there() -> None:
    grief = (pause(PauseReason.GRIEF, "2026-11-10"),)
    year = review_year(2026, material(CALLS, pauses=grief).sources)
    assert year.grief
    assert all(one.closeness is None and one.rated == 0 for one in year.months)
    assert all(day.closeness is None for one in year.months for day in one.days)
    assert year.months[0].days
