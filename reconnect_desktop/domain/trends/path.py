"""How often and how close, month by month, as a path."""

from __future__ import annotations

from dataclasses import dataclass

from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.trends.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A month: days in touch (in 30 days, so that months compare), mean closeness (1…7) and of how many ratings."""

    month: Month
    days_in_touch: float
    closeness: float
    rated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OftenAndClose:
    """What the chart shows: whole months with enough ratings, oldest first; thin: months in touch with too few ratings."""

    span: Span
    steps: tuple[Step, ...]
    thin: tuple[Month, ...]
