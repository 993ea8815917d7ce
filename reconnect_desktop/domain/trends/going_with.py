"""What goes with feeling close: closeness of interactions that have something in common. Never cause and effect."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reconnect_desktop.domain.trends.span import Span

LEAST = 5  # ratings below which nothing is said of a group


class By(StrEnum):
    """What interactions are grouped by."""

    MEDIUM = "medium"
    LENGTH = "length"
    PART_OF_DAY = "part of day"
    TAG = "tag"
    MOOD = "mood"


class LengthClass(StrEnum):
    """Minutes: below 10, 10…29, 30…59, 60 and more."""

    BRIEF = "brief"
    SHORT = "short"
    LONG = "long"
    VERY_LONG = "very long"


class PartOfDay(StrEnum):
    """By the hour it began: 5…11, 12…16, 17…21, the rest."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


@dataclass(frozen=True, slots=True)
class Group:
    """Rated interactions that share `key`: a Medium, LengthClass or PartOfDay's value, a tag, or a mood "1"…"5".

    median: 1…7; low, high: the 95 % interval of it; count: ratings, at least `LEAST`.
    """

    by: By
    key: str
    median: float
    low: float
    high: float
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GoingWithCloseness:
    """What the chart shows.

    groups: those with at least `LEAST` ratings, by kind in the order of `By`, the closest first within a kind;
    too_few: of each kind, the keys with fewer; overall: the median of all, None without any; count: ratings looked at;
    drained_left_out: whether days on which I was drained were asked to be left out, and left_out: how many ratings were.
    """

    span: Span
    groups: tuple[Group, ...]
    too_few: dict[By, tuple[str, ...]]
    overall: float | None
    count: int
    drained_left_out: bool
    left_out: int
