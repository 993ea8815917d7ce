"""The days of a calendar as what can be drawn and pointed at: each day in touch, or each week with one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from reconnect_desktop.domain.trends.calendar import CalendarOfDays, Day, rounded_closeness
from reconnect_desktop.domain.trends.span import Span
from reconnect_desktop.language import tr, tr_n
from reconnect_desktop.output.charts.grid import week_days, week_number
from reconnect_desktop.output.dates import long_day, short_day
from reconnect_desktop.output.sentences import closeness_word

_LEAST_DAYS = 28


class Shown(NamedTuple):
    """A day, or the week that begins with it. id: of its only interaction, or ""; number: of contacts, or of days in touch."""

    day: date
    closeness: int | None
    id: str
    number: int


def days_shown(value: CalendarOfDays) -> Span:
    """From the first contact on, or the beginning of the span; four weeks at least."""
    start = value.span.last - timedelta(days=value.counted - 1)
    if value.days and start > value.days[0].day:  # the span ends later than today
        start = value.span.first
    return Span(min(start, value.span.last - timedelta(days=_LEAST_DAYS - 1)), value.span.last)


def each_day(days: Sequence[Day]) -> list[Shown]:
    """A cell for each day in touch."""
    return [
        Shown(day.day, day.closeness, day.ids[0] if len(day.ids) == 1 else "", day.contacts) for day in days
    ]


def each_week(days: Sequence[Day]) -> list[Shown]:
    """A cell for each week in touch: the median of what its days felt like."""
    grouped = groupby(days, key=lambda day: (day.day.year, week_number(day.day)))
    return [_week(year, week, list(found)) for (year, week), found in grouped]


def day_words(day: Shown) -> tuple[str, ...]:
    """What is said of a day that is pointed at."""
    contacts = tr_n("{count} contact", "{count} contacts", day.number)
    return long_day(day.day), contacts, _felt(day)


def week_words(week: Shown) -> tuple[str, ...]:
    """What is said of a week that is pointed at."""
    first, last = week_days(week.day.year, week_number(week.day))
    return (
        tr("{first} to {last}", first=short_day(first), last=short_day(last)),
        tr_n("In touch on {count} day", "In touch on {count} days", week.number),
        _felt(week),
    )


def paused_days(value: CalendarOfDays) -> Iterator[date]:
    """Each day of a pause."""
    for pause in value.pauses:
        for ahead in range((pause.last - pause.first).days + 1):
            yield pause.first + timedelta(days=ahead)


def _week(year: int, week: int, days: Sequence[Day]) -> Shown:
    felt = [day.closeness for day in days if day.closeness is not None]
    return Shown(week_days(year, week).first, rounded_closeness(felt) if felt else None, "", len(days))


def _felt(shown: Shown) -> str:
    if shown.closeness is None:
        return tr("Not rated")
    return tr("Felt {closeness}", closeness=closeness_word(shown.closeness))
