"""Closeness over time: how close each interaction felt, where it tends, and what was going on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import NamedTuple

from reconnect_desktop.domain.measures import CLOSENESS, Medium
from reconnect_desktop.domain.records import Try
from reconnect_desktop.domain.trends.curve import Curve
from reconnect_desktop.domain.trends.curves import curves
from reconnect_desktop.domain.trends.lately import Band, Course, Lately, lately
from reconnect_desktop.domain.trends.pauses_in import Paused, pauses_in
from reconnect_desktop.domain.trends.shades import dips_in, gaps_in
from reconnect_desktop.domain.trends.sources import Point, Sources
from reconnect_desktop.domain.trends.span import Span, points_in

__all__ = [
    "Band",
    "ClosenessOverTime",
    "Course",
    "Curve",
    "Dot",
    "Flag",
    "Lately",
    "Paused",
    "closeness_over_time",
    "dots",
]


class Dot(NamedTuple):
    """A rated interaction: its naive wall time, medium, closeness (1…7) and id."""

    local: datetime
    medium: Medium
    closeness: int
    id: str


class Flag(NamedTuple):
    """A try: the day it was begun, its id, and the id of its suggestion."""

    day: date
    id: str
    suggestion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosenessOverTime:
    """What the chart shows.

    dots: within the span, oldest first; curves: empty where there are too few ratings for a line;
    usual, lately: None while too little is known, `missing` being how many more ratings it takes (0 otherwise);
    dips, gaps: spans of days within the span, from the first rating that was lower, or the day after the last contact,
    to the day it was over, as far as the span goes; unrated: interactions of the span without a closeness, on these days.
    Each rating counts here from the day it happened, not the day it was written down; days of grief are never shaded, those of a boundary for no gap.
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
    unrated_on: tuple[date, ...] = ()


def closeness_over_time(sources: Sources, span: Span) -> ClosenessOverTime:
    """How close it felt in the span; what lies before it is there for the usual, what lies around it for the line."""
    end = datetime.combine(span.last, time.max)
    rated = [point for point in sources.points if point.closeness is not None and point.local <= end]
    within = points_in(sources, span)
    shown = dots(within)
    dips = dips_in(rated, sources, span)
    found = lately(rated, len(shown), dips_on=dips.on)
    return ClosenessOverTime(
        span=span,
        dots=shown,
        curves=curves(((point.local, point.closeness) for point in sources.points), CLOSENESS, span),
        usual=found.usual,
        lately=found.lately,
        missing=found.missing,
        dips=dips.spans,
        gaps=gaps_in(sources, span),
        pauses=pauses_in(sources.pauses, span),
        tries=_flags(sources.tries, span),
        unrated=len(within) - len(shown),
        unrated_on=tuple(sorted({point.local.date() for point in within if point.closeness is None})),
    )


def dots(points: Iterable[Point]) -> tuple[Dot, ...]:
    """Those of the points that are rated."""
    return tuple(
        Dot(point.local, point.medium, point.closeness, point.id)
        for point in points
        if point.closeness is not None
    )


def _flags(tries: Iterable[Try], span: Span) -> tuple[Flag, ...]:
    begun = sorted(
        (one for one in tries if span.first <= one.begun.day <= span.last),
        key=lambda one: one.begun.timestamp,
    )
    return tuple(Flag(one.begun.day, one.id, one.suggestion) for one in begun)
