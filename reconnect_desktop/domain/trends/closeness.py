"""Closeness over time: how close each interaction felt, where it tends, and what was going on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.records import PauseReason
from reconnect_desktop.domain.trends.span import Span


class Dot(NamedTuple):
    """A rated interaction: its naive wall time, medium, closeness (1…7) and id."""

    local: datetime
    medium: Medium
    closeness: int
    id: str


class Curve(NamedTuple):
    """An unbroken piece of the smoothed line.

    at: moments in days since 0001-01-01 (`date.toordinal()` and a fraction), ascending;
    middle, low, high: closeness there and its 95 % band, each as long as `at`, all within 1…7.
    """

    at: tuple[float, ...]
    middle: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


class Band(NamedTuple):
    """The usual closeness at the end of the span, and the middle half of the ratings it stands on; 1…7."""

    low: float
    middle: float
    high: float


class Paused(NamedTuple):
    """A pause within the span."""

    first: date
    last: date
    reason: PauseReason


class Flag(NamedTuple):
    """A try: the day it was begun, its id, and the id of its suggestion."""

    day: date
    id: str
    suggestion: str


class Course(StrEnum):
    """How closeness lately is beside the usual."""

    CLOSER = "closer"
    AS_USUAL = "as usual"
    LESS_CLOSE = "less close"


@dataclass(frozen=True, slots=True)
class Lately:
    """course since the day `since`: the mean of the last `count` ratings beside the usual before them, each 1…7."""

    course: Course
    since: date
    recent: float
    usual: float
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosenessOverTime:
    """What the chart shows.

    dots: within the span, oldest first; curves: empty where there are too few ratings for a line;
    usual, lately: None while too little is known, `missing` being how many more ratings it takes (0 otherwise);
    dips, gaps: spans of days within the span, from the first rating that was lower, or the day after the last contact,
    to the day it was over; unrated: interactions of the span without a closeness.
    """

    span: Span
    dots: tuple[Dot, ...]
    curves: tuple[Curve, ...]
    usual: Band | None
    lately: Lately | None
    missing: int
    dips: tuple[Span, ...]
    gaps: tuple[Span, ...]
    pauses: tuple[Paused, ...]
    tries: tuple[Flag, ...]
    unrated: int
