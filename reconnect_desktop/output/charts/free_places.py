"""Places for names beside points, where they cover neither points, lines nor one another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from reconnect_desktop.output.charts.marks import Numbers

_OFF = 0.1  # inches from a point to its name
_ON_A_LINE = 0.02  # what a point of a line under a name counts, beside a point that is a mark


class Wanted(NamedTuple):
    """A name for the point x, y, so large; all in inches."""

    x: float
    y: float
    width: float
    height: float


class _Box(NamedTuple):
    left: float
    low: float
    right: float
    high: float

    def covers(self, points: Numbers) -> int:
        """How many of the points."""
        x, y = points[:, 0], points[:, 1]
        return int(np.sum((self.left < x) & (x < self.right) & (self.low < y) & (y < self.high)))

    def meets(self, other: _Box) -> bool:
        """Whether the two share a place."""
        apart = self.right <= other.left or other.right <= self.left
        return not (apart or self.high <= other.low or other.high <= self.low)


def free_places(
    wanted: Sequence[Wanted], marks: Numbers, along: Numbers, bounds: tuple[float, float]
) -> list[tuple[float, float] | None]:
    """Of each name its left and its middle height, the most important name first; None where it would cover another name.

    marks, along: points of marks and of lines, of shape (n, 2); bounds: width and height to stay within; all in inches.
    """
    taken: list[_Box] = []
    places: list[tuple[float, float] | None] = []
    for one in wanted:
        boxes = [box for box in _around(one) if _within(box, bounds) and not any(map(box.meets, taken))]
        best = min(boxes, key=lambda box: box.covers(marks) + _ON_A_LINE * box.covers(along), default=None)
        if best is not None:
            taken.append(best)
        places.append((best.left, (best.low + best.high) / 2) if best else None)
    return places


def _around(one: Wanted) -> Iterable[_Box]:
    """Right of its point, left of it, above and below, and between these; the likeliest first."""
    width, height = one.width, one.height
    for across, up in ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1)):
        off = _OFF if across * up == 0 else _OFF / 2
        left = {1: one.x + off, 0: one.x - width / 2, -1: one.x - off - width}[across]
        low = {1: one.y + off, 0: one.y - height / 2, -1: one.y - off - height}[up]
        yield _Box(left, low, left + width, low + height)


def _within(box: _Box, bounds: tuple[float, float]) -> bool:
    return box.left >= 0 and box.low >= 0 and box.right <= bounds[0] and box.high <= bounds[1]
