"""The days of a span, one cell each: in touch or not, and how close it felt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import ceil, floor
from statistics import median
from typing import NamedTuple

from reconnect_desktop.domain.measures import CLOSENESS
from reconnect_desktop.domain.trends.closeness import Paused
from reconnect_desktop.domain.trends.pauses_in import pauses_in
from reconnect_desktop.domain.trends.sources import Point, Sources
from reconnect_desktop.domain.trends.span import Span, points_in

_MIDDLE = (CLOSENESS[0] + CLOSENESS[-1]) / 2


class Day(NamedTuple):
    """A day in touch. closeness: the median of its ratings, rounded to 1…7 (half away from 4), None if none was rated."""

    day: date
    contacts: int
    rated: int
    closeness: int | None
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarOfDays:
    """What the chart shows: the days in touch within the span, oldest first; days without contact are left out.

    counted: days of the span from the first contact ever on, so that "in touch on 40 of 90 days" can be said.
    """

    span: Span
    days: tuple[Day, ...]
    counted: int
    pauses: tuple[Paused, ...]


def calendar_of_days(sources: Sources, span: Span) -> CalendarOfDays:
    """The days of the span on which there was contact, as they were lived, wherever that was."""
    by_day: dict[date, list[Point]] = {}
    for point in points_in(sources, span):
        by_day.setdefault(point.local.date(), []).append(point)
    return CalendarOfDays(
        span=span,
        days=tuple(_day(day, by_day[day]) for day in sorted(by_day)),
        counted=_counted(sources, span),
        pauses=pauses_in(sources.pauses, span),
    )


def _day(day: date, points: list[Point]) -> Day:
    ratings = [point.closeness for point in points if point.closeness is not None]
    ids = tuple(point.id for point in points)
    return Day(day, len(points), len(ratings), rounded_closeness(ratings) if ratings else None, ids)


def rounded_closeness(ratings: list[int]) -> int:
    """The median of ratings as one of 1…7, half away from 4."""
    middle = median(ratings)
    return floor(middle + 0.5) if middle > _MIDDLE else ceil(middle - 0.5)


def _counted(sources: Sources, span: Span) -> int:
    begun = sources.begun
    return max(0, (min(span.last, sources.today) - max(span.first, begun)).days + 1) if begun else 0
