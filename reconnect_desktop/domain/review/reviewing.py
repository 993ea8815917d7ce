"""A month looked back on: from what the journal holds to a value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import fmean, quantiles

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.months import Month, month_of
from reconnect_desktop.domain.records import Met, Need, Pause, PauseReason, Reflection, Try
from reconnect_desktop.domain.review.comparing import USUAL_LEAST, USUAL_MONTHS, Beside, compare, is_usable
from reconnect_desktop.domain.review.figures import figures
from reconnect_desktop.domain.review.moments import hard_moment, wins
from reconnect_desktop.domain.review.month_review import Compared, MonthReview, RhythmOffer
from reconnect_desktop.domain.review.rhythm_offer import MONTHS, rhythm_offer
from reconnect_desktop.domain.review.tally import Days, Tally, tallies
from reconnect_desktop.domain.trends.closeness import Band, dots
from reconnect_desktop.domain.trends.sources import Point, Sources, by_month
from reconnect_desktop.domain.tries import Followed, history
from reconnect_desktop.domain.usual import BEFORE_LEAST

_SILENT = frozenset({PauseReason.GRIEF, PauseReason.BOUNDARY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What a review is made from.

    sources: as of today; of the points these must be there: the last one, and the last 4 rated ones, before the 12 months
    before the month; all from there to its end; the first 4 rated ones after it. More of them change nothing.
    interactions: of the month and the one before, in any order; needs: all; reflection: that of the month.
    """

    sources: Sources
    interactions: tuple[Interaction, ...]
    needs: tuple[Need, ...] = ()
    reflection: Reflection | None = None

    @property
    def today(self) -> date:
        """The day of which it tells."""
        return self.sources.today


def first_looked_at(month: Month) -> Month:
    """The oldest month that a review of `month` counts."""
    return month.ahead(-USUAL_MONTHS)


def review_month(month: Month, material: Material) -> MonthReview:
    """The month, up to today. Raises Invalid for one that has not begun."""
    sources, today = material.sources, material.today
    if month > month_of(today):
        raise Invalid("month", Why.IN_FUTURE)
    grief = in_grief(sources.pauses, month.first, month.last, today)
    days = Days(sources)
    there = _tallies(month, sources, days)
    usual = _usual(month, there, days)
    ratings = [one for tally in usual for one in tally.closeness]
    own = [one for one in material.interactions if _lies_in(month, one.when.day, today)]
    before = there[month.ahead(-1)] if days.within(date.min, month.ahead(-1).last) else None
    compared = () if grief else _compared(there[month], before, usual, days, sources)
    return MonthReview(
        month=month,
        today=today,
        so_far=month == month_of(today),
        figures=figures(there[month], own),
        before=figures(before, material.interactions) if before else None,
        usual=len(usual),
        compared=compared,
        dots=() if grief else dots(by_month(sources.points).get(month, ())),
        band=None if grief else _band(ratings),
        wins=wins(own, grief=grief),
        hard=None if grief else hard_moment(own, fmean(ratings) if len(ratings) >= BEFORE_LEAST else None),
        tries=() if grief else _tries(month, sources),
        needs=() if grief else _needs(month, material.needs),
        pauses=tuple(one for one in sources.pauses if _touches(one, month.first, month.last)),
        reflection=material.reflection,
        rhythm_offer=_rhythm_offer(month, sources, there, days),
        grief=grief,
    )


def in_grief(pauses: Iterable[Pause], first: date, last: date, today: date) -> bool:
    """Whether a pause for grief touches these days, or goes on today: then nothing is counted."""
    ours = [one for one in pauses if one.reason is PauseReason.GRIEF]
    return any(one.covers(today) or _touches(one, first, last) for one in ours)


def _tallies(month: Month, sources: Sources, days: Days) -> dict[Month, Tally]:
    return tallies(sources, days, [month.ahead(-ago) for ago in range(USUAL_MONTHS + 1)])


def _usual(month: Month, there: dict[Month, Tally], days: Days) -> list[Tally]:
    """The whole months before, oldest first, from the first entry on and without those that were mostly paused."""
    begun = days.in_touch[0] if days.in_touch else date.max
    found = [tally for one, tally in there.items() if one < month and begun <= one.first and is_usable(tally)]
    return sorted(found, key=lambda one: one.month) if len(found) >= USUAL_LEAST else []


def _compared(
    now: Tally, before: Tally | None, usual: list[Tally], days: Days, sources: Sources
) -> tuple[Compared, ...]:
    first, last = now.month.first, now.month.last
    silent = any(one.reason in _SILENT and _touches(one, first, last) for one in sources.pauses)
    if silent or not is_usable(now):
        return ()
    gaps = days.gaps(usual[0].month.first, usual[-1].month.last) if usual else []
    return compare(Beside(now=now, before=before, usual=usual, gaps=gaps))


def _rhythm_offer(
    month: Month, sources: Sources, there: dict[Month, Tally], days: Days
) -> RhythmOffer | None:
    """Only after the newest whole month: the rhythm is that of today."""
    first = month.ahead(1 - MONTHS)
    if month != month_of(sources.today).ahead(-1) or not days.within(date.min, first.first):
        return None
    for one in sources.pauses:
        if one.reason in _SILENT and (one.covers(sources.today) or _touches(one, first.first, month.last)):
            return None
    return rhythm_offer(sources.rhythm.contact, [there[month.ahead(-ago)] for ago in range(MONTHS)])


def _tries(month: Month, sources: Sources) -> tuple[tuple[Try, Followed], ...]:
    ours = [one for one in sources.tries if _lies_in(month, one.begun.day, sources.today)]
    return tuple(reversed(history(ours, map(Point.contact, sources.points)))) if ours else ()


def _needs(month: Month, needs: Iterable[Need]) -> tuple[Need, ...]:
    """Of the month, and of the year before those that are still open."""
    known = [one for one in needs if first_looked_at(month).first <= one.noted.day <= month.last]
    ours = [one for one in known if one.noted.day >= month.first or one.met is not Met.YES]
    return tuple(sorted(ours, key=lambda one: (one.noted.timestamp, one.id), reverse=True))


def _band(ratings: list[int]) -> Band | None:
    """Around the same mean that the month is compared with."""
    if len(ratings) < BEFORE_LEAST:
        return None
    low, _, high = quantiles(ratings, n=4, method="inclusive")
    middle = fmean(ratings)
    return Band(min(low, middle), middle, max(high, middle))


def _lies_in(month: Month, day: date, today: date) -> bool:
    return month.first <= day <= min(month.last, today)


def _touches(pause: Pause, first: date, last: date) -> bool:
    return pause.start <= last and (pause.end is None or first <= pause.end)
