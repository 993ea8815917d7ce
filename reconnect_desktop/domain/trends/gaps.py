"""Days between contacts, beside the usual and the rhythm."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from reconnect_desktop.domain.rhythm import Interval
from reconnect_desktop.domain.trends.span import Span


class Between(NamedTuple):
    """From one day with a contact to the next.

    days: how many, declared pauses left out, at least 1 (0 for one of today that still lasts);
    long: clearly above usual, or beyond the rhythm's "still fine", as the signal had it; lasts: up to today, not over.
    """

    since: date
    until: date
    days: int
    long: bool
    lasts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GapsOverTime:
    """What the chart shows.

    gaps: those that ended within the span, oldest first, and the one that lasts, if the span ends today;
    usual: weighted median in days as of the end of the span, None while fewer than 3 are finished (`missing` more days
    with a contact are needed); earlier: the usual at the beginning of the span, None where too little was known;
    median: of the finished gaps of the span, None without any.
    """

    span: Span
    gaps: tuple[Between, ...]
    usual: float | None
    earlier: float | None
    median: float | None
    missing: int
    rhythm: Interval | None
