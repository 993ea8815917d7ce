"""The closeness chart after sixty years, beside a bare line of matplotlib's on the same canvas; and what its value costs."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import cycle
from pathlib import Path

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure as Drawing

from benchmarks.journals import interactions
from benchmarks.measure import Case, Figure, middle, ratio, side_by_side
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.trends.closeness import ClosenessOverTime, closeness_over_time
from reconnect_desktop.domain.trends.sources import Point, Sources
from reconnect_desktop.domain.trends.span import Span, everything
from reconnect_desktop.output.charts import words
from reconnect_desktop.output.charts.closeness import draw
from reconnect_desktop.output.charts.style import ChartStyle
from reconnect_desktop.output.charts.words import DPI
from reconnect_desktop.output.theme import load_theme

LIFETIME, BARE = 22_000, 500
FIRST_REACH, AGAIN_REACH = 2.5, 1.5
COUNTED_REACH = 500.0  # ms
SIZE = (9.4, 4.2)  # inches
STYLE = ChartStyle(load_theme("light").colours)
YEAR = timedelta(days=365)


def run(_scratch: Path, rounds: int) -> list[Figure]:
    """Everything in memory, a new figure each time, as the page makes one for each range. Imports are not counted."""
    sources = _sources(interactions(LIFETIME))
    whole = everything(sources)
    life = closeness_over_time(sources, whole)
    first = side_by_side({"bare": _timed(_bare), "ours": _timed(lambda: _draw_cold(life))}, rounds)
    again = side_by_side(
        {
            "bare": _timed(_moved(_bare())),
            "all": _timed(lambda: _draw(life)),
            "year": _timed(_through(_years(sources))),
            "counted": _timed(lambda: closeness_over_time(sources, whole)),
        },
        rounds,
    )
    return [
        _over(first, f"first draw of closeness, {LIFETIME:,} interactions", "ours", FIRST_REACH),
        _over(again, f"change of range to all {LIFETIME:,}, drawn", "all", AGAIN_REACH),
        _over(again, "change of range to another year, drawn", "year", AGAIN_REACH),
        Figure(
            f"closeness over time of {LIFETIME:,} interactions, counted",
            statistics.median(again["counted"]),
            COUNTED_REACH,
            f"ms; {middle(again, 'counted')}",
        ),
    ]


def _over(told: dict[str, list[float]], what: str, name: str, reach: float) -> Figure:
    detail = f"x; {middle(told, name)} over {middle(told, 'bare')} ms"
    return Figure(f"{what}, over bare", ratio(told, name, "bare"), reach, detail)


def _timed(what: Callable[[], object]) -> Case:
    def case() -> float:
        began = time.perf_counter()
        what()
        return (time.perf_counter() - began) * 1000

    return case


def _bare() -> FigureCanvasAgg:
    """A line as matplotlib draws one. The canvas of the window draws by the same Agg."""
    canvas = FigureCanvasAgg(Drawing(figsize=SIZE, dpi=DPI))
    canvas.figure.add_subplot().plot(np.arange(BARE), np.sin(np.arange(BARE) / 30))
    canvas.draw()
    return canvas


def _moved(canvas: FigureCanvasAgg) -> Callable[[], object]:
    """The bare line drawn again in another range."""
    ranges = cycle([(0, 100), (100, 350), (50, 500)])

    def again() -> None:
        canvas.figure.axes[0].set_xlim(*next(ranges))
        canvas.draw()

    return again


def _draw(value: ClosenessOverTime) -> None:
    FigureCanvasAgg(draw(value, STYLE, size=SIZE).figure).draw()


def _draw_cold(value: ClosenessOverTime) -> None:
    """As the first time: no words are kept."""
    words.forget()
    _draw(value)


def _through(values: Sequence[ClosenessOverTime]) -> Callable[[], object]:
    others = cycle(values)
    return lambda: _draw(next(others))


def _years(sources: Sources) -> list[ClosenessOverTime]:
    lasts = [sources.today - YEAR * back for back in (0, 3, 7, 20, 50)]
    return [closeness_over_time(sources, Span(last - YEAR, last)) for last in lasts]


def _sources(found: Sequence[Interaction]) -> Sources:
    oldest_first = sorted(found, key=lambda one: one.when.timestamp)
    return Sources(today=oldest_first[-1].when.day, points=tuple(_point(one) for one in oldest_first))


def _point(one: Interaction) -> Point:
    return Point(
        one.when.local,
        one.when.timestamp,
        one.id,
        one.logged.day,
        one.medium,
        one.minutes,
        one.closeness,
        one.mood,
        one.tags,
    )
