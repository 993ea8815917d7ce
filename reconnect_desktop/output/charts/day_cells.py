"""The days of a calendar as what can be drawn and pointed at: each day in touch, or each week with one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from reconnect_desktop.domain.trends.calendar import CalendarOfDays, Day, rounded_closeness
from reconnect_desktop.domain.trends.span import Span
from reconnect_desktop.output.charts.grid import week_days, week_number
from reconnect_desktop.output.dates import long_day, short_day
from reconnect_desktop.output.sentences import closeness_word, count_words

_LEAST_DAYS = 28


class Shown(NamedTuple):
    """A day, or the week that begins with it. id: of its only interaction, or ""; words: what is said of it."""

    day: date
    closeness: int | None
    id: str
    words: tuple[str, ...]


def days_shown(value: CalendarOfDays) -> Span:
    """From the first contact on, or the beginning of the span; four weeks at least."""
    start = value.span.last - timedelta(days=value.counted - 1)
    if value.days and start > value.days[0].day:  # the span ends later than today
        start = value.span.first
    return Span(min(start, value.span.last - timedelta(days=_LEAST_DAYS - 1)), value.span.last)


def each_day(days: Sequence[Day]) -> list[Shown]:
    """A cell for each day in touch."""
    return [
        Shown(day.day, day.closeness, day.ids[0] if len(day.ids) == 1 else "", _day_words(day))
        for day in days
    ]


def each_week(days: Sequence[Day]) -> list[Shown]:
    """A cell for each week in touch: the median of what its days felt like."""
    grouped = groupby(days, key=lambda day: (day.day.year, week_number(day.day)))
    return [_week(year, week, list(found)) for (year, week), found in grouped]


def paused_days(value: CalendarOfDays) -> Iterator[date]:
    """Each day of a pause."""
    for pause in value.pauses:
        for ahead in range((pause.last - pause.first).days + 1):
            yield pause.first + timedelta(days=ahead)


def _week(year: int, week: int, days: Sequence[Day]) -> Shown:
    felt = [day.closeness for day in days if day.closeness is not None]
    closeness = rounded_closeness(felt) if felt else None
    first, last = week_days(year, week)
    heading = f"{short_day(first)} to {short_day(last)}"
    touched = f"In touch on {count_words(len(days), 'day')}"
    return Shown(first, closeness, "", (heading, touched, _felt(closeness)))


def _day_words(day: Day) -> tuple[str, ...]:
    return long_day(day.day), count_words(day.contacts, "contact"), _felt(day.closeness)


def _felt(closeness: int | None) -> str:
    return f"Felt {closeness_word(closeness)}" if closeness else "Not rated"
