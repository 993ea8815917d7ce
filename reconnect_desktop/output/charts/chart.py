"""A drawn chart: its figure, and what can be pointed at in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

    Places = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spots:
    """What can be pointed at in `axes`, in the order in which the arrow keys go through them.

    x, y: middles, in the data's units, of equal length; ids: of each, the interaction it stands for, or "";
    reach: half its width and half its height in the data's units for bars and cells, which are hit from inside; None for dots,
    of which the nearest is meant; words: lines that say what the one at this place is (heading first), for those without an id.
    """

    axes: Axes
    x: Places
    y: Places
    ids: Sequence[str]
    words: Callable[[int], tuple[str, ...]]
    reach: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """figure: without layout engine; fit: sets its margins again, to be called before drawing in another size."""

    figure: Figure
    spots: tuple[Spots, ...]
    fit: Callable[[], None]
