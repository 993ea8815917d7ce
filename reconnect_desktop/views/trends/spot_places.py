"""Which of thousands of places in a chart is meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

REACH = 24.0  # pixels around a dot that still mean it
_INSIDE = 8.0  # as far as that counts to be inside of a bar: a dot that is nearer is meant before it


@dataclass(frozen=True, slots=True)
class SpotPlaces:
    """middles: a row (x, y) for each, in pixels; reach: half of width and height likewise, None for dots.

    ids, words: as in `output.charts.chart.Spots`.
    """

    middles: NDArray[np.float64]
    ids: Sequence[str]
    words: Callable[[int], tuple[str, ...]]
    reach: NDArray[np.float64] | None = None


class Spot(NamedTuple):
    """The place `at` in a group of places."""

    group: int
    at: int


def nearest(places: Sequence[SpotPlaces], x: float, y: float) -> Spot | None:
    """The one that is meant at this pixel, if any."""
    found = None
    least = REACH
    for group, each in enumerate(places):
        at, far = _nearest(each, np.array([x, y]))
        if far < least:
            found, least = Spot(group, at), far
    return found


def _nearest(places: SpotPlaces, pixel: NDArray[np.float64]) -> tuple[int, float]:
    apart = np.abs(places.middles - pixel)
    if places.reach is None:
        squares = apart[:, 0] ** 2 + apart[:, 1] ** 2
        at = int(np.argmin(squares))
        return at, float(squares[at]) ** 0.5
    inside = np.flatnonzero((apart <= places.reach).all(axis=1))
    return (int(inside[0]), _INSIDE) if len(inside) else (0, REACH)


def step(places: Sequence[SpotPlaces], spot: Spot | None, by: int) -> Spot | None:
    """The next place (`by` 1), the one before (-1): from nowhere the first or the last. At the ends one stays."""
    lengths = [len(each.ids) for each in places]
    if not sum(lengths):
        return None
    last = sum(lengths) - 1
    if spot is None:
        number = 0 if by > 0 else last
    else:
        number = min(max(sum(lengths[: spot.group]) + spot.at + by, 0), last)
    group = 0
    while number >= lengths[group]:
        number -= lengths[group]
        group += 1
    return Spot(group, number)


def find(places: Sequence[SpotPlaces], known: str) -> Spot | None:
    """Where the interaction of this id is, if it is there; "" is nowhere."""
    for group, each in enumerate(places):
        if known and known in each.ids:
            return Spot(group, each.ids.index(known))
    return None
