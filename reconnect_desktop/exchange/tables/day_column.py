"""How the days of one column of a table are written, found out over the whole of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from reconnect_desktop.domain.errors import DateOrderMissing
from reconnect_desktop.exchange.date_order import DateOrder
from reconnect_desktop.exchange.tables.day_cells import Named, Numbers, Stamp, day_of, read_cell, stamp_of

_JUDGED = 1_000  # cells by which it is told whether a column has days
_ENOUGH = 10_000  # cells, after which an order that nothing spoke against is only tried
_NOW_AND_THEN = 100


@dataclass(slots=True)
class _Fit:
    """How well one order suits the column: how many days it makes, and whether they go one way."""

    days: int = 0
    up: int = 0
    down: int = 0
    last: date | None = None

    def take(self, day: date) -> None:
        self.days += 1
        if self.last is not None and day != self.last:
            self.up += day > self.last
            self.down += day < self.last
        self.last = day

    @property
    def is_sorted(self) -> bool:
        return min(self.up, self.down) == 0 and max(self.up, self.down) > 1


class Days(NamedTuple):
    """How the days of a column are written, as far as it matters. language: of the months' names."""

    order: DateOrder | None
    language: str | None

    def stamp(self, text: str) -> Stamp | None:
        """What a cell of the column says, or None where that is no day."""
        return stamp_of(read_cell(text), self.order, self.language)


@dataclass(slots=True)
class DayColumn:
    """Filled cell by cell. cells: that weren't empty; days: of the first of them, how many can be one; clocks: with a time.

    example: a cell that is another day in each of the orders.
    """

    cells: int = 0
    days: int = 0
    clocks: int = 0
    example: str = ""
    _fits: dict[DateOrder, _Fit] = field(default_factory=lambda: {order: _Fit() for order in DateOrder})
    _languages: Counter[str] = field(default_factory=Counter)
    _dotted: bool = True
    _is_clear: bool = False  # in which order it is

    def take(self, text: str) -> None:
        """Take note of one cell."""
        if not text.strip():
            return
        self.cells += 1
        if self.cells > _ENOUGH and self.cells % _NOW_AND_THEN and self._is_clear:
            return
        cell = read_cell(text)
        if isinstance(cell, Numbers):
            self._weigh(cell, text)
        elif isinstance(cell, Named):
            self._languages.update(cell.months.keys())
        if self.cells % _NOW_AND_THEN == 0:
            self._is_clear = len(self.orders) == 1
        if self.cells <= _JUDGED:
            stamp = stamp_of(cell, _any_order(cell), None)
            self.days += stamp is not None
            self.clocks += stamp is not None and stamp.clock is not None

    def is_days(self, share: float) -> bool:
        """Whether at least this share of its first cells are days."""
        return self.days > 0 and self.days >= share * min(self.cells, _JUDGED)

    @property
    def orders(self) -> tuple[DateOrder, ...]:
        """The orders that suit the column equally well, likeliest first; none where it is of no account."""
        best = max(fit.days for fit in self._fits.values())
        tied = [order for order, fit in self._fits.items() if fit.days == best]
        if not best:
            return ()
        if len(tied) > 1 and self._dotted and DateOrder.DAY_FIRST in tied:
            return (DateOrder.DAY_FIRST,)  # nobody writes the month first and dots after it
        going_one_way = [order for order in tied if self._fits[order].is_sorted]
        if len(going_one_way) == 1:
            return tuple(going_one_way)
        return tuple(tied) if self.example else tuple(tied[:1])

    @property
    def language(self) -> str | None:
        """The language of the months' names: the first that knows the most of them."""
        return max(self._languages, key=self._languages.__getitem__, default=None)

    def settled(self, said: DateOrder | None) -> Days:
        """How they are read; what the user said counts where the column leaves it open. Raises DateOrderMissing."""
        orders = self.orders
        if len(orders) > 1 and said not in orders:
            raise DateOrderMissing
        return Days(said if len(orders) > 1 else next(iter(orders), None), self.language)

    def _weigh(self, cell: Numbers, text: str) -> None:
        read = {order: day_of(cell, order) for order in DateOrder}
        for order, day in read.items():
            if day:
                self._fits[order].take(day)
        self._dotted = self._dotted and cell.sign == "."
        if not self.example and len({day for day in read.values() if day}) > 1:
            self.example = text.strip()


def _any_order(cell: object) -> DateOrder | None:
    if not isinstance(cell, Numbers):
        return None
    return next((order for order in DateOrder if day_of(cell, order)), None)
