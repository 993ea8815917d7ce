"""How rare a silence is for this person: the statistic a growing gap is noticed by.

In one sentence: from the person's own finished gaps, how long they are and how regular, follows how often a silence
as long as the running one comes up, and it is noticed where that is about once in a year and a half.
docs/decisions/0006 tells how it was chosen, and on which people its level was set.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, lgamma, log
from operator import mul
from statistics import median

from reconnect_desktop.domain.gamma_tail import waiting_tail
from reconnect_desktop.domain.usual import GAPS_HALF, fading

YEARS = 1.45  # a silence that comes up about once in so many years is noticed …
TALKS_RARER = 10.0  # … a silence of talks alone where it is so many times rarer
LEAST_DAYS = 3  # shorter silences are nothing to speak of
LOOKED_AT = 200  # gaps; what lies further back weighs nothing that could be seen
MOST_YEARS = 100.0

# A trip or a forgotten month shall not bend the usual: a finished gap counts for so many medians at most.
MEDIANS_MOST = 4.0
LATELY = 30  # gaps that make this median, and the number of gaps a year
NOT_CUT = 5  # with fewer gaps than this a median says too little

# How regular gaps are, as shapes of the gamma law (1: as if by chance; higher: by habit), and how common each is.
SHAPES = (0.5, 0.8, 1.2, 1.8, 2.8, 4.5, 8.0)
COMMON = (0.6, 1.2, 1.6, 1.5, 1.0, 0.6, 0.3)
# Before the person's own gaps say more: so many gaps of so many days.
PRIOR_GAPS, PRIOR_DAYS = 2.0, 6.0
PRIOR_GAPS_A_YEAR = 3.0
# Busy and quiet spells make neighbouring gaps alike, so that they tell less than their number, and long ones are
# less rare than the law would have it.
ALIKE = 1.3

_WEIGHTS = fading(LOOKED_AT, GAPS_HALF)


class Law:
    """How long this person's gaps are and how regular, learned from finished ones, oldest first (days, at least 1).

    A gamma law: its shape is weighed over `SHAPES`, its pace summed out in closed form.
    """

    def __init__(self, gaps: Sequence[int]) -> None:
        gaps = gaps[-LOOKED_AT:]
        days = _cut(gaps)
        weights = _WEIGHTS[-len(days) :]
        number, total = sum(weights), sum(map(mul, weights, days))
        logs = sum(map(mul, weights, map(log, days)))
        self._scale = PRIOR_GAPS * PRIOR_DAYS + total
        chances = _chances(number, logs, self._scale)
        # The likeliest shape first, so that `is_rare` can stop early.
        self._shapes = sorted(
            (
                (chance, shape, (PRIOR_GAPS + number) * shape)
                for chance, shape in zip(chances, SHAPES, strict=True)
            ),
            reverse=True,
        )
        lately = gaps[-LATELY:]
        mean = (PRIOR_GAPS_A_YEAR * PRIOR_DAYS + sum(lately)) / (PRIOR_GAPS_A_YEAR + len(lately))
        self._a_year = 365 / mean

    def years(self, days: int) -> float:
        """About once in how many years a silence goes on for more than `days`; 100 at most."""
        tail = sum(chance * self._tail(shape, pace, days) for chance, shape, pace in self._shapes)
        return 1 / max(tail * self._a_year, 1 / MOST_YEARS)

    def is_rare(self, days: int, years: float) -> bool:
        """Whether a silence of `days` comes up no more than about once in `years`; quick where it clearly does."""
        if days < LEAST_DAYS:
            return False
        most, tail = 1 / (years * self._a_year), 0.0
        for chance, shape, pace in self._shapes:
            tail += chance * self._tail(shape, pace, days)
            if tail > most:
                return False
        return True

    def _tail(self, shape: float, pace: float, days: int) -> float:
        return waiting_tail(shape / ALIKE, pace / ALIKE, self._scale, max(days, 0.5))


def _cut(gaps: Sequence[int]) -> Sequence[float]:
    if len(gaps) < NOT_CUT:
        return gaps
    most = MEDIANS_MOST * max(median(gaps[-LATELY:]), 1) + 1
    return [min(gap, most) for gap in gaps]


def _chances(number: float, logs: float, scale: float) -> list[float]:
    """How likely each of `SHAPES` is, given the weighted number of gaps, their logarithms and their scale."""
    fits = []
    for shape, common in zip(SHAPES, COMMON, strict=True):
        prior = PRIOR_GAPS * shape
        pace = prior + shape * number
        fits.append(
            log(common)
            + lgamma(pace)
            - lgamma(prior)
            + prior * log(PRIOR_GAPS * PRIOR_DAYS)
            - pace * log(scale)
            + (shape - 1) * logs
            - number * lgamma(shape)
        )
    best = max(fits)
    odds = [exp(fit - best) for fit in fits]
    return [one / sum(odds) for one in odds]
