"""One unbroken line through ratings: how closely it follows them, and how sure it is.

How many of the nearest ratings each fit rests on is chosen by the corrected AIC (Hurvich, Simonoff & Tsai 1998); the
spread of the ratings about the line, and with it the band, comes from the ratings too.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from math import ceil, inf, log, sqrt
from typing import NamedTuple

from reconnect_desktop.domain.trends.local_fit import Bin, Fitted, LocalFit
from reconnect_desktop.domain.trends.spells import alike, company, worth
from reconnect_desktop.domain.trends.student import student

NEAREST = (
    1.0,
    0.65,
    0.42,
    0.27,
    0.18,
    0.12,
    0.08,
)  # the candidates: the share of the ratings that a fit rests on

# The spread taken for granted before the ratings say more (1.2 of seven around 5, as in `dips`), worth so many ratings.
PRIOR_DISPERSION, PRIOR_WORTH = 0.13, 5.0

Rating = tuple[float, float]  # days; value, between 0 and 1


class Line:
    """The line through ratings."""

    def __init__(self, ratings: Sequence[Rating], *, least: float, cell: float) -> None:
        """ratings: in order of time, not all at once; least: the kernel's least half-width; cell: width of the bins."""
        at = [one for one, _ in ratings]
        ends, others = (at[0], at[-1]), company(at)
        pilot = _chosen(_binned(ratings, worth(others), cell), ends, least)
        weights = worth(others, alike(at, _off(ratings, pilot.fitted)))
        chosen = _chosen(_binned(ratings, weights, cell), ends, least)
        self._nearest = _next_closer(chosen.nearest)
        self._fits = chosen.fits
        self._error = student(chosen.judged.freedom) * sqrt(chosen.judged.dispersion)

    def along(self, places: Sequence[float]) -> list[tuple[float, float, float]]:
        """At each of these places, in order: the line's logit, and the ends of its 95 % band."""
        fitted = self._fits.along(places, self._nearest)
        offs = [self._error * sqrt(variance) for variance in fitted.variance]
        return [(logit, logit - off, logit + off) for logit, off in zip(fitted.logit, offs, strict=True)]


class _Judged(NamedTuple):
    """How a fit does: its corrected AIC, its dispersion, and the degrees of freedom that one stands on."""

    aic: float
    dispersion: float
    freedom: float


def evenly(first: float, last: float, count: int) -> list[float]:
    """So many places, at least two, from `first` to `last`."""
    return [first + (last - first) * place / (count - 1) for place in range(count)]


class _Chosen(NamedTuple):
    nearest: float
    fitted: Fitted
    judged: _Judged
    fits: LocalFit


def _chosen(bins: list[Bin], ends: tuple[float, float], least: float) -> _Chosen:
    """The best candidate, the smoothest among equals."""
    fits = LocalFit(bins, least)
    candidates = []
    for nearest in NEAREST:
        # The closer it follows, the more places it takes to see it.
        fitted = fits.along(evenly(*ends, 8 + ceil(4 / nearest)), nearest)
        judged = _judged(fitted, bins)
        candidates.append(_Chosen(nearest, fitted, judged, fits))
    return min(candidates, key=lambda one: one.judged.aic)


def _next_closer(nearest: float) -> float:
    """The candidate after it: the best one is a compromise with bias, which the band, made of spread alone, knows not."""
    return NEAREST[min(NEAREST.index(nearest) + 1, len(NEAREST) - 1)]


def _judged(fitted: Fitted, bins: list[Bin]) -> _Judged:
    count, off, taken = 0.0, PRIOR_WORTH * PRIOR_DISPERSION, 0.0
    for one, (mean, own) in zip(bins, fitted.means([one.at for one in bins]), strict=True):
        spread = mean * (1 - mean)
        count += one.weight
        off += one.weight * (one.square - 2 * mean * one.mean + mean * mean) / spread
        taken += one.weight * spread * own
    freedom = max(count - taken, 0.0)
    penalty = 2 * (taken + 1) / (freedom - 2) if freedom > 2 else inf
    return _Judged(
        log(off / (PRIOR_WORTH + count)) + penalty, off / (PRIOR_WORTH + freedom), PRIOR_WORTH + freedom
    )


def _binned(ratings: Sequence[Rating], weights: Sequence[float], cell: float) -> list[Bin]:
    """Ratings of one cell put together, which costs the line nothing one could see (Fan & Marron 1994)."""
    bins = []
    for _, group in groupby(zip(ratings, weights, strict=True), key=lambda one: one[0][0] // cell):
        weight = times = total = squares = 0.0
        for (at, value), each in group:
            weight += each
            times += each * at
            total += each * value
            squares += each * value * value
        bins.append(Bin(times / weight, weight, total / weight, squares / weight))
    return bins


def _off(ratings: Sequence[Rating], fitted: Fitted) -> list[float]:
    """How far each rating lies from the line, in standard deviations."""
    means = [mean for mean, _ in fitted.means([at for at, _ in ratings])]
    off = [(value - mean) / sqrt(mean * (1 - mean)) for (_, value), mean in zip(ratings, means, strict=True)]
    total = PRIOR_WORTH * PRIOR_DISPERSION + sum(one * one for one in off)
    spread = sqrt(total / (PRIOR_WORTH + len(off)))
    return [one / spread for one in off]
