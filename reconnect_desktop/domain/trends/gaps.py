"""Days between contacts, beside the usual and the rhythm."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from statistics import median
from typing import NamedTuple

from reconnect_desktop.domain.gap_watch import GapWatch, is_too_long
from reconnect_desktop.domain.gaps import LOOKED_AT, YEARS, Law
from reconnect_desktop.domain.pauses import PausedDays
from reconnect_desktop.domain.records import PauseReason
from reconnect_desktop.domain.rhythm import Interval
from reconnect_desktop.domain.trends.pauses_in import Paused, pauses_in
from reconnect_desktop.domain.trends.sources import Sources
from reconnect_desktop.domain.trends.span import Span
from reconnect_desktop.domain.usual import GAPS_HALF, GAPS_LEAST, finished_gaps, usual_gap

_A_DAY = timedelta(days=1)
_SEEN = 50 * GAPS_HALF  # gaps; in the usual, what lies further back weighs nothing that could be told


class Between(NamedTuple):
    """From one day with a contact to the next.

    days: how many, declared pauses left out, at least 1 (0 for one of today that still lasts);
    long: clearly above usual, or beyond the rhythm's "still fine", as the signal has it, never with days of grief in it;
    lasts: up to today, not over.
    """

    since: date
    until: date
    days: int
    long: bool
    lasts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GapsOverTime:
    """What the chart shows.

    gaps: those that ended within the span, oldest first, and the one that lasts, if the span ends today;
    usual: weighted median in days as of the end of the span, None while fewer than 3 are finished (`missing` more days
    with a contact are needed); earlier: the usual at the beginning of the span, None where too little was known;
    median: of the finished gaps of the span, None without any.
    """

    span: Span
    gaps: tuple[Between, ...]
    usual: float | None
    earlier: float | None
    median: float | None
    missing: int
    rhythm: Interval | None
    pauses: tuple[Paused, ...] = ()


def gaps_over_time(sources: Sources, span: Span) -> GapsOverTime:
    """The days between contacts in the span.

    A finished gap is long if the signal (docs/decisions/0006) was on at its end, every contact counting from the day it
    happened, so that what was brought in or written down late is told like the rest; the one that lasts, if the
    signal is on today.
    """
    days = sorted({point.local.date() for point in sources.points})
    paused = PausedDays(sources.pauses)
    gaps = finished_gaps(days, paused)
    before, known = bisect_left(days, span.first), bisect_right(days, span.last)
    places = range(max(before, 1), known)
    found = _finished(sources, days, gaps, places)
    if days and span.first <= sources.today <= span.last:
        found.append(_lasting(sources, days[-1], paused))
    within = [gaps[place - 1] for place in places]
    return GapsOverTime(
        span=span,
        gaps=tuple(found),
        usual=_usual(gaps[: max(0, known - 1)]),
        earlier=_usual(gaps[: max(0, before - 1)]),
        median=float(median(within)) if within else None,
        missing=max(0, GAPS_LEAST + 1 - known),
        rhythm=sources.rhythm.contact,
        pauses=pauses_in(sources.pauses, span),
    )


def _finished(
    sources: Sources, days: Sequence[date], gaps: Sequence[int], places: Iterable[int]
) -> list[Between]:
    """The gaps that end on the days at these places, each held against those before it."""
    paused, grief = PausedDays(sources.pauses), _grief(sources)
    found = []
    for place in places:
        since, until, before = days[place - 1], days[place], place - 1
        long = is_too_long(
            paused.counted(since, until - _A_DAY),
            before,
            partial(_law_of, gaps, before),
            YEARS,
            sources.rhythm.contact,
        )
        found.append(
            Between(since, until, gaps[before], long and not _grieved(grief, since, until), lasts=False)
        )
    return found


def _law_of(gaps: Sequence[int], count: int) -> Law:
    return Law(gaps[max(0, count - LOOKED_AT) : count])


def _lasting(sources: Sources, since: date, paused: PausedDays) -> Between:
    """From the last contact to today."""
    today = sources.today
    contacts = (point.contact() for point in sources.points)
    watch = GapWatch(contacts, paused, YEARS, sources.rhythm.contact)
    silence = watch.on(today)
    long = silence is not None and silence.since == since and not _grieved(_grief(sources), since, today)
    days = max(1, paused.counted(since, today)) if since < today else 0
    return Between(since, today, days, long, lasts=True)


def _grief(sources: Sources) -> PausedDays:
    return PausedDays(pause for pause in sources.pauses if pause.reason is PauseReason.GRIEF)


def _grieved(grief: PausedDays, since: date, until: date) -> bool:
    """Whether a day after `since`, up to `until`, was one of grief."""
    return grief.counted(since, until) < (until - since).days


def _usual(gaps: Sequence[int]) -> float | None:
    return float(usual_gap(gaps[-_SEEN:])) if len(gaps) >= GAPS_LEAST else None
