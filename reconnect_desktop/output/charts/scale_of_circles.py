"""The scale of closeness: a pair of circles and its number for each level."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from matplotlib.colors import to_rgba
from matplotlib.lines import Line2D

from reconnect_desktop.domain.measures import CLOSENESS
from reconnect_desktop.output.charts.scales import Tick
from reconnect_desktop.output.charts.words import Type
from reconnect_desktop.output.circles import WIDTH, apart

if TYPE_CHECKING:
    from reconnect_desktop.output.charts.frame import Panel


class Levels:
    """All levels that have room above one another: each of them, every other, or the first and the last."""

    limits = (0.5, 7.5)

    def ticks(self, inches: float, type_: Type, /) -> Sequence[Tick]:
        """A number each."""
        pitch = inches / (self.limits[1] - self.limits[0])
        step = next((step for step in (1, 2, 3) if step * pitch >= 1.1 * type_.height()), 6)
        return [Tick(float(level), str(level)) for level in CLOSENESS[::step]]


LEVELS = Levels()
_RADIUS = 0.36  # of the height of the words
_AIR = 0.08  # inches between the numbers and the circles


def circles_width(type_: Type) -> float:
    """Inches that the circles take left of the numbers."""
    return _RADIUS * type_.height() * WIDTH + _AIR


def draw_circles(panel: Panel) -> None:
    """Left of the panel's numbers."""
    type_ = panel.frame.type
    radius = _RADIUS * type_.height()
    levels = [tick.at for tick in LEVELS.ticks(panel.inner.height, type_)]
    middle = -(panel.numbers_width + _AIR + radius * WIDTH / 2)
    for sign, role in ((-1, "you"), (1, "her")):
        places = [(middle + sign * radius * apart(level)) / panel.inner.width for level in levels]
        panel.again(
            _rings(places, levels, radius, panel.frame.style.colour(role)), panel.axes.get_yaxis_transform()
        )


def _rings(x: list[float], y: list[float], radius: float, colour: str) -> Line2D:
    return Line2D(x, y, ls="", marker="o", ms=2 * radius * 72, mfc=to_rgba(colour, 0.18), mec=colour, mew=0.9)
