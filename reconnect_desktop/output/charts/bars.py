"""Months as bars: each by itself, or a quarter or a year of them together where they are many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.trends.by_month import ContactsByMonth, MonthOfContacts
from reconnect_desktop.domain.trends.span import Span
from reconnect_desktop.language import tr
from reconnect_desktop.output.charts.day_words import day_mark, month_mark
from reconnect_desktop.output.charts.scales import Tick
from reconnect_desktop.output.charts.words import Type
from reconnect_desktop.output.dates import month_and_year, month_name, short_month

_MOST = 36  # bars beside one another
_AIR = 0.12  # inches between the words of two ticks


class Bar(NamedTuple):
    """`months` months from `first` on, added up.

    part: what of them was counted, where some lies outside the span or is not over: "to 22 Nov"; "" otherwise.
    """

    first: Month
    months: int
    contacts: Counter[Medium]
    minutes: Counter[Medium]
    unknown: int
    part: str

    @property
    def name(self) -> str:
        """As in "October 2026", "July to September 2026", "2026"."""
        if self.months == 12:
            return str(self.first.year)
        if self.months == 1:
            return month_and_year(self.first)
        last = self.first.ahead(self.months - 1)
        return tr("{first} to {last}", first=month_name(self.first.month), last=month_and_year(last))


def bars_of(value: ContactsByMonth) -> tuple[Bar, ...]:
    """The months, by quarter or year where one alone would be too thin to be seen."""
    together = months_together(len(value.months))
    groups = groupby(value.months, key=lambda one: (one.month.year, (one.month.month - 1) // together))
    return tuple(_bar(list(months), together, value.span) for _, months in groups)


def months_together(count: int) -> int:
    """How many of `count` months make a bar: 1, 3 or 12."""
    return 1 if count <= _MOST else 3 if count <= 3 * _MOST else 12


def _bar(months: Sequence[MonthOfContacts], together: int, span: Span) -> Bar:
    contacts: Counter[Medium] = Counter()
    minutes: Counter[Medium] = Counter()
    for month in months:
        contacts.update(month.contacts)
        minutes.update(month.minutes)
    begun = months[0].month
    first = Month(begun.year, (begun.month - 1) // together * together + 1)
    unknown = sum(month.unknown for month in months)
    return Bar(first, together, contacts, minutes, unknown, _part(first, together, months, span))


def _part(first: Month, together: int, months: Sequence[MonthOfContacts], span: Span) -> str:
    """What of these months was counted, where it is not all."""
    last = first.ahead(together - 1).last
    if last > span.last:
        return tr("to {day}", day=day_mark(span.last))
    if not months[-1].whole and months[-1].month.first >= span.first:
        return tr("so far")
    return tr("from {day}", day=day_mark(span.first)) if first.first < span.first else ""


@dataclass(frozen=True, slots=True)
class BarScale:
    """Bars beside one another, each one unit wide around its number. named: with their months."""

    bars: tuple[Bar, ...]
    named: bool = True

    @property
    def limits(self) -> tuple[float, float]:
        """Half a unit around the first and the last."""
        return -0.5, len(self.bars) - 0.5

    def ticks(self, inches: float, type_: Type) -> Sequence[Tick]:
        """What is in part always; of the others as many as do not touch."""
        if not self.named:
            return []
        per_bar = inches / len(self.bars)
        told = [Tick(at, f"{self._name(bar)}\n{bar.part}") for at, bar in enumerate(self.bars) if bar.part]
        found: list[Tick] = []
        for step in (1, 2, 3, 4, 6, 12, 24, 60, 120, 240):
            found = self._every(step)
            if _apart(found, per_bar, type_):
                break
        return sorted([*told, *(tick for tick in found if _clear(tick, told, per_bar, type_))])

    def _name(self, bar: Bar) -> str:
        if bar.months == 12:
            return str(bar.first.year)
        return month_mark(bar.first)

    def _every(self, step: int) -> list[Tick]:
        """The whole bars that begin with every `step` months; its year under the first of each."""
        found, said = [], 0
        for at, bar in enumerate(self.bars):
            month = bar.first
            if not bar.part and (month.year * 12 + month.month - 1) % step == 0:
                found.append(Tick(at, _tick_name(bar, step, told=month.year == said)))
                said = month.year
            elif bar.part:
                said = month.year
        return [tick for tick in found if tick.text]


def _tick_name(bar: Bar, step: int, *, told: bool) -> str:
    """The month, its year under it if that is not told yet; the year alone, where years are what can be told."""
    if bar.months > 1 or step >= 12:
        return str(bar.first.year) if bar.first.month == 1 else ""
    name = short_month(bar.first.month)
    return name if told else f"{name}\n{bar.first.year}"


def _clear(tick: Tick, others: Sequence[Tick], per_bar: float, type_: Type) -> bool:
    return all(_apart(sorted([tick, other]), per_bar, type_) for other in others)


def _apart(ticks: Sequence[Tick], per_bar: float, type_: Type) -> bool:
    """Whether the words of neighbours have air between them."""
    halves = [type_.width(tick.text) / 2 for tick in ticks]
    gaps = ((after.at - before.at) * per_bar for before, after in pairwise(ticks))
    return all(gap >= halves[place] + halves[place + 1] + _AIR for place, gap in enumerate(gaps))
