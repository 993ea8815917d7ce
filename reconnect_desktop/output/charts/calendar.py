"""The days of a span as cells: weeks beside one another; where there are many years, a row of weeks for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

import numpy as np

from reconnect_desktop.domain.trends.calendar import CalendarOfDays
from reconnect_desktop.language import tr
from reconnect_desktop.output.charts.calendar_key import CellKey
from reconnect_desktop.output.charts.cells import Cell, draw_cells, draw_ground, draw_pauses
from reconnect_desktop.output.charts.chart import Chart, Spots
from reconnect_desktop.output.charts.day_cells import (
    day_words,
    days_shown,
    each_day,
    each_week,
    paused_days,
    week_words,
)
from reconnect_desktop.output.charts.day_words import short_weekday
from reconnect_desktop.output.charts.frame import Frame, Panel, Room
from reconnect_desktop.output.charts.grid import Grid, Mark, banded, years_of_days, years_of_weeks
from reconnect_desktop.output.charts.scales import Steps
from reconnect_desktop.output.charts.sentence import sentence_chart
from reconnect_desktop.output.charts.style import ChartStyle
from reconnect_desktop.output.trend_words import QUESTIONS, calendar_message

_ONE_BAND = 371  # days up to which weeks follow one another
_LEAST_CELL = 0.07  # inches below which days cannot be told apart, and weeks are shown
_AROUND = 1.2  # inches that titles and key take, about
_BESIDE = 0.08  # inches between words and cells
_AIR = 0.12  # inches between the words of two months
_DIGIT = 0.5  # of a cell's shorter side
_LEAST_DIGIT, _MOST_DIGIT = 5.0, 0.8  # points; of the style's points


def draw(value: CalendarOfDays, style: ChartStyle, *, size: tuple[float, float] = (8.0, 3.6)) -> Chart:
    """A cell for each day in touch, or for each week where days would be too small."""
    message = calendar_message(value)
    if not value.days:
        return sentence_chart(message, style, size, question=tr(QUESTIONS["calendar"]))
    frame = Frame(style, size, tr(QUESTIONS["calendar"]), message)
    sheet = _Sheet(value, frame, by_week=_by_week(value, size[1]))
    frame.fit()
    return Chart(figure=frame.figure, spots=(sheet.spots,), fit=frame.fit)


def _by_week(value: CalendarOfDays, height: float) -> bool:
    first, last = days_shown(value)
    years = last.year - first.year + 1
    return (last - first).days >= _ONE_BAND and (height - _AROUND) / (years * 7.5) < _LEAST_CELL


class _Sheet:
    """The cells, placed anew for each size; the spots move along."""

    def __init__(self, value: CalendarOfDays, frame: Frame, *, by_week: bool) -> None:
        self._value, self._frame, self._by_week = value, frame, by_week
        self._days = days_shown(value)
        self._shown = each_week(value.days) if by_week else each_day(value.days)
        self._key = CellKey(
            frame.type,
            paused=bool(value.pauses),
            unrated=any(one.closeness is None for one in self._shown),
            note=tr("each cell is a week") if by_week else tr("each cell is a day"),
        )
        panel = frame.panel(
            Steps((0.0, 1.0), ()), Steps((0.0, 1.0), ()), lined=False, room=self._room, then=self._then
        )
        self.spots = Spots(
            axes=panel.axes,
            x=np.zeros(len(self._shown)),
            y=np.zeros(len(self._shown)),
            ids=[one.id for one in self._shown],
            words=lambda at: (week_words if by_week else day_words)(self._shown[at]),
            reach=(0.5, 0.5),
        )

    def _room(self, width: float) -> Room:
        several = (self._days.last - self._days.first).days >= _ONE_BAND
        names = ["2000"] if several else map(short_weekday, range(7))
        left = max(map(self._frame.type.width, names)) + _BESIDE
        return Room(left=left, above=self._key.height(width))

    def _grid(self, room: tuple[float, float]) -> Grid:
        line, weekday = self._frame.type.height(), self._frame.style.first_weekday
        if self._by_week:
            return years_of_weeks(self._days, room, line)
        if (self._days.last - self._days.first).days >= _ONE_BAND:
            return years_of_days(self._days, weekday, room, line)
        return banded(self._days, weekday, room, line)

    def _then(self, panel: Panel) -> None:
        grid = self._grid((panel.inner.width, panel.inner.height))
        panel.axes.set_xlim(0, panel.inner.width / grid.width)
        panel.axes.set_ylim(panel.inner.height / grid.height, 0)
        places = [grid.place(one.day) for one in self._shown]
        self.spots.x[:] = [x + 0.5 for x, _ in places]
        self.spots.y[:] = [y + 0.5 for _, y in places]
        cells = [Cell(x, y, one.closeness) for (x, y), one in zip(places, self._shown, strict=True)]
        paused = self._paused(grid)
        draw_pauses(panel, paused)
        draw_ground(panel, self._ground(grid, [*places, *paused]))
        draw_cells(panel, cells, self._digits(grid))
        self._key.draw(panel)
        self._draw_words(panel, grid)

    def _ground(self, grid: Grid, taken: Iterable[tuple[float, float]]) -> Iterable[tuple[float, float]]:
        """The cells of all counted days without contact; none among many years, whose rows are seen without."""
        if self._by_week:
            return ()
        counted = range(min(self._value.counted, (self._days.last - self._days.first).days + 1))
        every = {grid.place(self._days.last - timedelta(days=ahead)) for ahead in counted}
        return every.difference(taken)

    def _paused(self, grid: Grid) -> Sequence[tuple[float, float]]:
        """The cells of paused days; of weeks, where most of it was paused."""
        days = Counter(grid.place(day) for day in paused_days(self._value))
        return [place for place, count in days.items() if count > 3 or not self._by_week]

    def _digits(self, grid: Grid) -> float:
        points = min(grid.width * 1.2, grid.height) * _DIGIT * 72
        if points < _LEAST_DIGIT:
            return 0.0
        return min(points, self._frame.style.points * _MOST_DIGIT)

    def _draw_words(self, panel: Panel, grid: Grid) -> None:
        type_ = self._frame.type
        for mark in _apart_across(grid, type_.width):
            panel.again(type_.words(mark.x, mark.y, mark.text, va="bottom"))
        for mark in _apart_down(grid, type_.height()):
            panel.again(type_.words(-_BESIDE / grid.width, mark.y, mark.text, ha="right"))


def _apart_across(grid: Grid, width: Callable[[str], float]) -> Sequence[Mark]:
    """The marks over the cells, or every second, third, …: as many as have room beside one another."""
    kept: Sequence[Mark] = ()
    for step in (1, 2, 3, 6):
        wanted = grid.months[::step]
        kept = tuple(_clear(grid, wanted, width))
        if len(kept) >= len(wanted) - 1:  # the first may be of a few days alone
            break
    return kept


def _clear(grid: Grid, marks: Sequence[Mark], width: Callable[[str], float]) -> Iterator[Mark]:
    """Those whose words do not touch those before them."""
    row, free = -1.0, 0.0
    for mark in marks:
        if abs(mark.y - row) > 0.01:
            row, free = mark.y, 0.0
        if mark.x * grid.width >= free:
            yield mark
            free = mark.x * grid.width + width(mark.text) + _AIR


def _apart_down(grid: Grid, height: float) -> Iterator[Mark]:
    """Every mark beside the cells, or every second, fifth, …: as many as have room above one another."""
    rows = [mark.y * grid.height for mark in grid.sides]
    apart = min((below - above for above, below in pairwise(rows)), default=height)
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100) if step * apart >= height * 0.95 or step == 100)
    return (mark for mark in grid.sides if step == 1 or not mark.text.isdigit() or int(mark.text) % step == 0)
