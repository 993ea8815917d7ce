"""Where a day's cell stands: weeks beside one another in bands, a band for each year, or a row of weeks for each year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from reconnect_desktop.domain.months import month_of
from reconnect_desktop.domain.trends.span import Span
from reconnect_desktop.output.charts.day_words import month_mark, short_weekday
from reconnect_desktop.output.dates import short_month

_WEEK = 7
_WEEKS = 52  # of a year; its last day or two belong to the last one
_HALF = 14  # days of a month, below which the one after it has the words
_MOST_TALL, _MOST_WIDE = (
    1.5,
    1.3,
)  # a cell's height in widths, and its width in heights; twice that in small ones
_LARGEST = 0.5  # inches
_BETWEEN = 0.5  # of a cell, between the bands of years
_MOST_BANDS = 4


class Mark(NamedTuple):
    """Words at a place, in units of cells."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """width, height: of a cell, in inches. place: the left and upper edge of a day's cell, in units of cells.

    months: stand over what they name; sides: left of the row whose middle they are at.
    """

    width: float
    height: float
    place: Callable[[date], tuple[float, float]]
    months: tuple[Mark, ...]
    sides: tuple[Mark, ...]


def banded(span: Span, first_weekday: int, room: tuple[float, float], line: float) -> Grid:
    """Up to a year: its weeks in as many bands as make the cells largest. room: inches; line: of words over a band."""
    begin = _week_of(span.first, first_weekday)
    weeks = (span.last - begin).days // _WEEK + 1
    bands = max(range(1, _MOST_BANDS + 1), key=lambda bands: _side(weeks, bands, room, line))
    columns = -(-weeks // bands)
    width, height = _cell(columns, bands, room, line)
    high = _WEEK + line / height  # of a band, in cells

    def place(day: date) -> tuple[float, float]:
        week, row = divmod((day - begin).days, _WEEK)
        band, column = divmod(week, columns)
        return float(column), band * high + line / height + row

    sides = (
        Mark(0, band * high + line / height + row + 0.5, short_weekday((first_weekday + row) % _WEEK))
        for band in range(bands)
        for row in range(0, _WEEK, 2)
    )
    return Grid(width, height, place, tuple(_months_over(span, place, first_weekday)), tuple(sides))


def years_of_days(span: Span, first_weekday: int, room: tuple[float, float], line: float) -> Grid:
    """A few years: a band of weeks for each."""
    years = span.last.year - span.first.year + 1
    most = (room[1] - line) / (years * (_WEEK + _BETWEEN))
    width = min(room[0] / (_WEEKS + 2), most * _MOST_WIDE * 2)
    height = min(most, width * _MOST_TALL)
    top = line / height

    def place(day: date) -> tuple[float, float]:
        begin = _week_of(date(day.year, 1, 1), first_weekday)
        week, row = divmod((day - begin).days, _WEEK)
        return float(week), top + (day.year - span.first.year) * (_WEEK + _BETWEEN) + row

    months = (Mark(4.35 * at + 0.3, top, short_month(at + 1)) for at in range(12))
    sides = (
        Mark(0, top + at * (_WEEK + _BETWEEN) + _WEEK / 2, str(span.first.year + at)) for at in range(years)
    )
    return Grid(width, height, place, tuple(months), tuple(sides))


def years_of_weeks(span: Span, room: tuple[float, float], line: float) -> Grid:
    """Many years: a row for each, a cell for each week counted from the first of January."""
    years = span.last.year - span.first.year + 1
    width = room[0] / _WEEKS
    height = min((room[1] - line) / years, width * _MOST_TALL * 2)
    top = line / height

    def place(day: date) -> tuple[float, float]:
        return float(week_number(day)), top + day.year - span.first.year

    months = (Mark(week_number(date(2001, at, 1)), top, short_month(at)) for at in range(1, 13))
    sides = (Mark(0, top + at + 0.5, str(span.first.year + at)) for at in range(years))
    return Grid(width, height, place, tuple(months), tuple(sides))


def week_number(day: date) -> int:
    """0…51: weeks of seven days from the first of January on; the last one has a day or two more."""
    return min((day.toordinal() - _new_year(day.year)) // _WEEK, _WEEKS - 1)


@cache
def _new_year(year: int) -> int:
    return date(year, 1, 1).toordinal()


def week_days(year: int, week: int) -> Span:
    """The days of that week."""
    first = date(year, 1, 1) + timedelta(days=_WEEK * week)
    return Span(first, first + timedelta(days=_WEEK - 1) if week < _WEEKS - 1 else date(year, 12, 31))


def _side(weeks: int, bands: int, room: tuple[float, float], line: float) -> float:
    return min(_cell(-(-weeks // bands), bands, room, line))


def _cell(columns: int, bands: int, room: tuple[float, float], line: float) -> tuple[float, float]:
    """Width and height, in inches."""
    wide, tall = room[0] / columns, max((room[1] - bands * line) / (bands * _WEEK), 0.02)
    return min(wide, tall * _MOST_WIDE, _LARGEST), min(tall, wide * _MOST_TALL, _LARGEST)


def _week_of(day: date, first_weekday: int) -> date:
    return day - timedelta(days=(day.weekday() - first_weekday) % _WEEK)


def _months_over(
    span: Span, place: Callable[[date], tuple[float, float]], first_weekday: int
) -> Iterator[Mark]:
    """Each month over the column its first day is in, the first if enough of it is shown; its year beside the first, and each January."""
    month, said = month_of(span.first), 0
    if (month.last - span.first).days < _HALF:
        month = month.ahead(1)
    while month.first <= span.last:
        column, row = place(max(month.first, span.first))
        top = row - (max(month.first, span.first).weekday() - first_weekday) % _WEEK
        yield Mark(column, top, short_month(month.month) if month.year == said else month_mark(month))
        said, month = month.year, month.ahead(1)
