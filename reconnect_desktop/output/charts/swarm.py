"""Dots of interactions over time, by medium, set beside each other where several share a place."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.trends.closeness import Dot
from reconnect_desktop.output.charts.chart import Spots
from reconnect_desktop.output.charts.marks import Numbers, dots, size_dots
from reconnect_desktop.output.charts.scales import EPOCH
from reconnect_desktop.output.charts.style import MARKERS
from reconnect_desktop.output.charts.words import DPI
from reconnect_desktop.output.dates import long_day
from reconnect_desktop.output.sentences import closeness_word, medium_word

if TYPE_CHECKING:
    from reconnect_desktop.output.charts.frame import Panel

# Dots in an inch of width, up to which they are so many points across.
_SIZES = ((12, 6.5), (60, 5.2), (250, 4.0), (900, 3.0))
_SMALLEST = 2.3
_ROOM = 0.76  # of the distance of two levels, that dots of one may take
_CLOSEST = 0.4  # of its width, that one dot stands off the other while there is room
_MIX = 167  # odd, so that all 256 places are taken in turn
_FINE = 2.0  # pixels that can be told apart
_MANY = 4000  # dots, from which those that would cover another of their kind are not drawn
_RANK = {medium: rank for rank, medium in enumerate(Medium)}


class Swarm:
    """The dots of a panel whose height counts closeness, 1…7."""

    def __init__(self, panel: Panel, shown: Sequence[Dot]) -> None:
        self._panel = panel
        self._shown = shown
        self._x = moments([dot.local for dot in shown])
        self._level = np.array([dot.closeness for dot in shown], np.float64)
        self._kind = _ranks([dot.medium for dot in shown])
        self._y = self._level.copy()
        self.media = [medium for rank, medium in enumerate(Medium) if np.any(self._kind == rank)]
        style = panel.frame.style
        self._drawn = {
            medium: panel.keep(dots(style.medium(medium), MARKERS[medium])) for medium in self.media
        }

    def place(self) -> None:
        """Set them for the size that the panel has now."""
        low, high = self._panel.across.limits
        bottom, top = self._panel.axes.get_ylim()
        level = self._panel.inner.height / (top - bottom)  # inches
        x = (self._x - low) * (self._panel.inner.width / (high - low))
        points = self._points(self._panel.inner.width)
        self._y[:] = self._level + _spread(x, self._level, self._kind, points / 72, level) / level
        shown = _seen(x, self._y * level, self._kind)
        for medium, artist in self._drawn.items():
            here = shown & (self._kind == _RANK[medium])
            artist.set_data(self._x[here], self._y[here])
            size_dots(artist, points, self._panel.frame.style)

    def spots(self) -> Spots:
        """All of them, oldest first."""
        return Spots(
            axes=self._panel.axes,
            x=self._x,
            y=self._y,
            ids=[dot.id for dot in self._shown],
            words=self._words,
        )

    def _points(self, inches: float) -> float:
        """How large a dot is."""
        per_inch = len(self._shown) / inches
        grown = math.sqrt(self._panel.frame.style.points / 10)
        return grown * next((points for most, points in _SIZES if per_inch <= most), _SMALLEST)

    def _words(self, place: int) -> tuple[str, ...]:
        dot = self._shown[place]
        return long_day(dot.local.date()), f"{medium_word(dot.medium)}, {closeness_word(dot.closeness)}"


def moments(times: Sequence[datetime]) -> Numbers:
    """Naive wall times as matplotlib counts: days since 1970."""
    minutes = [at.toordinal() * 1440 + at.hour * 60 + at.minute for at in times]
    return np.array(minutes, np.float64) / 1440 - EPOCH


def _ranks(media: Sequence[Medium]) -> NDArray[np.int64]:
    """The place of each in the order of Medium; told apart by identity, for to hash an enum takes long."""
    which = np.fromiter(map(id, media), np.int64, len(media))
    return np.select([which == id(medium) for medium in Medium], list(range(len(Medium))))


def _spread(x: Numbers, level: Numbers, kind: NDArray[np.int64], across: float, room: float) -> Numbers:
    """How far off its level each stands, in inches, so that those of one level within a dot's width stand one above the other.

    across: a dot's width; room: the distance of two levels.
    """
    places = np.floor(x / across).astype(np.int64) * 8 + level.astype(np.int64)
    mixed = (
        np.arange(len(x)) * _MIX % 256 if len(x) > _MANY else 0
    )  # in order of time, many would look like hatching
    order = np.argsort((places * 8 + kind) * 256 + mixed, kind="stable")
    sorted_places = places[order]
    first = np.flatnonzero(np.diff(sorted_places, prepend=-1))
    count = np.diff(first, append=len(x))
    most = max(
        room * _ROOM / count.max(initial=1), across * _CLOSEST
    )  # so that the height of a heap says how many
    step = np.minimum(min(across, most), room * _ROOM / count)
    rank = np.arange(len(x)) - np.repeat(first, count)
    off = np.empty(len(x))
    off[order] = (rank - np.repeat((count - 1) / 2, count)) * np.repeat(step, count)
    return off


def _seen(x: Numbers, y: Numbers, kind: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Of very many, one for each place as small as can be told apart."""
    seen = np.ones(len(x), dtype=np.bool_)
    if len(x) > _MANY:
        places = (
            (np.rint(x * DPI / _FINE).astype(np.int64) << 24)
            + (np.rint(y * DPI / _FINE).astype(np.int64) << 3)
            + kind
        )
        seen[:] = False
        seen[np.unique(places, return_index=True)[1]] = True
    return seen
