"""A year in one picture: twelve small months, each day in touch in the colour of how close it felt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import numpy as np

from reconnect_desktop.domain.review.year_review import SmallMonth, YearReview
from reconnect_desktop.language import tr, tr_n
from reconnect_desktop.output.charts.calendar_key import CellKey
from reconnect_desktop.output.charts.cells import Cell, draw_cells, draw_ground
from reconnect_desktop.output.charts.chart import Chart, Spots
from reconnect_desktop.output.charts.day_cells import each_day
from reconnect_desktop.output.charts.frame import Box, Frame, Panel, Room
from reconnect_desktop.output.charts.scales import Steps
from reconnect_desktop.output.charts.style import ChartStyle
from reconnect_desktop.output.charts.words import BODY, SEMI_BOLD
from reconnect_desktop.output.dates import month_and_year, month_name, short_month
from reconnect_desktop.output.review_words.year import year_sentences
from reconnect_desktop.output.today_words import number

_WEEK, _WEEKS = 7, 6
_BESIDE, _UNDER = 1.6, 0.8  # of a cell, between months
_FLAT = 1.25  # a cell's width in heights, at most
_DIGIT, _LEAST_DIGIT, _MOST_DIGIT = 0.55, 5.0, 0.8  # of a cell; points; of the style's points
_COLUMNS = (6, 4, 3, 2)


class _Layout(NamedTuple):
    """columns of months; width, height: of a cell in inches; head: of what stands over a month's days, in cells."""

    columns: int
    width: float
    height: float
    head: float

    def corner(self, month: int) -> tuple[float, float]:
        """The left and upper edge of a month, 0…11, in units of cells."""
        row, column = divmod(month, self.columns)
        return column * (_WEEK + _BESIDE), row * (self.head + _WEEKS + _UNDER)


def draw(review: YearReview, style: ChartStyle, *, size: tuple[float, float] = (8.0, 5.0)) -> Chart:
    """Twelve months, each with its name, the days in touch, the mean closeness and a cell for each day."""
    frame = Frame(style, size, str(review.year), " ".join(year_sentences(review)))
    sheet = _Sheet(review, frame)
    frame.fit()
    return Chart(figure=frame.figure, spots=(sheet.spots(),), fit=frame.fit)


