"""A calendar month."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.when import EARLIEST, LATEST


class Month(NamedTuple):
    """month: 1…12. Months are ordered in time."""

    year: int
    month: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    @property
    def days(self) -> int:
        """How many it has."""
        return monthrange(self.year, self.month)[1]

    def ahead(self, months: int) -> Month:
        """The month so many later; earlier, where `months` is negative."""
        year, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Month(year, month + 1)

    def isoformat(self) -> str:
        """As in 2026-10."""
        return f"{self.year:04}-{self.month:02}"


def month_of(day: date) -> Month:
    """The month it lies in."""
    return Month(day.year, day.month)


def read_month(text: str) -> Month:
    """What `isoformat` wrote. Raises Invalid."""
    year, _, month = text.strip().partition("-")
    if not (len(year) == 4 and len(month) == 2 and (year + month).isascii() and (year + month).isdigit()):
        raise Invalid("month", Why.NOT_A_TIME)
    found = Month(int(year), int(month))
    if not 1 <= found.month <= 12:
        raise Invalid("month", Why.NOT_A_TIME)
    if not EARLIEST.year <= found.year <= LATEST.year:
        raise Invalid("month", Why.OUT_OF_RANGE)
    return found
