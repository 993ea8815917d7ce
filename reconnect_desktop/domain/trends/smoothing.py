"""The smoothed line through ratings at irregular times, where there are enough of them, with its band of uncertainty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from math import ceil, exp
from statistics import median

from reconnect_desktop.domain.trends.curve import Curve
from reconnect_desktop.domain.trends.line import Line, Rating, evenly

PLACES = 160  # across the span, where the line is told …
BINS = 80  # … and into which ratings are put together, which costs the line nothing one could see (Fan & Marron 1994)

# The line is broken where nothing was rated for longer than each of these.
HOLE_DAYS = 45
HOLE_PART = 1 / 24  # of the span
HOLE_GAPS = 3  # usual intervals between days with a rating

# A piece of the line takes so many ratings within the span, on so many days.
LEAST_RATINGS = 6
LEAST_DAYS = 3

# Half-width of the kernel: at least so many days, and so much of the span, or the line would follow single ratings.
WIDTH_DAYS = 14
WIDTH_PART = 1 / 25

# Ratings so far outside the span still inform the line's ends.
OUTSIDE_DAYS = 30
OUTSIDE_PART = 1 / 4


def smooth(
    at: Sequence[float], values: Sequence[int], scale: range, *, span: tuple[float, float]
) -> tuple[Curve, ...]:
    """The unbroken pieces of the line within the span, oldest first, with a pointwise 95 % band.

    at: moments in days, in any order; values: on `scale`, as many; span: its first and last moment. Ratings shortly
    outside the span (`OUTSIDE_…`) inform the ends of the line, those further away are not looked at.
    """
    start, length = span[0], max(span[1] - span[0], 1e-3)
    first, last = reach(span)
    ratings = sorted(
        # Rounded, so that the same days have the same line in any year.
        (round(one - start, 6), (value - scale[0] + 0.5) / len(scale))
        for one, value in zip(at, values, strict=True)
        if first <= one <= last
    )
    pieces = (piece for piece in _unbroken(ratings, length) if _is_enough(piece, length))
    return tuple(_curve(piece, scale, start, length) for piece in pieces)


def reach(span: tuple[float, float]) -> tuple[float, float]:
    """The first and the last moment of which ratings inform the line in this span."""
    outside = OUTSIDE_DAYS + OUTSIDE_PART * (span[1] - span[0])
    return span[0] - outside, span[1] + outside


def _unbroken(ratings: list[Rating], length: float) -> Iterator[list[Rating]]:
    """The ratings, divided where nothing was rated for long."""
    days = [day for day, _ in groupby(at // 1 for at, _ in ratings)]
    usual = median(later - day for day, later in pairwise(days)) if len(days) > 1 else 0
    hole = max(HOLE_DAYS, HOLE_PART * length, HOLE_GAPS * usual)
    ends = [place for place, (one, other) in enumerate(pairwise(ratings), 1) if other[0] - one[0] > hole]
    for first, last in pairwise([0, *ends, len(ratings)]):
        yield ratings[first:last]


def _is_enough(ratings: list[Rating], length: float) -> bool:
    within = [at for at, _ in ratings if 0 <= at <= length]
    return len(within) >= LEAST_RATINGS and len({at // 1 for at in within}) >= LEAST_DAYS


def _curve(ratings: list[Rating], scale: range, start: float, length: float) -> Curve:
    first, last = max(ratings[0][0], 0.0), min(ratings[-1][0], length)
    places = evenly(first, last, ceil((last - first) / length * PLACES) + 1)
    line = Line(ratings, least=max(WIDTH_DAYS, WIDTH_PART * length), cell=length / BINS).along(places)
    middle, low, high = (tuple(_on(scale, logit) for logit in logits) for logits in zip(*line, strict=True))
    return Curve(tuple(start + place for place in places), middle, low, high)


def _on(scale: range, logit: float) -> float:
    """A step of the scale reaches half a step to either side, so that a line through nothing but its last step is flat."""
    return min(max(scale[0] - 0.5 + len(scale) / (1 + exp(-logit)), scale[0]), scale[-1])
