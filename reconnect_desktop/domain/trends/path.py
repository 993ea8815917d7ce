"""How often and how close, month by month, as a path."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.pauses import PausedDays
from reconnect_desktop.domain.trends.sources import Point, Sources, by_month
from reconnect_desktop.domain.trends.span import Span, points_in

LEAST_RATED = 3  # ratings that a month's closeness stands on
LEAST_DAYS = 10  # days of a month, pauses left out, on which it can be said how often
_A_MONTH = 30  # days
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A month: days in touch (in 30 days, so that months compare), mean closeness (1…7) and of how many ratings.

    Days of pauses count for neither the days in touch nor the 30, nor do those before the first contact ever.
    """

    month: Month
    days_in_touch: float
    closeness: float
    rated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OftenAndClose:
    """What the chart shows: whole months with enough ratings, oldest first; thin: whole months in touch with too little.

    A month is whole that lies in the span and is over. Too little are fewer than `LEAST_RATED` ratings, or than
    `LEAST_DAYS` days outside pauses.
    """

    span: Span
    steps: tuple[Step, ...]
    thin: tuple[Month, ...]


def often_and_close(sources: Sources, span: Span) -> OftenAndClose:
    """How often and how close, by whole month of the span."""
    paused = PausedDays(sources.pauses)
    begun = sources.begun or date.max
    steps, thin = [], []
    for month, points in sorted(by_month(points_in(sources, span)).items()):
        if month.first < span.first or month.last > span.last or month.last >= sources.today:
            continue
        step = _step(month, points, paused, max(begun, month.first))
        if step:
            steps.append(step)
        else:
            thin.append(month)
    return OftenAndClose(span=span, steps=tuple(steps), thin=tuple(thin))


def _step(month: Month, points: list[Point], paused: PausedDays, first: date) -> Step | None:
    ratings = [point.closeness for point in points if point.closeness is not None]
    days = paused.counted(first - _A_DAY, month.last)
    if len(ratings) < LEAST_RATED or days < LEAST_DAYS:
        return None
    in_touch = {point.local.date() for point in points}
    counted = sum(paused.counted(day - _A_DAY, day) for day in in_touch)
    return Step(
        month=month,
        days_in_touch=counted * _A_MONTH / days,
        closeness=sum(ratings) / len(ratings),
        rated=len(ratings),
    )
