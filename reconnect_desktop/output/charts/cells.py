"""Cells that show closeness: a colour and its digit, an outline with a dot where none was noted, bare ground without contact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.path import Path
from matplotlib.textpath import TextPath
from matplotlib.transforms import Transform

from reconnect_desktop.domain.measures import CLOSENESS
from reconnect_desktop.output.charts.fonts import families_for
from reconnect_desktop.output.charts.marks import AREA, BACK, DOTS, Block, blocks, line

if TYPE_CHECKING:
    from reconnect_desktop.output.charts.frame import Panel

_INSET = 0.06  # of a cell, on each side
_DOT = 3.0  # points


class Cell(NamedTuple):
    """Its left and upper edge in units of cells; closeness 1…7, None where it was not rated."""

    x: float
    y: float
    closeness: int | None


def draw_cells(
    panel: Panel, cells: Sequence[Cell], digits: float = 0.0, transform: Transform | None = None
) -> None:
    """All cells in one artist for each closeness. digits: the height of theirs in points, 0 for none."""
    style = panel.frame.style
    for closeness in CLOSENESS:
        of_it = [cell for cell in cells if cell.closeness == closeness]
        if not of_it:
            continue
        panel.again(blocks(map(_block, of_it), style.colour(f"closeness_{closeness}"), over=AREA), transform)
        if digits:
            colour = style.colour(f"on_closeness_{closeness}")
            panel.again(_digit(of_it, closeness, colour, digits, style.fonts), transform)
    unrated = [cell for cell in cells if cell.closeness is None]
    if unrated:
        _draw_unrated(panel, unrated, transform)


def draw_ground(panel: Panel, places: Iterable[tuple[float, float]]) -> None:
    """The bare ground of days without contact."""
    tiles = (_block(Cell(x, y, None)) for x, y in places)
    panel.again(blocks(tiles, panel.frame.style.colour("bg"), over=BACK))


def draw_pauses(
    panel: Panel, places: Iterable[tuple[float, float]], transform: Transform | None = None
) -> None:
    """A darker ground behind these cells and around them, which holds together."""
    grounds = (Block(x, x + 1, y, y + 1) for x, y in places)
    panel.again(blocks(grounds, panel.frame.style.colour("line"), over=BACK), transform)


def _draw_unrated(panel: Panel, cells: Sequence[Cell], transform: Transform | None) -> None:
    colour = panel.frame.style.colour("muted")
    corners = ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))
    inset, side = _INSET * 1.5, 1 - 3 * _INSET
    x = [edge for cell in cells for edge in (*(cell.x + inset + side * at for at, _ in corners), np.nan)]
    y = [edge for cell in cells for edge in (*(cell.y + inset + side * at for _, at in corners), np.nan)]
    panel.again(line(x, y, colour, 0.8, over=AREA), transform)
    middles = [cell.x + 0.5 for cell in cells], [cell.y + 0.5 for cell in cells]
    panel.again(Line2D(*middles, ls="", marker="o", ms=_DOT, mew=0, color=colour, zorder=DOTS), transform)


def _block(cell: Cell) -> Block:
    return Block(cell.x + _INSET, cell.x + 1 - _INSET, cell.y + _INSET, cell.y + 1 - _INSET)


def _digit(
    cells: Sequence[Cell], closeness: int, colour: str, points: float, fonts: tuple[str, ...]
) -> Line2D:
    """The same digit in the middle of all these cells, as one artist."""
    shape, part = _outline(str(closeness), fonts)
    return Line2D(
        [cell.x + 0.5 for cell in cells], [cell.y + 0.5 for cell in cells], ls="", marker=shape, ms=points * part,
        mew=0, color=colour, zorder=DOTS,
    )  # fmt: skip


@lru_cache(maxsize=32)
def _outline(digit: str, fonts: tuple[str, ...]) -> tuple[Path, float]:
    """The digit's outline around its middle, and how large a marker is drawn for it to be as high as another's 1."""
    shape = TextPath((0, 0), digit, size=1, prop=FontProperties(family=list(families_for(digit, fonts))))
    low, high = shape.vertices.min(axis=0), shape.vertices.max(axis=0)
    around = Path(shape.vertices - (low + high) / 2, shape.codes)
    return around, 2 * float(np.abs(around.vertices).max())
