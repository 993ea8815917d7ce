"""How far the last ratings lie below the usual, and how surely: the statistic a dip is noticed by.

In one sentence: the mean of the last 3 to 6 ratings is held against the person's own usual and spread, where ratings
a few days apart count for less than ratings weeks apart, since they share the same good or bad spell, and where
only one of them is lower it is no dip.
docs/decisions/0006 tells how it was chosen, and on which people its level was set.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import exp, sqrt
from operator import mul
from typing import NamedTuple

from reconnect_desktop.domain.contacts import Contact
from reconnect_desktop.domain.usual import BEFORE_LEAST, RATINGS_HALF, fading

ON = 2.6  # a drop this sure comes on …
OFF = ON / 2  # … and goes off below this
LEAST_DROP = 0.6  # of seven: less is not worth telling
WINDOWS = range(3, 7)  # ratings
LOOKED_AT = 300  # ratings before the window; what lies further back weighs nothing that could be seen
ENOUGH = LOOKED_AT + WINDOWS[-1]

# What is taken for granted before the person's own ratings say more, worth so many of them.
PRIOR_MEAN, PRIOR_MEAN_WORTH = 5.05, 1.5
PRIOR_SPREAD, PRIOR_SPREAD_WORTH = 1.2, 5.0

# Of the spread, half is a spell that lasts: two ratings at once share it, two `SPELL` apart share 1/e of it.
ALIKE = 0.5
SPELL = 5 * 86_400.0  # seconds

_MARGIN = 1e-6  # far above what rounding does

_FADE = 0.5 ** (1 / RATINGS_HALF)
_WEIGHTS = fading(LOOKED_AT, RATINGS_HALF)


@dataclass(frozen=True, slots=True)
class Drop:
    """How the last `count` ratings compare with those before: means 1…7, and how sure the drop is.

    sureness: the drop as a multiple of its standard error, 0 where there is none worth telling.
    """

    sureness: float = 0.0
    count: int = 0
    recent: float = 0.0
    usual: float = 0.0


NO_DROP = Drop()


def surest_drop(ratings: Sequence[int], moments: Sequence[int]) -> Drop:
    """The surest drop over the windows.

    ratings: 1…7, oldest first, of which the newest `ENOUGH` are looked at; moments: those of the ratings in the longest
    window at least, in seconds, the newest last.
    """
    return surest(ratings, moments, WINDOWS)


def surest(ratings: Sequence[int], moments: Sequence[int], windows: range, *, rise: bool = False) -> Drop:
    """The same over other windows, and the surest rise, if that is asked for."""
    drops = _drops(_windows(ratings[-LOOKED_AT - windows[-1] :], windows), ratings, moments, rise=rise)
    return max((NO_DROP, *drops), key=lambda one: one.sureness)


class Skim:
    """Tells of ratings as they come in whether a drop may be on, at a small part of what it costs to know.

    It keeps the sums from rating to rating, which rounds them otherwise: it leaves a margin, and never misses one.
    """

    def __init__(self) -> None:
        self._before: _Before | None = None  # over what lies before the longest window

    def forget(self) -> None:
        """Not only the newest rating changed."""
        self._before = None

    def hear(self, ratings: Sequence[Contact]) -> None:
        """The last of these is new."""
        if self._before and len(ratings) > ENOUGH:
            entering, leaving = ratings[-WINDOWS[-1] - 1].closeness, ratings[-ENOUGH - 1].closeness
            self._before = self._before.and_then(entering or 0).without(leaving or 0, LOOKED_AT)

    def may_be_on(self, ratings: Sequence[Contact]) -> bool:
        """Whether the surest drop may be as sure as `OFF`."""
        if len(ratings) < ENOUGH:
            return True
        longest = WINDOWS[-1]
        if self._before is None:
            self._before = _sums([one.closeness or 0 for one in ratings[-ENOUGH:-longest]])
        values = [one.closeness or 0 for one in ratings[-longest:]]
        if not _may_have_dropped(values, self._before):
            return False
        windows = _shorter(longest, self._before, values, WINDOWS[0])
        moments = [one.timestamp for one in ratings[-longest:]]
        return any(_drops(windows, values, moments, margin=_MARGIN, least=OFF - _MARGIN))


def _may_have_dropped(values: Sequence[int], before: _Before) -> bool:
    """Whether the mean of any window of these can lie far enough below the usual, which they raise by so much at most."""
    total = sum(values[len(values) - WINDOWS[0] + 1 :])
    lowest = 7.0
    for count in WINDOWS:
        total += values[-count]
        lowest = min(lowest, total / count)
    usual = before.mean
    most = usual + (len(WINDOWS) - 1) * (7 - usual) / before.weight
    return most - lowest >= LEAST_DROP - _MARGIN


def _drops(
    windows: Iterable[tuple[int, _Before]],
    ratings: Sequence[int],
    moments: Sequence[int],
    *,
    rise: bool = False,
    margin: float = 0.0,
    least: float = 0.0,
) -> Iterator[Drop]:
    """Each window in which there is a drop, or a rise, worth telling and no less sure than `least`."""
    sign = -1 if rise else 1
    for count, before in windows:
        window = ratings[-count:]
        recent, usual = sum(window) / count, before.mean
        if sign * (usual - recent) < LEAST_DROP - margin:
            continue
        # One bad talk is no dip: most of them have to be lower.
        if len([one for one in window if sign * one < sign * usual + margin]) * 2 <= count:
            continue
        lower = sign * (before.shrunk_mean - recent)
        if lower <= 0 or lower < least * before.error(1 / count):
            continue  # not even if the ratings were weeks apart
        sureness = lower / before.error(_likeness(moments[-count:]))
        if sureness >= least:
            yield Drop(sureness, count, recent, usual)


class _Before(NamedTuple):
    """Fading sums over the ratings before a window: of weights, their squares, values, and squared values."""

    weight: float
    weight2: float
    total: float
    squares: float

    def and_then(self, closeness: int) -> _Before:
        """With one more rating, which weighs 1."""
        return _Before(
            self.weight * _FADE + 1,
            self.weight2 * _FADE * _FADE + 1,
            self.total * _FADE + closeness,
            self.squares * _FADE + closeness * closeness,
        )

    def without(self, closeness: int, after: int) -> _Before:
        """Without the oldest rating, `after` so many more."""
        faded = _FADE**after
        return _Before(
            self.weight - faded,
            self.weight2 - faded * faded,
            self.total - faded * closeness,
            self.squares - faded * closeness * closeness,
        )

    @property
    def mean(self) -> float:
        return self.total / self.weight

    @property
    def shrunk_mean(self) -> float:
        worth = PRIOR_MEAN_WORTH
        return (worth * PRIOR_MEAN + self.total) / (worth + self.weight)

    def error(self, likeness: float) -> float:
        """The standard error of the difference between this usual and the mean of ratings of this likeness."""
        mean = self.shrunk_mean
        off = self.squares - 2 * mean * self.total + mean * mean * self.weight
        worth = PRIOR_SPREAD_WORTH
        variance = (worth * PRIOR_SPREAD**2 + off) / (worth + self.weight)
        independent = self.weight * self.weight / self.weight2 + PRIOR_MEAN_WORTH
        return sqrt(variance * (likeness + 1 / independent))


def _windows(ratings: Sequence[int], windows: range) -> Iterator[tuple[int, _Before]]:
    """Each window's number of ratings, longest first, with the sums over what lies before it."""
    longest = min(windows[-1], len(ratings) - BEFORE_LEAST)
    if longest < windows[0]:
        return iter(())
    return _shorter(longest, _sums(ratings[-LOOKED_AT - longest : -longest]), ratings, windows[0])


def _shorter(
    longest: int, before: _Before, ratings: Sequence[int], shortest: int
) -> Iterator[tuple[int, _Before]]:
    yield longest, before
    for count in range(longest - 1, shortest - 1, -1):
        before = before.and_then(ratings[-count - 1])
        yield count, before


def _sums(values: Sequence[int]) -> _Before:
    weights = _WEIGHTS[-len(values) :]
    weighted = list(map(mul, weights, values))
    return _Before(
        sum(weights), sum(map(mul, weights, weights)), sum(weighted), sum(map(mul, weighted, values))
    )


def _likeness(window: Sequence[int]) -> float:
    """The variance of a mean of ratings at these moments, over that of one: 1/count weeks apart, more where not."""
    count = len(window)
    # A list, which takes less than a generator, tens of thousands of times.
    shared = sum(
        [exp((earlier - later) / SPELL) for place, later in enumerate(window) for earlier in window[:place]]
    )
    return (1 - ALIKE) / count + ALIKE * (count + 2 * shared) / (count * count)
