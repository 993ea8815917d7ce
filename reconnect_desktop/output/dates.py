"""Days in words, for what is made without Qt: sentences, the command line, the review."""

from __future__ import annotations

from datetime import date

from reconnect_desktop.domain.months import Month

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def on_day(day: date, today: date) -> str:
    """A day as it stands in a sentence: "today", "yesterday", "on Wednesday", "on 8 November 2025"."""
    ago = (today - day).days
    if ago == 0:
        return "today"
    if ago == 1:
        return "yesterday"
    if 1 < ago < 7:
        return f"on {WEEKDAYS[day.weekday()]}"
    return f"on {day_and_month(day, today)}"


def day_and_month(day: date, today: date) -> str:
    """As in "8 November", with its year where that is another than today's."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1]}{year}"


def month_and_year(month: Month) -> str:
    """As in "October 2026"."""
    return f"{MONTHS[month.month - 1]} {month.year}"


def short_day(day: date) -> str:
    """A day in little room, with its year: "8 Nov 2025"."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def long_day(day: date) -> str:
    """A day with all there is to it: "Saturday 8 November 2025"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"
