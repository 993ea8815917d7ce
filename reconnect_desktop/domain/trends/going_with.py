"""What goes with feeling close: closeness of interactions that have something in common. Never cause and effect."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from reconnect_desktop.domain.trends.drained import drained_days
from reconnect_desktop.domain.trends.grouping import By, LengthClass, PartOfDay, Ratings, by_kind
from reconnect_desktop.domain.trends.median_interval import median_interval
from reconnect_desktop.domain.trends.sources import Sources
from reconnect_desktop.domain.trends.span import Span, points_in

__all__ = ["LEAST", "By", "GoingWithCloseness", "Group", "LengthClass", "PartOfDay", "going_with_closeness"]

LEAST = 5  # ratings below which nothing is said of a group


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


def going_with_closeness(
    sources: Sources, span: Span, *, without_drained: bool = False
) -> GoingWithCloseness:
    """How close the interactions of the span felt that have something in common.

    Groups are ordered by median, then by mean, then by count; of tags the 12 with the most ratings are looked at.
    without_drained: leave out the interactions of days on which I was drained (`drained.drained_days`).
    """
    points = points_in(sources, span)
    everyone = [point for point in points if point.closeness is not None]
    drained = drained_days(points, sources.moods) if without_drained else frozenset()
    rated = [point for point in everyone if point.local.date() not in drained] if drained else everyone
    kinds = by_kind(rated)
    return GoingWithCloseness(
        span=span,
        groups=tuple(group for by in By for group in _groups(by, kinds[by])),
        too_few={by: tuple(key for key, them in kinds[by].items() if len(them) < LEAST) for by in By},
        overall=float(median(point.closeness for point in rated if point.closeness)) if rated else None,
        count=len(rated),
        drained_left_out=without_drained,
        left_out=len(everyone) - len(rated),
    )


def _groups(by: By, kind: Mapping[str, Ratings]) -> list[Group]:
    found = [
        (_group(by, key, ratings), sum(ratings)) for key, ratings in kind.items() if len(ratings) >= LEAST
    ]
    # Sorting keeps the order of those that are equal in all of it.
    found.sort(key=lambda one: (one[0].median, one[1] / one[0].count, one[0].count), reverse=True)
    return [group for group, _ in found]


def _group(by: By, key: str, ratings: Ratings) -> Group:
    low, high = median_interval(sorted(ratings))
    return Group(by, key, float(median(ratings)), low, high, len(ratings))
