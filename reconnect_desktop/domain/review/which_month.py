"""Which month there is to look back on."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from reconnect_desktop.domain.months import Month, month_of

FIRST_DAYS = 7  # of a month, in which the one before is fresh


def shown_first(today: date, months: Collection[Month]) -> Month | None:
    """The month a review opens on, of those that have anything in them; None without any up to today.

    In the first days of a month the one before; otherwise the running one, so far; otherwise the last one.
    """
    running = month_of(today)
    past = [month for month in months if month <= running]
    if just_over(today) in past and today.day <= FIRST_DAYS:
        return just_over(today)
    return max(past, default=None)


def just_over(today: date) -> Month:
    """The month before today's."""
    return month_of(today).ahead(-1)


def ready(today: date, touched: Collection[date], seen: str) -> Month | None:
    """The month that Today may say is ready: just over, with something in it; `seen` (as in 2026-10) was put away."""
    month = just_over(today)
    has_something = any(month_of(day) == month for day in touched)
    return month if today.day <= FIRST_DAYS and has_something and seen != month.isoformat() else None
