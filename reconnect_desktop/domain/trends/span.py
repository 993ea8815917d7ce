"""The days a chart shows."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.spans import months_before
from reconnect_desktop.domain.when import EARLIEST, LATEST

if TYPE_CHECKING:
    from reconnect_desktop.domain.trends.sources import Point, Sources


class Span(NamedTuple):
    """From `first` to `last`, both included."""

    first: date
    last: date


def three_months(today: date) -> Span:
    """The three months that end today: from 23 August to 22 November."""
    return _months(3, today)


def one_year(today: date) -> Span:
    """The year that ends today."""
    return _months(12, today)


def everything(sources: Sources) -> Span:
    """From the first interaction or mood to today; three months where there is nothing."""
    days = (sources.begun, *(mood.when.day for mood in sources.moods))
    first = min((day for day in days if day is not None), default=None)
    if first is None or first > sources.today:
        return three_months(sources.today)
    return Span(first, sources.today)


def own(first: date, last: date) -> Span:
    """A span as chosen. Raises Invalid where it ends before it begins."""
    if last < first:
        raise Invalid("span", Why.ENDS_BEFORE_START)
    return Span(first, last)


def moved(span: Span, by: float) -> Span:
    """As long a span, earlier (`by` < 0) or later by that part of its length, a day at least.

    It stays within the times a journal can hold, if it lay there.
    """
    days = round(by * ((span.last - span.first).days + 1))
    if not days and by:
        days = 1 if by > 0 else -1
    earliest = min(0, (EARLIEST.date() - span.first).days)
    latest = max(0, (LATEST.date() - span.last).days)
    shift = timedelta(min(max(days, earliest), latest))
    return Span(span.first + shift, span.last + shift)


def points_in(sources: Sources, span: Span) -> list[Point]:
    """The points of these days, oldest first."""
    first, last = datetime.combine(span.first, time.min), datetime.combine(span.last, time.max)
    return [point for point in sources.points if first <= point.local <= last]


def _months(months: int, today: date) -> Span:
    return Span(months_before(today, months) + timedelta(1), today)
