"""Spans of days that people ask for by name; today is passed in."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def first_of_month(day: date) -> date:
    """The first day of its month."""
    return day.replace(day=1)


def first_of_year(day: date) -> date:
    """The first day of its year."""
    return day.replace(month=1, day=1)


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
