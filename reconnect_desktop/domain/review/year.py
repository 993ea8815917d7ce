"""A year looked back on: from what the journal holds to a value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from reconnect_desktop.domain.months import Month, month_of
from reconnect_desktop.domain.review.figures import mean
from reconnect_desktop.domain.review.reviewing import in_grief
from reconnect_desktop.domain.review.year_review import SmallMonth, YearReview
from reconnect_desktop.domain.trends.calendar import Day, calendar_of_days
from reconnect_desktop.domain.trends.sources import Point, Sources, by_month
from reconnect_desktop.domain.trends.span import Span

_RATINGS_LEAST = 3


def review_year(year: int, sources: Sources) -> YearReview:
    """Its twelve months, up to today. sources: of the points those of the year must be there."""
    first, last = Month(year, 1).first, Month(year, 12).last
    grief = in_grief(sources.pauses, first, last, sources.today)
    days = calendar_of_days(sources, Span(first, last)).days
    points = by_month(sources.points)
    made = (_small(Month(year, number), days, points, sources.today) for number in range(1, 13))
    months = tuple(_uncounted(one) if grief else one for one in made)
    return YearReview(year=year, today=sources.today, months=months, grief=grief)


def _small(
    month: Month, days: Sequence[Day], points: Mapping[Month, Sequence[Point]], today: date
) -> SmallMonth:
    own = tuple(one for one in days if month_of(one.day) == month)
    ratings = [one.closeness for one in points.get(month, ()) if one.closeness is not None]
    return SmallMonth(
        month=month,
        days=own,
        in_touch=len(own),
        closeness=mean(ratings) if len(ratings) >= _RATINGS_LEAST else None,
        rated=len(ratings),
        ahead=month > month_of(today),
    )


def _uncounted(small: SmallMonth) -> SmallMonth:
    days = tuple(one._replace(rated=0, closeness=None) for one in small.days)
    return replace(small, days=days, closeness=None, rated=0)
