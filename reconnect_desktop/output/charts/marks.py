"""Lines, areas and blocks as charts draw them: few artists, nothing cut off at the axes, no hatching."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from matplotlib.colors import to_rgba
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from numpy.typing import ArrayLike, NDArray

from reconnect_desktop.output.charts.style import ChartStyle

Numbers = NDArray[np.float64]
BACK, SHADE, AREA, DOTS, HALO, LINE, OVER, TOP = (
    0.2,
    0.3,
    1.0,
    2.0,
    2.8,
    3.0,
    3.5,
    4.0,
)  # what is drawn over what

MANY = 4000
_FINE = 2.5  # pixels


class Block(NamedTuple):
    """A rectangle in the data's units."""

    left: float
    right: float
    low: float
    high: float


def line(
    x: ArrayLike, y: ArrayLike, colour: str, width: float = 1.6, *, dashed: bool = False, over: float = LINE
) -> Line2D:
    """A line of this width in points; it is interrupted at NaN."""
    style = (0, (4, 3)) if dashed else "-"
    return Line2D(x, y, color=colour, lw=width, ls=style, zorder=over, solid_capstyle="round")


def area(pieces: Iterable[tuple[Numbers, Numbers, Numbers]], colour: str, alpha: float) -> PathPatch:
    """What lies between low and high, of pieces of (x, low, high) with at least two places each."""
    outlines = [
        np.column_stack((np.concatenate((x, x[::-1])), np.concatenate((low, high[::-1]))))
        for x, low, high in pieces
    ]
    return _filled(outlines, colour, alpha, AREA)


def blocks(places: Iterable[Block], colour: str, alpha: float = 1.0, over: float = SHADE) -> PathPatch:
    """Many rectangles as one artist."""
    outlines = [
        np.array(((b.left, b.low), (b.right, b.low), (b.right, b.high), (b.left, b.high))) for b in places
    ]
    return _filled(outlines, colour, alpha, over)


def dots(colour: str, marker: str) -> Line2D:
    """Markers without a line, to be given places and a size."""
    return Line2D([], [], color=colour, ls="", marker=marker, zorder=DOTS)


def size_dots(drawn: Line2D, points: float, style: ChartStyle) -> None:
    """Make them so many points across; larger ones get an edge that sets them off, and lie over lines."""
    large = points >= _LARGE
    drawn.set_markersize(points * _EVEN.get(str(drawn.get_marker()), 1.0))
    drawn.set_markerfacecolor(to_rgba(str(drawn.get_color()), 1.0 if large else _SMALL_ALPHA))
    drawn.set_markeredgecolor(style.colour("surface") if large else "none")
    drawn.set_markeredgewidth(0.6 if large else 0.0)
    drawn.set_zorder(OVER if large else DOTS)


def told_apart(x: Numbers, y: Numbers, kind: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Of very many places in pixels, one of each kind wherever an eye can tell places apart; of `MANY`, all."""
    seen = np.ones(len(x), dtype=np.bool_)
    if len(x) > MANY:
        across, up = (np.rint(places / _FINE).astype(np.int64) for places in (x, y))
        seen[:] = False
        seen[np.unique((across << 24) + (up << 3) + kind, return_index=True)[1]] = True
    return seen


def flags(colour: str) -> Line2D:
    """Small flags, to be given places, on which their poles stand."""
    return Line2D([], [], ls="", marker=_FLAG, ms=14, mfc=colour, mec=colour, mew=1.0, zorder=TOP)


_FLAG = Path([(0, 0), (0, 1), (0.75, 0.75), (0.05, 0.5), (0.05, 0)], closed=False)
_EVEN = {"o": 1.0, "s": 0.88, "D": 0.8, "^": 1.08, "v": 1.08, "X": 1.0}  # so that all shapes look alike large
_LARGE = 4.0
_SMALL_ALPHA = 0.8


def _filled(outlines: Sequence[Numbers], colour: str, alpha: float, over: float) -> PathPatch:
    if not outlines:
        return PathPatch(Path(np.empty((0, 2))), lw=0, fc="none", zorder=over)
    points = np.concatenate([np.vstack((outline, outline[:1])) for outline in outlines])
    codes = np.concatenate([_codes(len(outline)) for outline in outlines])
    return PathPatch(Path(points, codes), fc=to_rgba(colour, alpha), lw=0, ec="none", zorder=over)


def _codes(corners: int) -> NDArray[np.uint8]:
    return np.array([Path.MOVETO, *[Path.LINETO] * (corners - 1), Path.CLOSEPOLY], dtype=np.uint8)
