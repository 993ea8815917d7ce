"""A line to be drawn."""

from __future__ import annotations

from typing import NamedTuple


class Curve(NamedTuple):
    """An unbroken piece of the smoothed line.

    at: moments in days since 0001-01-01 (`date.toordinal()` and a fraction), ascending;
    middle, low, high: closeness (or mood) there and its 95 % band, each as long as `at`, all within the scale.
    """

    at: tuple[float, ...]
    middle: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
