"""Names beside the last bar, each at the height of what it names, none over another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from matplotlib.lines import Line2D
from matplotlib.transforms import ScaledTranslation

from reconnect_desktop.output.charts.words import Type

if TYPE_CHECKING:
    from reconnect_desktop.output.charts.frame import Panel

_GAP = 0.08  # inches from the axes to the swatch, and from it to the name
_SWATCH = 7.0  # points


_MOST = 0.25  # of the width: names that take more stand elsewhere


class SideLabel(NamedTuple):
    """at: where it would best stand, in the data's units."""

    name: str
    colour: str
    at: float


def has_room(names: float, width: float) -> bool:
    """Whether names so wide may stand beside axes, where both have `width` together."""
    return names <= _MOST * width


def side_width(names: Sequence[str], type_: Type) -> float:
    """Inches that these names take right of the axes."""
    return max((type_.width(name) for name in names), default=0.0) + 2 * _GAP + _SWATCH / 72


def draw_side_labels(panel: Panel, labels: Sequence[SideLabel]) -> None:
    """From below to above in the order given, right of the panel; below it where they need more height."""
    figure, type_ = panel.frame.figure, panel.frame.type
    low, high = panel.up.limits
    inches = [(label.at - low) / (high - low) * panel.inner.height for label in labels]
    places = spread(inches, type_.height(), panel.inner.height)
    for label, place in zip(labels, places, strict=True):
        y = place / panel.inner.height
        swatch = panel.axes.transAxes + ScaledTranslation(_GAP + _SWATCH / 144, 0, figure.dpi_scale_trans)
        beside = panel.axes.transAxes + ScaledTranslation(2 * _GAP + _SWATCH / 72, 0, figure.dpi_scale_trans)
        panel.again(Line2D([1], [y], marker="s", ms=_SWATCH, mew=0, color=label.colour), swatch)
        panel.again(type_.words(1, y, label.name), beside)


def spread(wanted: Sequence[float], apart: float, highest: float) -> list[float]:
    """Places near those wanted, in their order, at least `apart` from each other, none above `highest`."""
    places: list[float] = []
    for want in wanted:
        places.append(max(want, places[-1] + apart) if places else want)
    ceiling = highest
    for at in reversed(range(len(places))):
        places[at] = min(places[at], ceiling)
        ceiling = places[at] - apart
    return places
