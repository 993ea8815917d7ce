"""How much ratings tell that share a spell: those of one bad week are not so many separate ones.

As in `dips`: of the spread of ratings about the line a part is a spell that lasts; two ratings at once share it, two
that lie `SPELL` apart share 1/e of it. How large that part is, the ratings themselves say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import exp
from operator import add, mul

from reconnect_desktop.domain import dips

SPELL = dips.SPELL / 86_400  # days
ALIKE = dips.ALIKE  # before the ratings say more …
ALIKE_WORTH = 10.0  # … worth so many pairs of ratings at once
ALIKE_MOST = 0.95


def company(at: Sequence[float]) -> list[float]:
    """How many others share each one's spell. at: days, ascending."""
    ones = [1.0] * len(at)
    before = list(_shared(at, ones, SPELL))
    after = list(_shared([-one for one in reversed(at)], ones, SPELL))
    return list(map(add, before, reversed(after)))


def worth(company: Sequence[float], part: float = ALIKE) -> list[float]:
    """How many independent ratings each is worth, at most 1. part: that of the spell, 0…1."""
    return [1 / (1 + part * others) for others in company]


def alike(at: Sequence[float], off: Sequence[float]) -> float:
    """The part that is the spell's, 0…`ALIKE_MOST`, by least squares over all pairs of ratings.

    at: days, ascending; off: how far each lies from the line, in standard deviations.
    """
    together = sum(map(mul, off, _shared(at, off, SPELL)), 0.0)
    pairs = sum(_shared(at, [1.0] * len(at), SPELL / 2))
    part = (ALIKE_WORTH * ALIKE + together) / (ALIKE_WORTH + pairs)
    return min(max(part, 0.0), ALIKE_MOST)


def _shared(at: Sequence[float], values: Sequence[float], spell: float) -> Iterator[float]:
    """For each moment, the sum of the values before it, each fading with the time between."""
    found = 0.0
    yield from (0.0,) if at else ()
    for (one, other), value in zip(pairwise(at), values, strict=False):
        found = (found + value) * exp((one - other) / spell)
        yield found
