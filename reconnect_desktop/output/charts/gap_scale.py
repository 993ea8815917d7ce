"""The scale of gaps in days: even, or narrowing upwards where one very long gap would press all others flat."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from reconnect_desktop.language import mark, number, tr, tr_n
from reconnect_desktop.output.charts.marks import Numbers
from reconnect_desktop.output.charts.scales import Tick
from reconnect_desktop.output.charts.words import Type

_EVEN_UP_TO = 4.0  # times what is common, that the longest gap may be on an even scale
_STEPS = (1, 2, 7, 14, 28, 91, 182, 365, 730, 1825, 3650, 7300)  # days
_HEADROOM = 1.08
# The most telling first: where there is little room, those that follow are left out.
_SPANS = {
    7: mark("a week"),
    365: mark("a year"),
    30: mark("a month"),
    1: mark("1 day"),
    3650: mark("10 years"),
    91: mark("3 months"),
    1826: mark("5 years"),
    7305: mark("20 years"),
    14: mark("2 weeks"),
    3: mark("3 days"),
    182: mark("6 months"),
    730: mark("2 years"),
}


class GapScale:
    """Heights for gaps of days; `common`: what all but a few of them stay within."""

    def __init__(self, longest: float, common: float) -> None:
        self.even = longest <= _EVEN_UP_TO * max(common, 1.0)
        self._longest = max(longest, common, 2.0)

    @property
    def limits(self) -> tuple[float, float]:
        """From nothing to a little above the longest."""
        return 0.0, float(self.heights(self._longest)) * _HEADROOM

    def heights(self, days: ArrayLike) -> Numbers:
        """Where so many days stand: as they are, or the logarithm of one more, which begins at nothing as well."""
        numbers = np.asarray(days, np.float64)
        return numbers if self.even else np.log1p(numbers)

    def ticks(self, inches: float, type_: Type, /) -> Sequence[Tick]:
        """Days and weeks as people count them."""
        return self._even_ticks(inches, type_) if self.even else self._named_ticks(inches, type_)

    def _even_ticks(self, inches: float, type_: Type) -> Sequence[Tick]:
        most = max(1, int(inches / (2.2 * type_.height())))
        longest = int(self._longest)
        step = next((step for step in _STEPS if longest / step <= most and step <= longest), longest)
        numbers = range(step, longest + 1, step)
        return [
            Tick(0.0, number(0)),
            *(Tick(float(days), _days(days, last=days == numbers[-1])) for days in numbers),
        ]

    def _named_ticks(self, inches: float, type_: Type) -> Sequence[Tick]:
        per_height = inches / self.limits[1]
        chosen: dict[int, float] = {}
        for days in _SPANS:
            at = float(self.heights(days))
            free = all(abs(at - other) * per_height >= 1.5 * type_.height() for other in chosen.values())
            if free and days <= self._longest:
                chosen[days] = at
        return [Tick(at, tr(_SPANS[days])) for days, at in sorted(chosen.items())]


def _days(days: int, *, last: bool) -> str:
    """The last says what the numbers are."""
    if not last:
        return number(days)
    return tr_n("{count} day", "{count} days", days)
