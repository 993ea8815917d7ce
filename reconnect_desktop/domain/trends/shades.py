"""The days on which closeness was clearly below usual, or contact long away, as the app notices either."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple

from reconnect_desktop.domain.contacts import Contact
from reconnect_desktop.domain.dip_watch import Dipping, DipWatch
from reconnect_desktop.domain.dips import ENOUGH
from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.domain.trends.gaps import gaps_over_time
from reconnect_desktop.domain.trends.smoothing import HOLE_DAYS
from reconnect_desktop.domain.trends.sources import Point, Sources
from reconnect_desktop.domain.trends.span import Span

_A_DAY = timedelta(days=1)
_GRIEF = frozenset({PauseReason.GRIEF})
_NOT_A_GAP = _GRIEF | {PauseReason.BOUNDARY}  # a distance that was chosen
_LONGEST = 5 * ENOUGH  # ratings; no dip lasts for so many, they would be the usual


class Dips(NamedTuple):
    """Spans of days within the span, and whether the last one lasts at its end."""

    spans: tuple[Span, ...]
    on: bool


def dips_in(rated: Sequence[Point], sources: Sources, span: Span) -> Dips:
    """When a dip was on; rated: the rated points up to the end of the span.

    Each rating counts from the day it happened, so that what was brought in or written down late is told like the rest.
    Without a rating for so long that the line is broken, nothing is said of the days after.
    """
    before = bisect_right(rated, span.first, key=lambda point: point.local.date())
    rated = rated[max(0, before - _LONGEST) :]
    days = sorted({point.local.date() for point in rated})
    earlier = [day for day in days if day <= span.first][-1:]
    days = earlier + [day for day in days if day > span.first]
    if not days:
        return Dips((), on=False)
    watch = DipWatch(_as_it_happened(point) for point in rated)
    told = [watch.on(day) for day in days]
    found, was_on = [], False
    for (day, after), dip in zip(pairwise([*days, min(span.last, sources.today)]), told, strict=True):
        if dip:
            first = day if was_on else min(_first_lower(rated, dip), day)
            found.append(Span(first, after if (after - day).days <= HOLE_DAYS else day))
        was_on = dip is not None
    return Dips(_outside(_joined(found), sources.pauses, _GRIEF, span), on=was_on)


def _first_lower(rated: Sequence[Point], dip: Dipping) -> date:
    """The day of the first rating below usual, of those by which the dip was noticed."""
    of_them = (point for point in rated if point.local.date() >= dip.since)
    return next(
        point.local.date() for point in of_them if point.closeness and point.closeness < dip.drop.usual
    )


def gaps_in(sources: Sources, span: Span) -> tuple[Span, ...]:
    """The long gaps of `gaps_over_time`, each from the day after the last contact to the day it was over.

    Days of grief, or of a boundary, are left out.
    """
    end = datetime.combine(span.last, time.max)
    later = (point.local.date() for point in sources.points if point.local > end)
    last = min(later, default=sources.today)
    found = gaps_over_time(sources, Span(span.first, max(span.last, last))).gaps
    long = [Span(gap.since + _A_DAY, gap.until) for gap in found if gap.long]
    return _outside(long, sources.pauses, _NOT_A_GAP, span)


def _as_it_happened(point: Point) -> Contact:
    contact = point.contact()
    return contact._replace(logged=contact.day)


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Those that share a day as one."""
    found: list[Span] = []
    for one in spans:
        if found and one.first <= found[-1].last:
            found[-1] = Span(found[-1].first, max(found[-1].last, one.last))
        else:
            found.append(one)
    return found


def _outside(
    spans: Iterable[Span], pauses: Iterable[Pause], reasons: Container[PauseReason], span: Span
) -> tuple[Span, ...]:
    """What of these lies within the span, without days of pauses for these reasons."""
    left_out = sorted((pause.start, pause.end or date.max) for pause in pauses if pause.reason in reasons)
    within = (Span(max(one.first, span.first), min(one.last, span.last)) for one in spans)
    return tuple(part for one in within for part in _without(one, left_out))


def _without(span: Span, left_out: Sequence[tuple[date, date]]) -> Iterator[Span]:
    first = span.first
    for start, end in left_out:
        if start > first:
            yield from _days(first, min(span.last, start - _A_DAY))
        if end >= span.last:
            return
        first = max(first, end + _A_DAY)
    yield from _days(first, span.last)


def _days(first: date, last: date) -> Iterator[Span]:
    if first <= last:
        yield Span(first, last)
