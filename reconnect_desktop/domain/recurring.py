"""The days of a plan: the first one, and how it comes again.

What falls on the 29th, 30th or 31st comes on the last day of a month that is shorter, and on its own day again in the next
one that has it. So does the 29th of February each year.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from reconnect_desktop.domain.months import Month, month_of
from reconnect_desktop.domain.plan import Again, Plan
from reconnect_desktop.domain.when import LATEST

_DAYS = {Again.WEEKLY: 7, Again.TWO_WEEKS: 14}
_MONTHS = {Again.MONTHLY: 1, Again.YEARLY: 12}
_LAST = LATEST.date()


def next_day(plan: Plan, day: date) -> date | None:
    """Its first day on or after this one that is not settled; None where there is none."""
    since = max(day, plan.day)
    if plan.settled is not None and plan.settled >= since:
        if plan.settled >= _LAST:
            return None
        since = plan.settled + timedelta(days=1)
    found = _first_since(plan, since)
    return found if found is not None and found <= _LAST else None


def days_within(plan: Plan, first: date, last: date) -> Iterator[date]:
    """Its days from `first` to `last`, both included, that are not settled; oldest first."""
    day = next_day(plan, first)
    while day is not None and day <= last:
        yield day
        day = next_day(plan, day + timedelta(days=1))


def _first_since(plan: Plan, since: date) -> date | None:
    """since: not before its first day. It may lie a little beyond the days that can be kept."""
    if step := _DAYS.get(plan.again):
        over = -(since - plan.day).days % step
        return since + timedelta(days=over)
    if months := _MONTHS.get(plan.again):
        return _monthly(plan.day, since, months)
    return plan.day if since == plan.day else None


def _monthly(first: date, since: date, step: int) -> date:
    begun = month_of(first)
    passed = (since.year - begun.year) * 12 + since.month - begun.month
    month = begun.ahead(passed + -passed % step)
    found = _in(month, first.day)
    return found if found >= since else _in(month.ahead(step), first.day)


def _in(month: Month, day: int) -> date:
    return date(month.year, month.month, min(day, month.days))
