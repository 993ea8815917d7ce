"""What one sees of a chart: its words, where they are, and whether each can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import cache
from itertools import combinations

from matplotlib.artist import Artist
from matplotlib.axis import Axis
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.trends.sources import Point, Sources
from reconnect_desktop.output.charts.chart import Chart
from reconnect_desktop.output.charts.style import ChartStyle
from reconnect_desktop.output.theme import load_theme
from tests.making import TODAY
from tests.trends_making import JOURNALS

NARROW, WIDE = 640 / 96, 1100 / 96  # inches
TITLED = ChartStyle(load_theme("light").colours, points=10.0, titled=True)
LARGE = ChartStyle(load_theme("dark").colours, points=15.0, titled=True)
_TOUCHING = 2.0  # pixels that boxes of letters may share


@cache
def a_lifetime() -> Sources:
    """60 years, a contact a day."""
    noon, media = datetime(2026, 11, 22, 12), tuple(Medium)
    points = (
        Point(
            local=noon - timedelta(days=place),
            timestamp=-place,
            id=str(place),
            logged=TODAY,
            medium=media[place % 6],
            minutes=None if place % 7 == 0 else 5 + place % 90,
            closeness=None if place % 9 == 0 else 1 + place % 7,
            mood=1 + place % 5,
            tags=(("walk", "cooked", "laughed together")[place % 3],),
        )
        for place in range(22_000)
    )
    return Sources(today=TODAY, points=tuple(points)[::-1])


ALL_JOURNALS: dict[str, Callable[[], Sources]] = {**JOURNALS, "a_lifetime": a_lifetime}


def words_in(chart: Chart) -> Iterator[tuple[str, Bbox]]:
    """All words that are drawn, and their places in pixels."""
    renderer = FigureCanvasAgg(chart.figure).get_renderer()
    for found in _visible(chart.figure):
        if isinstance(found, Text) and found.get_text().strip():
            yield found.get_text(), found.get_window_extent(renderer)


def _visible(artist: Artist) -> Iterator[Artist]:
    """It and all inside it that can be seen: an axis that cannot would make its ticks only to be asked."""
    if artist.get_visible() and not (isinstance(artist, Axis) and not artist.axes.axison):
        yield artist
        for child in artist.get_children():
            yield from _visible(child)


def lines_in(chart: Chart) -> Iterator[tuple[str, Bbox]]:
    """The same, line by line: under a short one, another text may stand beside the longer one that follows it."""
    renderer = FigureCanvasAgg(chart.figure).get_renderer()
    for found in _visible(chart.figure):
        if not isinstance(found, Text) or not found.get_text().strip():
            continue
        box, lines = found.get_window_extent(renderer), found.get_text().split("\n")
        if len(lines) == 1:
            yield lines[0], box
            continue
        share = {"left": 0.0, "center": 0.5, "right": 1.0}[found.get_horizontalalignment()]
        high = box.height / len(lines)
        for place, line in enumerate(reversed(lines)):
            width = renderer.get_text_width_height_descent(line, found.get_fontproperties(), ismath=False)[0]
            if line.strip():
                left = box.x0 + (box.width - width) * share
                yield line, Bbox.from_bounds(left, box.y0 + high * place, width, high)


def trouble_reading(chart: Chart) -> list[str]:
    """The lines that reach out of the figure, and those that lie over each other."""
    found, sheet = list(lines_in(chart)), chart.figure.bbox
    outside = [
        f"outside: {text!r}"
        for text, box in found
        if box.x0 < -1 or box.y0 < -1 or box.x1 > sheet.x1 + 1 or box.y1 > sheet.y1 + 1
    ]
    over = [
        f"over each other: {one!r}, {other!r}"
        for (one, a), (other, b) in combinations(found, 2)
        if min(a.x1, b.x1) - max(a.x0, b.x0) > _TOUCHING and min(a.y1, b.y1) - max(a.y0, b.y0) > _TOUCHING
    ]
    return outside + over


def look_at(chart: Chart) -> None:
    """Draw it, as a window would; pytest makes an error of each warning."""
    canvas = FigureCanvasAgg(chart.figure)
    canvas.draw()
    trouble = trouble_reading(chart)
    assert not trouble, trouble
