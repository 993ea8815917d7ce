"""The scales of charts: where ticks stand, and what they say, so that a person can read them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import NamedTuple, Protocol

from reconnect_desktop.domain.months import month_of
from reconnect_desktop.language import number
from reconnect_desktop.output.charts.day_words import day_mark
from reconnect_desktop.output.charts.words import Type
from reconnect_desktop.output.dates import short_month

EPOCH = date(1970, 1, 1).toordinal()
_MOST = 14  # ticks beside one another
_FEW = 3  # ticks that a scale has, if there is room
_AIR = 0.16  # inches between the words of two of them


def day_number(day: date) -> float:
    """The beginning of the day, as matplotlib counts: days since 1970."""
    return float(day.toordinal() - EPOCH)


def moment_number(moment: datetime) -> float:
    """A naive wall time, as matplotlib counts: days since 1970."""
    return day_number(moment) + (moment.hour * 60 + moment.minute) / 1440


def ordinal_number(at: float) -> float:
    """What the domain counts from the year 1, as matplotlib counts: days since 1970."""
    return at - EPOCH


class Tick(NamedTuple):
    """A place on a scale, and its words, of one or two lines; "" for a line alone."""

    at: float
    text: str


class Scale(Protocol):
    """What an axis shows."""

    @property
    def limits(self) -> tuple[float, float]:
        """Its lower and upper end, in the data's units."""

    def ticks(self, inches: float, type_: Type, /) -> Sequence[Tick]:
        """Those that fit into so many inches."""


@dataclass(frozen=True, slots=True)
class Steps:
    """Ticks that are known: levels, categories. `limits`: its ends."""

    limits: tuple[float, float]
    known: tuple[Tick, ...]

    def ticks(self, _inches: float, _type: Type) -> Sequence[Tick]:
        """All of them."""
        return self.known


@dataclass(frozen=True, slots=True)
class Numbers:
    """Round numbers, whole ones at the closest. say: the words of one."""

    limits: tuple[float, float]
    say: Callable[[float], str] = number

    def ticks(self, inches: float, type_: Type, /) -> Sequence[Tick]:
        """As many as have room above one another, 3 lines each, or closer where else there would be hardly any."""
        ticks: Sequence[Tick] = ()
        for lines in (3.0, 2.0, 1.0):
            room = max(1, int(inches / (lines * type_.height())))
            ticks = self._ticks(_round_step((self.limits[1] - self.limits[0]) / room))
            if len(ticks) >= _FEW:
                break
        return ticks

    def _ticks(self, step: float) -> Sequence[Tick]:
        low, high = self.limits
        numbers = range(math.ceil(low / step - 1e-9), int(high / step + 1e-9) + 1)
        return [Tick(n * step, self.say(n * step)) for n in numbers]


@dataclass(frozen=True, slots=True)
class Dates:
    """From the beginning of `first` to the end of `last`."""

    first: date
    last: date
    first_weekday: int = 0

    @property
    def limits(self) -> tuple[float, float]:
        """Days since 1970."""
        return day_number(self.first), day_number(self.last) + 1

    def ticks(self, inches: float, type_: Type, /) -> Sequence[Tick]:
        """Days, weeks, months or years: the closest whose words do not touch."""
        low, high = self.limits
        per_day = inches / (high - low)
        found: Sequence[Tick] = ()
        for ticks in self._closest_first():
            found = [tick for tick in ticks if low <= tick.at <= high]
            if len(found) <= _MOST and _apart(found, per_day, type_):
                break
        return found

    def _closest_first(self) -> Iterator[Sequence[Tick]]:
        days = (self.last - self.first).days + 1
        if days <= _MOST:
            yield self._days(1)
        if days <= 300:
            yield from (self._days(weeks * 7) for weeks in (1, 2))
        if days <= 1500:
            yield from (self._months(step) for step in (1, 2, 3, 6))
        yield from (self._years(step) for step in (1, 2, 5, 10, 20, 50, 100))

    def _days(self, step: int) -> Sequence[Tick]:
        ahead = (self.first_weekday - self.first.weekday()) % 7 if step > 1 else 0
        days = range(self.first.toordinal() + ahead, self.last.toordinal() + 1, step)
        return _with_years([(day, day_mark(day)) for day in map(date.fromordinal, days)])

    def _months(self, step: int) -> Sequence[Tick]:
        month = month_of(self.first) if self.first.day == 1 else month_of(self.first).ahead(1)
        found = []
        while month.first <= self.last:
            if (month.month - 1) % step == 0:
                found.append((month.first, short_month(month.month)))
            month = month.ahead(1)
        return _with_years(found)

    def _years(self, step: int) -> Sequence[Tick]:
        years = range(-(-self.first.year // step) * step, self.last.year + 1, step)
        return [Tick(day_number(date(year, 1, 1)), str(year)) for year in years]


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A scale whose words stand elsewhere: under the panel below."""

    of: Scale

    @property
    def limits(self) -> tuple[float, float]:
        """Those of the other."""
        return self.of.limits

    def ticks(self, inches: float, type_: Type, /) -> Sequence[Tick]:
        """Ticks without words."""
        return [Tick(tick.at, "") for tick in self.of.ticks(inches, type_)]


def _with_years(days: Sequence[tuple[date, str]]) -> Sequence[Tick]:
    """The year under the first, and under the first of each that follows."""
    said: set[int] = set()
    ticks = []
    for day, text in days:
        ticks.append(Tick(day_number(day), text if day.year in said else f"{text}\n{day.year}"))
        said.add(day.year)
    return ticks


def _apart(ticks: Sequence[Tick], per_unit: float, type_: Type) -> bool:
    """Whether the words of neighbours have air between them."""
    halves = [type_.width(tick.text) / 2 for tick in ticks]
    return all(
        (after.at - before.at) * per_unit >= halves[place] + halves[place + 1] + _AIR
        for place, (before, after) in enumerate(pairwise(ticks))
    )


def _round_step(least: float) -> float:
    """The round number (1, 2, 5, 10, …) that is no less."""
    step = 1
    while True:
        for factor in (1, 2, 5):
            if step * factor >= least:
                return step * factor
        step *= 10
