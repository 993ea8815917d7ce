"""The spans a person asks for by name, and looking earlier and later in them."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from reconnect_desktop.domain.trends.span import Span, moved, one_year, three_months


class Range(StrEnum):
    """How much is shown; OWN is from one chosen day to another."""

    THREE_MONTHS = "3-months"
    YEAR = "year"
    EVERYTHING = "everything"
    OWN = "own"


def span_of(chosen: Range, today: date, whole: Span) -> Span:
    """The span that ends today; for OWN the year, to begin with. whole: all there is."""
    if chosen is Range.THREE_MONTHS:
        return three_months(today)
    return whole if chosen is Range.EVERYTHING else one_year(today)


def may_go_earlier(span: Span, whole: Span) -> bool:
    """Whether there is anything before `span`; whole: all there is."""
    return span.first > whole.first


def may_go_later(span: Span, whole: Span) -> bool:
    """Whether there is anything after `span`; whole: all there is."""
    return span.last < whole.last


def panned(span: Span, by: float, whole: Span) -> Span:
    """As long a span, earlier (`by` < 0) or later by that part of its length, as far as there is anything to see."""
    if not (may_go_earlier(span, whole) if by < 0 else may_go_later(span, whole)):
        return span
    there = moved(span, by)
    if by < 0 and there.first < whole.first:
        return _shifted(span, whole.first - span.first)
    if by > 0 and there.last > whole.last:
        return _shifted(span, whole.last - span.last)
    return there


def _shifted(span: Span, days: timedelta) -> Span:
    return Span(span.first + days, span.last + days)
