"""What a review is made from, with as little said as the test needs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.records import Need, Pause, PauseReason, Reflection
from reconnect_desktop.domain.review.month_review import Compared, Measure, MonthReview
from reconnect_desktop.domain.review.reviewing import Material, review_month
from tests import trends_making
from tests.making import TODAY, contact

OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)


def material(
    interactions: Iterable[Interaction],
    *,
    today: date = TODAY,
    needs: Iterable[Need] = (),
    reflection: Reflection | None = None,
    **sources: Any,
) -> Material:
    """All of these, as of today."""
    known = tuple(one for one in interactions if one.when.day <= today)
    told = trends_making.sources(*known, today=today, **sources)
    return Material(sources=told, interactions=known, needs=tuple(needs), reflection=reflection)


def reviewed(interactions: Iterable[Interaction], month: Month = OCTOBER, **more: Any) -> MonthReview:
    """The month as looked back on from today."""
    return review_month(month, material(interactions, **more))


def every(days: int, first: date | str, last: date | str = "2026-11-22", **fields: Any) -> list[Interaction]:
    """A call every so many days, from the first day on."""
    start, end = date.fromisoformat(str(first)), date.fromisoformat(str(last))
    return [
        contact(start + timedelta(days=ahead), **fields) for ahead in range(0, (end - start).days + 1, days)
    ]


def pause(reason: PauseReason, start: str, end: str | None = None) -> Pause:
    """A pause of these days."""
    last = date.fromisoformat(end) if end else None
    return Pause(id=f"{reason} {start}", reason=reason, start=date.fromisoformat(start), end=last)


def row(review: MonthReview, measure: Measure) -> Compared | None:
    """One row of the comparison."""
    return next((one for one in review.compared if one.measure is measure), None)