class _Sheet:
    """The months, placed anew for each size; their spots move along."""

    def __init__(self, review: YearReview, frame: Frame) -> None:
        self._review, self._frame = review, frame
        self._shown = [each_day(month.days) for month in review.months]
        every = [one for month in self._shown for one in month]
        unrated = not review.grief and any(one.closeness is None for one in every)
        note = tr("days in touch · mean closeness") if any(one.closeness for one in review.months) else ""
        self._key = CellKey(frame.type, paused=False, unrated=unrated, note=note)
        panel = frame.panel(
            Steps((0.0, 1.0), ()), Steps((0.0, 1.0), ()), lined=False, room=self._room, then=self._then
        )
        self._axes, self._high = panel.axes, 0.0
        self._x, self._y = np.zeros(len(review.months)), np.zeros(len(review.months))

    def spots(self) -> Spots:
        """The months, each with itself as its id ("2026-10"), "" for those ahead; to be asked for once they have their places."""
        months = self._review.months
        return Spots(
            axes=self._axes,
            x=self._x,
            y=self._y,
            ids=["" if one.ahead else one.month.isoformat() for one in months],
            words=lambda at: _said(months[at], self._review),
            reach=(_WEEK / 2, self._high / 2),
        )

    def _room(self, width: float) -> Room:
        return Room(above=0.0 if self._review.grief else self._key.height(width))

    def _then(self, panel: Panel) -> None:
        counted = 0.0 if self._review.grief else self._frame.type.height()
        head = self._frame.type.height(1, BODY) * 1.15 + counted
        layout = _laid_out(panel.inner, head, self._widest())
        panel.axes.set_xlim(0, panel.inner.width / layout.width)
        panel.axes.set_ylim(panel.inner.height / layout.height, 0)
        cells = [Cell(*self._place(one.day, layout), one.closeness) for month in self._shown for one in month]
        self._high = layout.head + _WEEKS
        for at in range(len(self._review.months)):
            x, y = layout.corner(at)
            self._x[at], self._y[at] = x + _WEEK / 2, y + self._high / 2
        taken = {(cell.x, cell.y) for cell in cells}
        draw_ground(panel, (place for place in self._days(layout) if place not in taken))
        draw_cells(panel, cells, self._digits(layout))
        for at, month in enumerate(self._review.months):
            self._draw_head(panel, layout, at, month)
        if not self._review.grief:
            self._key.draw(panel)

    def _place(self, day: date, layout: _Layout) -> tuple[float, float]:
        before = (date(day.year, day.month, 1).weekday() - self._frame.style.first_weekday) % _WEEK
        week, weekday = divmod(before + day.day - 1, _WEEK)
        x, y = layout.corner(day.month - 1)
        return x + weekday, y + layout.head + week

    def _days(self, layout: _Layout) -> Iterator[tuple[float, float]]:
        """The cells of all days that have come."""
        for month in self._review.months:
            for day in range(1, month.month.days + 1):
                on = month.month.first.replace(day=day)
                if on <= self._review.today:
                    yield self._place(on, layout)

    def _digits(self, layout: _Layout) -> float:
        points = layout.height * _DIGIT * 72
        return 0.0 if points < _LEAST_DIGIT else min(points, self._frame.style.points * _MOST_DIGIT)

    def _widest(self) -> float:
        """Inches that the words over a month take at most."""
        type_ = self._frame.type
        counted = (_counted(month, self._review) for month in self._review.months)
        return max(
            *(type_.width(name, BODY, SEMI_BOLD) for name in map(month_name, range(1, 13))),
            *map(type_.width, counted),
        )

    def _draw_head(self, panel: Panel, layout: _Layout, at: int, month: SmallMonth) -> None:
        """The name, and under it what was counted."""
        type_ = self._frame.type
        x, y = layout.corner(at)
        wide = _WEEK * layout.width
        name = month_name(at + 1) if self._widest() <= wide else short_month(at + 1)
        role = "muted" if month.ahead else "text"
        panel.again(type_.words(x, y, name, size=BODY, weight=SEMI_BOLD, role=role, va="top"))
        counted = _counted(month, self._review)
        if counted and self._widest() > wide:
            counted = _days(month)
        under = y + type_.height(1, BODY) / layout.height
        panel.again(type_.words(x, under, counted, va="top"))


def _said(month: SmallMonth, review: YearReview) -> tuple[str, ...]:
    """What is said of a month: its name, and what was counted."""
    counted = _counted(month, review)
    name = month_and_year(month.month)
    return (name, counted) if counted else (name,)


def _counted(month: SmallMonth, review: YearReview) -> str:
    """As in "12 days · 5.1"; "" where there is nothing to count."""
    if review.grief or not month.in_touch:
        return ""
    days = _days(month)
    if month.closeness is None:
        return days
    return tr("{days} · {closeness}", days=days, closeness=number(month.closeness))


def _days(month: SmallMonth) -> str:
    return tr_n("{count} day", "{count} days", month.in_touch)


def _laid_out(inner: Box, head: float, widest: float) -> _Layout:
    """In as many columns as make the cells largest, where the words over the months fit. head, widest: inches of these."""
    every = [_in_columns(columns, inner, head, widest) for columns in _COLUMNS]
    fitting = [layout for layout in every if layout.width * _WEEK >= widest]
    return max(fitting or every, key=lambda layout: min(layout.width, layout.height))


def _in_columns(columns: int, inner: Box, head: float, widest: float) -> _Layout:
    rows = 12 // columns
    wide = inner.width / (columns * (_WEEK + _BESIDE) - _BESIDE)
    tall = max((inner.height - rows * head) / (rows * (_WEEKS + _UNDER) - _UNDER), 0.02)
    height = min(tall, wide * _FLAT)
    width = min(wide, max(height * _FLAT, widest / _WEEK + 0.01))
    return _Layout(columns, width, height, head / height)
