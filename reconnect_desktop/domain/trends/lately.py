"""How closeness is lately beside the usual before, and the usual itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from reconnect_desktop.domain import dips
from reconnect_desktop.domain.dips import Drop
from reconnect_desktop.domain.measures import CLOSENESS
from reconnect_desktop.domain.trends.sources import Point
from reconnect_desktop.domain.usual import BEFORE_LEAST, RATINGS_HALF, WINDOW, fading, usual_closeness

# Beside the short windows in which a dip is noticed, longer ones are looked at, so that it can be said since when. As
# so many more looks find more by chance, it takes more: of a hundred steady people, about five are told a change.
LONGER = range(dips.WINDOWS[-1] + 1, RATINGS_HALF + 1)  # ratings; longer ones are the usual by now
LONGER_ON = 3.0
APART = 365 * 86_400  # seconds between two ratings, across which no run is told


class Course(StrEnum):
    """How closeness lately is beside the usual."""

    CLOSER = "closer"
    AS_USUAL = "as usual"
    LESS_CLOSE = "less close"


class Band(NamedTuple):
    """The usual closeness at the end of the span, before what is lately, and the middle half of its ratings; 1…7."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class Lately:
    """course since the day `since`: the mean of the last `count` ratings beside the usual before them, each 1…7."""

    course: Course
    since: date
    recent: float
    usual: float
    count: int


class Found(NamedTuple):
    """See `ClosenessOverTime`."""

    usual: Band | None
    lately: Lately | None
    missing: int


def lately(rated: Sequence[Point], within: int, *, dips_on: bool) -> Found:
    """What the ratings say at the end of a span.

    rated: the rated points up to its end, oldest first; within: how many of them lie in it; dips_on: whether a dip is
    on at its end, so that no less than its end is asked for to speak of one.

    The run that stands out most among the last 3 to 60 ratings of the span, with no year between them, is told, by the statistic that a dip is
    noticed by, in both directions; where none is sure, the last four are as usual.
    """
    ratings = [point.closeness or 0 for point in rated]
    missing = max(WINDOW + BEFORE_LEAST - len(ratings), 0)
    if missing:
        return Found(None, None, missing)
    if within < WINDOW:
        return Found(_band(ratings[:-WINDOW]), None, WINDOW - within)
    moments = [point.timestamp for point in rated[-LONGER[-1] :]]
    course, count = _surest(ratings, moments, min(within, _unbroken(moments)), dips_on=dips_on)
    usual = _band(ratings[:-count])
    recent = sum(ratings[-count:]) / count
    return Found(usual, Lately(course, rated[-count].local.date(), recent, usual.middle, count), 0)


def _unbroken(moments: Sequence[int]) -> int:
    """How many of the ratings, the newest ones, no year or more divides; as many as lately takes at the least."""
    for place in range(len(moments) - 1, 0, -1):
        if moments[place] - moments[place - 1] > APART:
            return max(len(moments) - place, WINDOW)
    return len(moments)


def _surest(
    ratings: Sequence[int], moments: Sequence[int], within: int, *, dips_on: bool
) -> tuple[Course, int]:
    """The course of the run that stands out most, and of how many ratings it is."""
    found: list[tuple[float, Course, int]] = []
    for course, short_on in ((Course.LESS_CLOSE, dips.OFF if dips_on else dips.ON), (Course.CLOSER, dips.ON)):
        for windows, on in ((dips.WINDOWS, short_on), (LONGER, LONGER_ON)):
            drop = _drop(ratings, moments, range(windows[0], min(windows[-1], within) + 1), course)
            if drop.sureness >= on:
                found.append((drop.sureness, course, drop.count))
    if not found:
        return Course.AS_USUAL, WINDOW
    _, course, count = max(found)
    return course, _begun(ratings, count, course)


def _begun(ratings: Sequence[int], count: int, course: Course) -> int:
    """The run without those at its beginning that are no different from before."""
    usual = usual_closeness(ratings[:-count])
    while count > dips.WINDOWS[0] and (ratings[-count] > usual) is not (course is Course.CLOSER):
        count -= 1
    return count


def _drop(ratings: Sequence[int], moments: Sequence[int], windows: range, course: Course) -> Drop:
    if not windows:
        return dips.NO_DROP
    return dips.surest(ratings, moments, windows, rise=course is Course.CLOSER)


def _band(ratings: Sequence[int]) -> Band:
    ratings = ratings[-dips.LOOKED_AT :]
    middle = usual_closeness(ratings)
    return Band(min(_quantile(ratings, 0.25), middle), middle, max(_quantile(ratings, 0.75), middle))


def _quantile(ratings: Sequence[int], part: float) -> float:
    """The weighted quantile, each rating reaching half a step to either side, as a step of the scale does."""
    weights = fading(len(ratings), RATINGS_HALF)
    by_rating = dict.fromkeys(CLOSENESS, 0.0)
    for rating, weight in zip(ratings, weights, strict=True):
        by_rating[rating] += weight
    left = part * sum(weights)
    for rating, weight in by_rating.items():
        if weight and left <= weight:
            return min(max(rating - 0.5 + left / weight, CLOSENESS[0]), CLOSENESS[-1])
        left -= weight
    return float(CLOSENESS[-1])
