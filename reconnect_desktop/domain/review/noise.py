"""How far a difference stands out from chance, in standard deviations: above 0 where the first is more.

Three exact tests and one widening. Days in touch of so many days: given all of both, the hypergeometric law (Fisher 1935).
Amounts in times of unequal length: given the sum, the binomial law (Przyborowski & Wilenski 1940). Ratings: all ways to
draw the smaller lot from both (Pitman 1937), beyond a few by the normal law with the variance of that drawing. The first
two count what is just as far out by half (Lancaster 1961), for counts are few. Months of one person differ by more
than such chance (busy weeks, a cold, moods that last), or by less (a call every Sunday), so each is divided by the root of
how much more (quasi-likelihood: McCullagh & Nelder 1989, 4.5), learned from the months of the usual.
docs/decisions/0010 tells how often that is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, inf, lgamma, log, sqrt
from statistics import NormalDist

# Spread of months before there are many: so many months' worth of this much more than chance.
PRIOR_SPREAD, PRIOR_MONTHS = 1.3, 3.0
FARTHEST = 1 / 6  # of the months
SPREAD_LEAST = 0.35  # of those who keep to their days
_EXACT_MOST = 6  # ratings in the smaller lot
_SURE = 1e-12
_NORMAL = NormalDist()


def of_days(now: int, days: int, then: int, then_days: int, spread: float = 1.0) -> float:
    """`now` of `days` beside `then` of `then_days`."""
    drawn, total = now + then, days + then_days
    least, most = max(0, drawn - then_days), min(days, drawn)
    logs = [
        _choose(days, one) + _choose(then_days, drawn - one) - _choose(total, drawn)
        for one in range(least, most + 1)
    ]
    return _from_tails(logs, now - least) / sqrt(spread)


def of_amounts(now: float, time: float, then: float, then_time: float, spread: float = 1.0) -> float:
    """`now` in `time` beside `then` in `then_time`; in units of which each comes by chance."""
    share = time / (time + then_time)
    all_of_it = round(now + then)
    seen = min(all_of_it, round(now))
    if not all_of_it or not 0 < share < 1:
        return 0.0
    logs = [
        _choose(all_of_it, one) + one * log(share) + (all_of_it - one) * log(1 - share)
        for one in range(all_of_it + 1)
    ]
    return _from_tails(logs, seen) / sqrt(spread)


def of_ratings(now: Sequence[int], then: Sequence[int], spread: float = 1.0) -> float:
    """The mean of `now` beside that of `then`; neither is empty."""
    everything = [*now, *then]
    few, sign = (now, 1) if len(now) <= len(then) else (then, -1)
    expected = len(few) * sum(everything) / len(everything)
    off = sum(few) - expected
    if not off:
        return 0.0
    if len(few) <= _EXACT_MOST:
        z = _from_chance(_drawn_so_far_off(everything, len(few), expected, abs(off)))
    else:
        z = max(0.0, abs(off) - 0.5) / sqrt(_variance(everything, len(few)))
    return (z if off * sign > 0 else -z) / sqrt(spread)


def spread(squares: Sequence[float]) -> float:
    """How many times as much as by chance months vary.

    squares: of each month, its squared distance from what was to be expected over the variance that chance gives it.
    The farthest (`FARTHEST`) are left out: where things changed some months ago, that is no yardstick for chance.
    """
    left_out = int(len(squares) * FARTHEST)
    near = sorted(squares)[: len(squares) - left_out]
    total = sum(near) / _kept(left_out / len(squares) if squares else 0.0)
    free = max(0, len(near) - 1)
    return max(SPREAD_LEAST, (total + PRIOR_SPREAD * PRIOR_MONTHS) / (free + PRIOR_MONTHS))


def _kept(left_out: float) -> float:
    """The mean of a squared normal variable, 1, as it is without the largest, such a part of all."""
    if not left_out:
        return 1.0
    bound = _NORMAL.inv_cdf(1 - left_out / 2)
    return 1 - 2 * bound * _NORMAL.pdf(bound) / (1 - left_out)


def _variance(values: Sequence[int], drawn: int) -> float:
    """Of the sum of so many drawn without putting back."""
    count, middle = len(values), sum(values) / len(values)
    squares = sum((one - middle) ** 2 for one in values)
    return squares * drawn * (count - drawn) / (count * (count - 1))


def _drawn_so_far_off(values: Sequence[int], drawn: int, expected: float, off: float) -> float:
    """The chance that so many drawn without putting back have a sum at least so far from what is expected."""
    ways: dict[tuple[int, int], int] = {(0, 0): 1}
    for value in set(values):
        there, grown = values.count(value), dict[tuple[int, int], int]()
        for (taken, total), many in ways.items():
            for more in range(min(there, drawn - taken) + 1):
                key = taken + more, total + more * value
                grown[key] = grown.get(key, 0) + many * _ways(there, more)
        ways = grown
    whole = {total: many for (taken, total), many in ways.items() if taken == drawn}
    far = sum(many for total, many in whole.items() if abs(total - expected) >= off - 1e-9)
    return far / sum(whole.values())


def _ways(count: int, drawn: int) -> int:
    found = 1
    for place in range(drawn):
        found = found * (count - place) // (place + 1)
    return found


def _from_tails(logs: Sequence[float], seen: int) -> float:
    """From the law of a count and the place of the one that was seen."""
    chances = [exp(one) for one in logs]
    half = chances[seen] / 2
    below, above = sum(chances[:seen]) + half, sum(chances[seen + 1 :]) + half
    z = _from_chance(2 * min(below, above))
    return z if above < below else -z


def _from_chance(both_sides: float) -> float:
    return -_NORMAL.inv_cdf(min(1.0, max(_SURE, both_sides)) / 2)


def _choose(count: int, drawn: int) -> float:
    if not 0 <= drawn <= count:
        return -inf
    return lgamma(count + 1) - lgamma(drawn + 1) - lgamma(count - drawn + 1)
