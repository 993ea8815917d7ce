"""The days of a span, one cell each: in touch or not, and how close it felt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from reconnect_desktop.domain.trends.closeness import Paused
from reconnect_desktop.domain.trends.span import Span


class Day(NamedTuple):
    """A day in touch. closeness: the median of its ratings, rounded to 1…7 (half away from 4), None if none was rated."""

    day: date
    contacts: int
    rated: int
    closeness: int | None
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarOfDays:
    """What the chart shows: the days in touch within the span, oldest first; days without contact are left out.

    counted: days of the span from the first contact ever on, so that "in touch on 40 of 90 days" can be said.
    """

    span: Span
    days: tuple[Day, ...]
    counted: int
    pauses: tuple[Paused, ...]
