"""Contacts and minutes, by medium and month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from reconnect_desktop.domain.contacts import TALKS
from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.months import Month, month_of
from reconnect_desktop.domain.trends.sources import Point, Sources, by_month
from reconnect_desktop.domain.trends.span import Span, points_in

_ORDER = {medium: place for place, medium in enumerate(Medium)}


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthOfContacts:
    """contacts, minutes: by medium, only those above 0; unknown: talks (calls, video calls, visits) without a length.

    whole: the month lies within the span, and is over.
    """

    month: Month
    contacts: dict[Medium, int]
    minutes: dict[Medium, int]
    unknown: int
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactsByMonth:
    """What the chart shows: every month of the span from the first contact on, also those without any, oldest first.

    media: those in use in the span, most used first.
    """

    span: Span
    months: tuple[MonthOfContacts, ...]
    media: tuple[Medium, ...]


def contacts_by_month(sources: Sources, span: Span) -> ContactsByMonth:
    """The contacts of the span, each in the month of the day it was lived on; months after today are left out."""
    found = points_in(sources, span)
    points = by_month(found)
    used = Counter(point.medium for point in found)
    return ContactsByMonth(
        span=span,
        months=tuple(
            _month(month, points.get(month, ()), sources.today, span) for month in _months(sources, span)
        ),
        media=tuple(sorted(used, key=lambda medium: (-used[medium], _ORDER[medium]))),
    )


def _months(sources: Sources, span: Span) -> Iterator[Month]:
    begun = sources.begun
    if begun is None:
        return
    month, last = month_of(max(span.first, begun)), month_of(min(span.last, sources.today))
    while month <= last:
        yield month
        month = month.ahead(1)


def _month(month: Month, points: Iterable[Point], today: date, span: Span) -> MonthOfContacts:
    minutes: Counter[Medium] = Counter()
    for point in points:
        minutes[point.medium] += point.minutes or 0
    return MonthOfContacts(
        month=month,
        contacts=dict(Counter(point.medium for point in points)),
        minutes={medium: total for medium, total in minutes.items() if total},
        unknown=sum(point.minutes is None and point.medium in TALKS for point in points),
        whole=span.first <= month.first and month.last <= span.last and month.last < today,
    )
