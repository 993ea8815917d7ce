from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconnect_desktop.domain.spans import first_of_month, first_of_year, months_before


def test_months_and_years_begin_on_the_first() -> None:
    assert first_of_month(date(2026, 11, 22)) == date(2026, 11, 1)
    assert first_of_year(date(2026, 11, 22)) == date(2026, 1, 1)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 22), 3, date(2026, 8, 22)),
        (date(2026, 1, 31), 2, date(2025, 11, 30)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2026, 12, 31), 12, date(2025, 12, 31)),
    ],
)
def test_months_are_counted_back(day: date, months: int, expected: date) -> None:
    assert months_before(day, months) == expected


@given(day=st.dates(date(1900, 1, 1), date(2100, 1, 1)), months=st.integers(0, 120))
def test_counting_back_never_skips_a_month(day: date, months: int) -> None:
    before = months_before(day, months)
    assert (day.year * 12 + day.month) - (before.year * 12 + before.month) == months
