"""Days and months in the little room of an axis."""

from __future__ import annotations

from datetime import date

from reconnect_desktop.domain.months import Month
from reconnect_desktop.language import tr_in
from reconnect_desktop.output.dates import short_month

# The context tells them from other words that are as short.
_WEEKDAYS = (
    lambda: tr_in("short weekday", "Mon"),
    lambda: tr_in("short weekday", "Tue"),
    lambda: tr_in("short weekday", "Wed"),
    lambda: tr_in("short weekday", "Thu"),
    lambda: tr_in("short weekday", "Fri"),
    lambda: tr_in("short weekday", "Sat"),
    lambda: tr_in("short weekday", "Sun"),
)


def short_weekday(weekday: int) -> str:
    """0 (Monday) … 6: "Mon"."""
    return _WEEKDAYS[weekday]()


def day_mark(day: date) -> str:
    """As in "22 Nov"."""
    return tr_in("a day in little room", "{day} {month}", day=day.day, month=short_month(day.month))


def month_mark(month: Month) -> str:
    """As in "Nov 2026"."""
    return tr_in("a month in little room", "{month} {year}", month=short_month(month.month), year=month.year)
