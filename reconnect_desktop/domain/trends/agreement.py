"""How two measures of the same days go together: Kendall's tau-b, with its 95 % interval.

Kendall 1938; the ties as in Kendall 1945; the interval on the scale of the inverse hyperbolic tangent with the variance of
Fieller, Hartley & Pearson 1957, or with that of a table with ties (Brown & Benedetti 1977) where this is larger. Days
that follow one another are alike: they count as fewer (Bartlett 1935), and the interval is that of Student's t.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import atanh, sqrt, tanh
from typing import NamedTuple

from reconnect_desktop.domain.trends.student import student


class Agreement(NamedTuple):
    """tau: -1…1, and the ends of its interval."""

    tau: float
    low: float
    high: float


class _Cell(NamedTuple):
    """Days with the same two values: how many, how many others agree or disagree with them, and share one value."""

    number: int
    agree: int
    disagree: int
    same_first: int
    same_second: int


def agreement(pairs: Sequence[tuple[float, float]]) -> Agreement | None:
    """Of these pairs, in order of time; None where one of the two never changes.

    The pairs should have few distinct values: it takes the square of the number of different pairs.
    """
    cells, count = list(_cells(pairs)), len(pairs)
    first = count * count - sum(cell.number * cell.same_first for cell in cells)
    second = count * count - sum(cell.number * cell.same_second for cell in cells)
    if not first or not second:
        return None
    width = sqrt(first * second)
    tau = sum(cell.number * (cell.agree - cell.disagree) for cell in cells) / width
    squares = sum(
        cell.number
        * (
            2 * width * (cell.agree - cell.disagree)
            + tau * (cell.same_first * second + cell.same_second * first)
        )
        ** 2
        for cell in cells
    )
    variance = max(squares - count**3 * tau * tau * (first + second) ** 2, 0.0) / width**4
    return _with_interval(tau, variance, count, _independent(pairs))


def _cells(pairs: Sequence[tuple[float, float]]) -> Iterator[_Cell]:
    table = Counter(pairs)
    firsts, seconds = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    for (one, other), count in table.items():
        signs = [((one > a) - (one < a)) * ((other > b) - (other < b)) for a, b in table]
        agree = sum(number for sign, number in zip(signs, table.values(), strict=True) if sign > 0)
        disagree = sum(number for sign, number in zip(signs, table.values(), strict=True) if sign < 0)
        yield _Cell(count, agree, disagree, firsts[one], seconds[other])


def _with_interval(tau: float, variance: float, count: int, independent: float) -> Agreement:
    """The interval for as many independent pairs; variance: that of tau, were all of them independent."""
    inner = min(max(tau, 1 / count - 1), 1 - 1 / count)
    by_ties = variance * count / independent / (1 - inner * inner) ** 2
    by_number = 0.437 / max(independent - 4, 1)
    off = student(max(independent - 2, 3)) * sqrt(max(by_ties, by_number))
    return Agreement(tau, min(tanh(atanh(inner) - off), tau), max(tanh(atanh(inner) + off), tau))


def _independent(pairs: Sequence[tuple[float, float]]) -> float:
    """How many independent pairs these are worth, given how alike one is to the next in both values."""
    both = _next_alike([one for one, _ in pairs]) * _next_alike([other for _, other in pairs])
    return len(pairs) * (1 - both) / (1 + both)


def _next_alike(values: Sequence[float]) -> float:
    """The correlation of each with the next, 0…0.99."""
    middle = sum(values) / len(values)
    off = [value - middle for value in values]
    squares = sum(one * one for one in off)
    return min(max(sum(one * other for one, other in pairwise(off)) / squares, 0.0), 0.99)
