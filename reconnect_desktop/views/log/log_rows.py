"""The Log's rows as values: months and their interactions, and where two such lists differ."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from reconnect_desktop.domain.interaction import Interaction


@dataclass(frozen=True, slots=True)
class Heading:
    """A month that stands above its interactions."""

    year: int
    month: int  # 1…12
    count: int


Row = Heading | Interaction


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows, top to bottom. Built once, off the GUI thread, and never changed.

    places: the row of each id; headings: the rows of the headings, ascending.
    """

    items: list[Row]
    places: dict[str, int]
    headings: list[int]

    def __len__(self) -> int:
        return len(self.items)

    @property
    def count(self) -> int:
        """How many of the rows are interactions."""
        return len(self.items) - len(self.headings)

    def interactions(self, first: int, last: int) -> list[Interaction]:
        """Those of the rows `first` to `last`, both included."""
        return [row for row in self.items[first : last + 1] if isinstance(row, Interaction)]

    def count_between(self, first: int, last: int) -> int:
        """How many interactions there are from row `first` to `last`; does not walk them."""
        return last - first + 1 - (bisect_left(self.headings, last + 1) - bisect_left(self.headings, first))

    def nearest(self, row: int) -> int | None:
        """The row of an interaction at `row`, else just below, else above; None where there is none."""
        for place in (row, row + 1, row - 1, row - 2):
            if 0 <= place < len(self.items) and isinstance(self.items[place], Interaction):
                return place
        return len(self.items) - 1 if self.items else None


NO_ROWS = Rows([], {}, [])


@dataclass(frozen=True, slots=True)
class Span:
    """`old` rows from row `start` on are replaced by `new` ones; the rows before and after stay."""

    start: int
    old: int
    new: int


def rows_of(newest_first: Iterable[Interaction]) -> Rows:
    """The rows for these interactions, one heading for each month.

    Sorted by month once more (stable): on a journey across zones the local months may interleave.
    """
    items: list[Row] = []
    places: dict[str, int] = {}
    headings: list[int] = []
    by_month = sorted(newest_first, key=_month, reverse=True)
    for (year, month), group in groupby(by_month, key=_month):
        members = list(group)
        headings.append(len(items))
        items.append(Heading(year, month, len(members)))
        places.update((member.id, place) for place, member in enumerate(members, len(items)))
        items.extend(members)
    return Rows(items, places, headings)


def difference(before: Rows, after: Rows) -> Span:
    """The one span outside which both have the same rows."""
    old, new = before.items, after.items
    most = min(len(old), len(new))
    start = 0
    while start < most and _same(old[start], new[start]):
        start += 1
    end = 0
    while end < most - start and _same(old[-1 - end], new[-1 - end]):
        end += 1
    return Span(start, len(old) - start - end, len(new) - start - end)


def _month(interaction: Interaction) -> tuple[int, int]:
    local = interaction.when.local
    return local.year, local.month


def _same(one: Row, other: Row) -> bool:
    return one is other or one == other
