"""How the days of one column of a table are written, found out over the whole of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from reconnect_desktop.domain.errors import DateOrderMissing
from reconnect_desktop.exchange.day_cells import Named, Numbers, Stamp, day_of, read_cell, stamp_of
from reconnect_desktop.exchange.reader import DateOrder


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


@dataclass(slots=True)
class DayColumn:
    """Filled cell by cell. cells: that weren't empty; days: of them, that can be a day; clocks: with a time beside it."""

    cells: int = 0
    days: int = 0
    clocks: int = 0
    example: str = ""  # that is another day in each of the orders
    _fits: dict[DateOrder, _Fit] = field(default_factory=lambda: {order: _Fit() for order in DateOrder})
    _languages: Counter[str] = field(default_factory=Counter)
    _dotted: bool = True

    def take(self, text: str) -> None:
        """Take note of one cell."""
        if not text.strip():
            return
        self.cells += 1
        cell = read_cell(text)
        if isinstance(cell, Numbers):
            self._weigh(cell, text)
        elif isinstance(cell, Named):
            self._languages.update(cell.months.keys())
        stamp = stamp_of(cell, self._any_order(cell), None)
        self.days += stamp is not None
        self.clocks += stamp is not None and stamp.clock is not None

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

    def stamp(self, text: str, order: DateOrder | None) -> Stamp | None:
        """What a cell of this column says; `order` is the user's, taken where the column leaves it open.

        Raises DateOrderMissing.
        """
        cell = read_cell(text)
        return stamp_of(cell, self._order(order) if isinstance(cell, Numbers) else None, self.language)

    def check(self, said: DateOrder | None) -> None:
        """Raise DateOrderMissing where the column leaves its order open and nothing was said that suits it."""
        if self.orders:
            self._order(said)

    def _order(self, said: DateOrder | None) -> DateOrder:
        orders = self.orders
        if len(orders) == 1:
            return orders[0]
        if said is None or (said not in orders and orders):
            raise DateOrderMissing
        return said

    def _weigh(self, cell: Numbers, text: str) -> None:
        read = {order: day_of(cell, order) for order in DateOrder}
        for order, day in read.items():
            if day:
                self._fits[order].take(day)
        self._dotted = self._dotted and cell.sign == "."
        if not self.example and len({day for day in read.values() if day}) > 1:
            self.example = text.strip()

    def _any_order(self, cell: object) -> DateOrder | None:
        if not isinstance(cell, Numbers):
            return None
        return next((order for order in DateOrder if day_of(cell, order)), None)
