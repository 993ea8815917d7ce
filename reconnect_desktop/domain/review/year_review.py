"""A year as twelve small months."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.trends.calendar import Day


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallMonth:
    """days: those in touch, oldest first; in_touch: how many; closeness: mean, None with fewer than 3 ratings."""

    month: Month
    days: tuple[Day, ...]
    in_touch: int
    closeness: float | None
    rated: int
    ahead: bool  # it has not begun


@dataclass(frozen=True, slots=True, kw_only=True)
class YearReview:
    """Twelve months, January first, as of `today`; grief: none of it is counted, days alone are shown."""

    year: int
    today: date
    months: tuple[SmallMonth, ...]
    grief: bool
