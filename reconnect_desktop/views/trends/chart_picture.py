"""A drawn chart as a picture, and where in it one can point. Loaded with matplotlib, and never in the GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from PySide6.QtGui import QImage

from reconnect_desktop.views.trends.spot_places import SpotPlaces

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from numpy.typing import NDArray

    from reconnect_desktop.output.charts.chart import Chart, Spots
    from reconnect_desktop.output.charts.kinds import ChartKind
    from reconnect_desktop.views.trends.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Picture:
    """What `value` looks like. image: as large as the sheet it was drawn for. places: what can be pointed at, in its order."""

    value: Any
    image: QImage
    sheet: Sheet
    places: Sequence[SpotPlaces]


def take_picture(kind: ChartKind[Any], value: Any, sheet: Sheet) -> Picture:
    """Draw it with all pixels of the screen."""
    return picture_of(kind.draw(value, sheet.style, sheet.inches), value, sheet)


def picture_of(chart: Chart, value: Any, sheet: Sheet) -> Picture:
    """The picture of a chart that was made in `sheet.inches`."""
    chart.figure.set_dpi(sheet.dots)
    canvas = FigureCanvasAgg(chart.figure)
    canvas.draw()
    pixels = np.asarray(canvas.buffer_rgba())
    height, width, _ = pixels.shape
    image = QImage(pixels.tobytes(), width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()
    image.setDevicePixelRatio(sheet.ratio)
    return Picture(value, image, sheet, [_places(spots, sheet) for spots in chart.spots if len(spots.ids)])


def _places(spots: Spots, sheet: Sheet) -> SpotPlaces:
    middles = _pixels(spots.axes, spots.x, spots.y, sheet)
    if spots.reach is None:
        reach = None
    else:
        wide, high = spots.reach
        reach = np.abs(_pixels(spots.axes, spots.x + wide, spots.y + high, sheet) - middles)
    return SpotPlaces(middles, tuple(spots.ids), spots.words, reach)


def _pixels(axes: Axes, x: NDArray[np.float64], y: NDArray[np.float64], sheet: Sheet) -> NDArray[np.float64]:
    """Where these are in the picture: a row (x, y) for each, in Qt's pixels from above left."""
    there = axes.transData.transform(np.column_stack([x, y])) / sheet.ratio
    there[:, 1] = sheet.height - there[:, 1]
    return there
