"""Local regression of values between 0 and 1: a line fitted around each place, on the logit scale."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from math import exp, inf, log
from operator import mul
from typing import NamedTuple

STEPS = 12  # of Newton's method; two or three do
_CLOSE = 1e-3
_LARGEST_STEP = 2.0
_NEAR_LEAST = 4.0  # ratings that any fit rests on


class Bin(NamedTuple):
    """Ratings close together: how much they weigh, and weighted means of their times, values, and squared values."""

    at: float
    weight: float
    mean: float
    square: float


class Fitted(NamedTuple):
    """At each of `at`: the logit, its variance for a dispersion of 1, and how far a rating there moves it itself."""

    at: list[float]
    logit: list[float]
    variance: list[float]
    own: list[float]

    def means(self, moments: Iterable[float]) -> Iterator[tuple[float, float]]:
        """The fitted mean, 0…1, and `own` at these moments, which ascend: straight lines between the places."""
        place, last = 0, len(self.at) - 2
        for moment in moments:
            while place < last and moment > self.at[place + 1]:
                place += 1
            share = (moment - self.at[place]) / (self.at[place + 1] - self.at[place])
            logit = self.logit[place] + share * (self.logit[place + 1] - self.logit[place])
            yield 1 / (1 + exp(-logit)), self.own[place] + share * (self.own[place + 1] - self.own[place])


class _Line(NamedTuple):
    level: float
    slope: float  # over one half-width


class LocalFit:
    """Fits lines around places to ratings, nearer ones weighing more (tricube).

    Quasi-likelihood with a logit link and variance in proportion to mean x (1 - mean): Fan, Heckman & Wand 1995.
    """

    def __init__(self, bins: Sequence[Bin], least: float) -> None:
        """bins: at least one, in order of time; least: half-width of the kernel at the least, in units of time."""
        self._at = [one.at for one in bins]
        self._weights = [one.weight for one in bins]
        self._means = [one.mean for one in bins]
        self._passed = list(accumulate(self._weights, initial=0.0))
        self._least = least

    def along(self, places: Sequence[float], nearest: float) -> Fitted:
        """The fits at these places, in order, each resting on this share of the ratings, the nearest ones.

        Beyond 1 the kernel becomes wider than all of them, as in loess (Cleveland 1979).
        """
        found = Fitted(list(places), [], [], [])
        line = None
        for place in places:
            width = self._width(place, nearest)
            line, variance, own = self._around(place, width, line)
            found.logit.append(line.level)
            found.variance.append(variance)
            found.own.append(own)
        return found

    def _width(self, place: float, nearest: float) -> float:
        """The half-width that takes in enough of the ratings."""
        at, passed = self._at, self._passed
        if nearest >= 1:
            return max(self._least, nearest * max(at[-1] - place, place - at[0]))
        enough = min(max(nearest * passed[-1], _NEAR_LEAST), passed[-1])
        count, width = len(at), self._least
        first, last = bisect_left(at, place - width), bisect_right(at, place + width)
        while passed[last] - passed[first] < enough * (1 - 1e-9):
            before = place - at[first - 1] if first else inf
            after = at[last] - place if last < count else inf
            if before <= after:
                first, width = first - 1, before
            else:
                last, width = last + 1, after
        return width * 1.001

    def _around(self, place: float, width: float, near: _Line | None) -> tuple[_Line, float, float]:
        first, last = bisect_right(self._at, place - width), bisect_left(self._at, place + width)
        off = [(at - place) / width for at in self._at[first:last]]
        kernel = [(1 - abs(one) ** 3) ** 3 for one in off]
        weights = list(map(mul, kernel, self._weights[first:last]))
        line, spreads = _fit(off, weights, self._means[first:last], near or _Line(0.0, 0.0))
        return line, *_uncertainty(off, kernel, list(map(mul, weights, spreads)))


def _fit(
    off: list[float], weights: list[float], means: list[float], line: _Line
) -> tuple[_Line, list[float]]:
    """The likeliest line, by Newton's method from this one, and mean x (1 - mean) of it at each of `off`.

    Where none is found, because ratings so close together jump that it would be too steep, the level alone is fitted.
    """
    level, slope = line
    for _ in range(STEPS):
        fitted = [1 / (1 + exp(-level - slope * one)) for one in off]
        spreads = [mean * (1 - mean) for mean in fitted]
        misses = [weight * (mean - mine) for weight, mean, mine in zip(weights, means, fitted, strict=True)]
        a, b, c, det = _information(off, list(map(mul, weights, spreads)))
        if not det:
            break
        miss, tilt = sum(misses), sum(map(mul, misses, off))
        step, turn = (c * miss - b * tilt) / det, (a * tilt - b * miss) / det
        level += min(max(step, -_LARGEST_STEP), _LARGEST_STEP)
        slope += min(max(turn, -_LARGEST_STEP), _LARGEST_STEP)
        if abs(step) + abs(turn) < _CLOSE:
            return _Line(level, slope), spreads
    mean = sum(map(mul, weights, means)) / sum(weights)
    return _Line(log(mean / (1 - mean)), 0.0), [mean * (1 - mean)] * len(off)


def _uncertainty(off: list[float], kernel: list[float], weights: list[float]) -> tuple[float, float]:
    """The variance of the level, and how far one rating in the middle moves it: the sandwich, and its bread."""
    _, b, c, det = _information(off, weights)
    p, q = c / det, -b / det
    squared = list(map(mul, kernel, weights))
    tilted = list(map(mul, squared, off))
    m0, m1, m2 = sum(squared), sum(tilted), sum(map(mul, tilted, off))
    return p * p * m0 + 2 * p * q * m1 + q * q * m2, p


def _information(off: list[float], weights: list[float]) -> tuple[float, float, float, float]:
    """The matrix ((a, b), (b, c)) and its determinant, with a trace more of c so that one moment alone is flat."""
    tilted = list(map(mul, weights, off))
    a, b, c = sum(weights), sum(tilted), sum(map(mul, tilted, off))
    c += 1e-3 * a
    return a, b, c, a * c - b * b
