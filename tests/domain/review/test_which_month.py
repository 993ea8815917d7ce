"""The month that is looked back on first."""

from __future__ import annotations

from datetime import date

import pytest

from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.review.which_month import ready, shown_first

OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)


@pytest.mark.parametrize(
    ("today", "months", "shown"),
    [
        ("2026-11-01", [NOVEMBER, OCTOBER], OCTOBER),
        ("2026-11-07", [NOVEMBER, OCTOBER], OCTOBER),
        ("2026-11-08", [NOVEMBER, OCTOBER], NOVEMBER),
        ("2026-11-08", [OCTOBER], OCTOBER),
        ("2026-11-03", [NOVEMBER, Month(2026, 9)], NOVEMBER),
        ("2026-11-03", [Month(2024, 2)], Month(2024, 2)),
        ("2027-01-02", [Month(2027, 1), Month(2026, 12)], Month(2026, 12)),
        ("2026-11-03", [Month(2026, 12)], None),
        ("2026-11-03", [], None),
    ],
)
def test_a_review_opens_on_the_month_that_is_fresh(
    today: str, months: list[Month], shown: Month | None
) -> None:
    assert shown_first(date.fromisoformat(today), months) == shown


@pytest.mark.parametrize(
    ("today", "touched", "seen", "told"),
    [
        ("2026-11-01", "2026-10-31", "", OCTOBER),
        ("2026-11-07", "2026-10-01", "2026-09", OCTOBER),
        ("2026-11-08", "2026-10-31", "", None),
        ("2026-11-01", "2026-10-31", "2026-10", None),
        ("2026-11-02", "2026-11-01", "", None),
        ("2026-11-02", "2025-10-31", "", None),
        ("2027-01-01", "2026-12-31", "", Month(2026, 12)),
    ],
)
def test_a_month_is_ready_in_the_first_days_of_the_next(
    today: str, touched: str, seen: str, told: Month | None
) -> None:
    assert ready(date.fromisoformat(today), [date.fromisoformat(touched)], seen) == told
