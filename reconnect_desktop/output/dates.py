"""Days in words, for what is made without Qt: sentences, the command line, the review."""

from __future__ import annotations

from datetime import date

from reconnect_desktop.domain.months import Month
from reconnect_desktop.language import mark, tr, tr_in

# In English; `tr` says them.
WEEKDAYS = (
    mark("Monday"),
    mark("Tuesday"),
    mark("Wednesday"),
    mark("Thursday"),
    mark("Friday"),
    mark("Saturday"),
    mark("Sunday"),
)
MONTHS = (
    mark("January"),
    mark("February"),
    mark("March"),
    mark("April"),
    mark("May"),
    mark("June"),
    mark("July"),
    mark("August"),
    mark("September"),
    mark("October"),
    mark("November"),
    mark("December"),
)
# The context tells "May" in short from "May" in full, which are the same in English alone.
_SHORT_MONTHS = (
    lambda: tr_in("short month", "Jan"),
    lambda: tr_in("short month", "Feb"),
    lambda: tr_in("short month", "Mar"),
    lambda: tr_in("short month", "Apr"),
    lambda: tr_in("short month", "May"),
    lambda: tr_in("short month", "Jun"),
    lambda: tr_in("short month", "Jul"),
    lambda: tr_in("short month", "Aug"),
    lambda: tr_in("short month", "Sep"),
    lambda: tr_in("short month", "Oct"),
    lambda: tr_in("short month", "Nov"),
    lambda: tr_in("short month", "Dec"),
)


def on_day(day: date, today: date) -> str:
    """A day as it stands in a sentence: "today", "yesterday", "on Wednesday", "on 8 November 2025"."""
    ago = (today - day).days
    if ago == 0:
        return tr("today")
    if ago == 1:
        return tr("yesterday")
    if 1 < ago < 7:
        return tr("on {weekday}", weekday=weekday_name(day))
    return tr("on {day}", day=day_and_month(day, today))


def day_and_month(day: date, today: date) -> str:
    """As in "8 November", with its year where that is another than today's."""
    if day.year == today.year:
        return tr("{day} {month}", day=day.day, month=month_name(day.month))
    return tr("{day} {month} {year}", day=day.day, month=month_name(day.month), year=day.year)


def month_and_year(month: Month) -> str:
    """As in "October 2026"."""
    return tr("{month} {year}", month=month_name(month.month), year=month.year)


def short_day(day: date) -> str:
    """A day in little room, with its year: "8 Nov 2025"."""
    month = short_month(day.month)
    return tr_in("a day in little room", "{day} {month} {year}", day=day.day, month=month, year=day.year)


def long_day(day: date) -> str:
    """A day with all there is to it: "Saturday 8 November 2025"."""
    weekday, month = weekday_name(day), month_name(day.month)
    return tr("{weekday} {day} {month} {year}", weekday=weekday, day=day.day, month=month, year=day.year)


def weekday_name(day: date) -> str:
    """As in "Saturday"."""
    return tr(WEEKDAYS[day.weekday()])


def month_name(month: int) -> str:
    """A month, 1…12: "November"."""
    return tr(MONTHS[month - 1])


def short_month(month: int) -> str:
    """A month, 1…12, in little room: "Nov"."""
    return _SHORT_MONTHS[month - 1]()
