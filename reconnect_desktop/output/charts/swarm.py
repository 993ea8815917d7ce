"""Dots on the levels of a scale, set beside each other where several share a place."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from reconnect_desktop.output.charts.chart import Spots
from reconnect_desktop.output.charts.marks import MANY, Numbers, dots, size_dots, told_apart
from reconnect_desktop.output.charts.words import DPI

if TYPE_CHECKING:
    from reconnect_desktop.output.charts.frame import Panel

Kinds = NDArray[np.int64]

# Dots in an inch of width, up to which they are so many points across.
_SIZES = ((10, 6.5), (30, 5.2), (70, 4.3), (250, 3.4), (900, 2.8))
_SMALLEST = 2.3
_ROOM = 0.76  # of the distance of two levels, that dots of one may take
_CLOSEST = 0.4  # of its width, that one dot stands off the other while there is room
_MIX = 167  # odd, so that all 256 places are taken in turn


class Swarm:
    """The dots of a panel.

    x: in the data's units; level: whole, 0…7; kind: of each, which of `looks`, a colour and a marker, it has; ids, words: see Spots.
    """

    def __init__(
        self,
        panel: Panel,
        x: Numbers,
        level: Numbers,
        kind: Kinds,
        *,
        looks: Sequence[tuple[str, str]],
        ids: Sequence[str],
        words: Callable[[int], tuple[str, ...]],
    ) -> None:
        self._panel = panel
        self._x, self._level, self._kind = x, level, kind
        self._y = level.copy()
        self._drawn = {
            number: panel.keep(dots(*look)) for number, look in enumerate(looks) if np.any(kind == number)
        }
        self.spots = Spots(axes=panel.axes, x=x, y=self._y, ids=ids, words=words)

    def place(self) -> None:
        """Set them for the size that the panel has now."""
        low, high = self._panel.across.limits
        bottom, top = self._panel.axes.get_ylim()
        level = self._panel.inner.height / (top - bottom)  # inches
        x = (self._x - low) * (self._panel.inner.width / (high - low))
        points = self._points(self._panel.inner.width)
        self._y[:] = self._level + _spread(x, self._level, self._kind, points / 72, level) / level
        shown = told_apart(x * DPI, self._y * level * DPI, self._kind)
        for number, artist in self._drawn.items():
            here = shown & (self._kind == number)
            artist.set_data(self._x[here], self._y[here])
            size_dots(artist, points, self._panel.frame.style)

    def _points(self, inches: float) -> float:
        """How large a dot is."""
        per_inch = len(self._x) / inches
        grown = math.sqrt(self._panel.frame.style.points / 10)
        return grown * next((points for most, points in _SIZES if per_inch <= most), _SMALLEST)


def _spread(x: Numbers, level: Numbers, kind: Kinds, across: float, room: float) -> Numbers:
    """How far off its level each stands, in inches, so that those of one level within a dot's width stand one above the other.

    across: a dot's width; room: the distance of two levels.
    """
    places = np.floor(x / across).astype(np.int64) * 8 + level.astype(np.int64)
    # In the order of time, many would look like hatching.
    mixed = np.arange(len(x)) * _MIX % 256 if len(x) > MANY else 0
    order = np.argsort((places * 8 + kind) * 256 + mixed, kind="stable")
    sorted_places = places[order]
    first = np.flatnonzero(np.diff(sorted_places, prepend=-1))
    count = np.diff(first, append=len(x))
    even = max(room * _ROOM / count.max(initial=1), across * _CLOSEST)  # the height of a heap says how many
    step = np.minimum(min(across, even), room * _ROOM / count)
    rank = np.arange(len(x)) - np.repeat(first, count)
    off = np.empty(len(x))
    off[order] = (rank - np.repeat((count - 1) / 2, count)) * np.repeat(step, count)
    return off
