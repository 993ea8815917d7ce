"""The months from the first to the last, gathered into as many bars as there is room for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reconnect_desktop.domain.months import Month

_TOGETHER = (1, 3, 6, 12, 24, 60, 120, 240, 600)  # months in one bar


class Bar(NamedTuple):
    """Some months, and how many contacts they had."""

    first: Month
    last: Month
    contacts: int


def bars(counts: Mapping[Month, int], most: int) -> list[Bar]:
    """At most some `most` bars, each of as many months as the others; those without contact are there, too."""
    if not counts:
        return []
    first, last = min(counts), max(counts)
    months = _number(last) - _number(first) + 1
    wide = next((size for size in _TOGETHER if months <= size * max(1, most)), _TOGETHER[-1])
    begin = _number(first) - _number(first) % wide  # quarters and decades begin where people think they do
    totals = [0] * ((_number(last) - begin) // wide + 1)
    for month, count in counts.items():
        totals[(_number(month) - begin) // wide] += count
    return [
        Bar(_month(begin + place * wide), _month(begin + (place + 1) * wide - 1), count)
        for place, count in enumerate(totals)
    ]


def _number(month: Month) -> int:
    return month.year * 12 + month.month - 1


def _month(number: int) -> Month:
    return Month(number // 12, number % 12 + 1)
