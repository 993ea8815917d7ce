"""Which of the three numbers of a day is which, told from all days of a file together."""

from __future__ import annotations

from dataclasses import dataclass, field

from reconnect_desktop.exchange.date_order import DateOrder
from reconnect_desktop.exchange.whatsapp.calendars import ISLAMIC_DAY, Day, day_number

_ALL = (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST, DateOrder.YEAR_FIRST)  # the usual one first
# Signs with which a region writes so (after Unicode's CLDR); days that begin with a year of two digits are rare with all others.
_MONTH_FIRST_SIGNS = frozenset("/")
_SHORT_YEAR_FIRST_SIGNS = frozenset(("-", ". "))
_YEARS_LEAST = 360  # days


@dataclass(slots=True)
class _Reading:
    """What the days are in one order. misfits: that are no days; jumps: back from one day to the next."""

    misfits: int = 0
    jumps: int = 0
    islamic: int = 0
    before: int = 0
    first: int = 0
    last: int = 0

    def add(self, day: int | None, *, in_order: bool) -> None:
        if day is None or day == ISLAMIC_DAY:
            self.misfits += 1
            self.islamic += day == ISLAMIC_DAY
            return
        self.first = min(self.first or day, day)
        self.last = max(self.last, day)
        if in_order:
            self.jumps += day < self.before
            self.before = day

    @property
    def span(self) -> int:
        """Days from the first to the last."""
        return self.last - self.first


@dataclass(slots=True)
class DayOrder:
    """Shown every day of a file in its order, then asked in which order they are written. Memory: the same for any file."""

    _readings: dict[DateOrder, _Reading] = field(
        default_factory=lambda: {order: _Reading() for order in _ALL}
    )
    _apart: dict[tuple[DateOrder, DateOrder], str] = field(default_factory=dict)  # a day on which two differ
    _shown: Day | None = None
    _sign: str = ""
    _short: bool = False

    def show(self, day: Day, *, in_order: bool = True) -> None:
        """Take note of an entry's day. in_order: it isn't a notice, which can be dated later than what follows it."""
        if day is self._shown or day == self._shown:
            return
        self._shown = day if in_order else self._shown
        self._sign = day.sign
        self._short = len(day.numbers[0]) <= 2 and day.year is None
        days = {order: day_number(day, order) for order in _ALL}
        for order, number in days.items():
            self._readings[order].add(number, in_order=in_order)
        if len(self._apart) < len(_ALL):
            self._set_apart(days, day.written)

    def _set_apart(self, days: dict[DateOrder, int | None], written: str) -> None:
        for one in _ALL:
            for other in _ALL:
                if days[one] and days[other] and days[one] != days[other]:
                    self._apart.setdefault((one, other), written)

    def open(self, latest: int | None = None) -> tuple[DateOrder, ...]:
        """The orders that fit the whole file, likeliest first; () if none does. latest: no day lies after this one, if known."""
        left = [order for order in _ALL if self._readings[order].last]
        if latest is not None:
            left = [order for order in left if self._readings[order].last <= latest] or left
        fewest = min((self._readings[order].misfits for order in left), default=0)
        left = [order for order in left if self._readings[order].misfits == fewest]
        if self._sign not in _MONTH_FIRST_SIGNS:
            left = [order for order in left if order is not DateOrder.MONTH_FIRST] or left
        jumps = min((self._readings[order].jumps for order in left), default=0)
        left = [order for order in left if self._readings[order].jumps == jumps]
        if self._short:
            left = self._of_short_years(left)
        left.sort(key=lambda order: self._readings[order].span)
        differ = any((one, other) in self._apart for one in left for other in left)
        return tuple(left if differ else left[:1])

    def day_apart(self, orders: tuple[DateOrder, ...]) -> str:
        """A day, as written, that these read differently."""
        pairs = ((one, other) for one in orders for other in orders)
        return next((self._apart[pair] for pair in pairs if pair in self._apart), "")

    @property
    def is_islamic(self) -> bool:
        """Whether the days are of a calendar that can't be told."""
        fits = max(reading.last for reading in self._readings.values())
        return not fits and any(reading.islamic for reading in self._readings.values())

    def _of_short_years(self, left: list[DateOrder]) -> list[DateOrder]:
        """Without those that take days for years: what is days from one message to the next is years with them."""
        shortest = min((self._readings[order].span for order in left), default=0)
        left = [order for order in left if self._readings[order].span <= max(_YEARS_LEAST, shortest * 10)]
        if self._sign in _SHORT_YEAR_FIRST_SIGNS:
            return left
        return [order for order in left if order is not DateOrder.YEAR_FIRST] or left
