"""Plans as events of a calendar: on their days, with how they come again, and a reminder the day before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from reconnect_desktop.domain.plan import Again, Plan
from reconnect_desktop.domain.recurring import next_day

OUR_PLANS = "@plans.reconnect-desktop"  # the end of their UIDs: what comes back is known to be no contact

_RULES = {
    Again.WEEKLY: "FREQ=WEEKLY",
    Again.TWO_WEEKS: "FREQ=WEEKLY;INTERVAL=2",
    Again.MONTHLY: "FREQ=MONTHLY",
    Again.YEARLY: "FREQ=YEARLY",
}
_SHORTEST = 28  # days of a month
_MORNING = "-PT15H"  # of the day before a whole day
_A_DAY = "-P1D"


def first_day(plan: Plan) -> date:
    """Where its event begins: a series at the first day that is open, anything of a year on its own day."""
    if plan.again in (Again.NEVER, Again.YEARLY):
        return plan.day
    return next_day(plan, plan.day) or plan.day


def rule(plan: Plan) -> str:
    """How it comes again as an RRULE, "" where it does not. What a month lacks comes on its last day."""
    told = _RULES.get(plan.again, "")
    last = plan.day.day
    if plan.again is Again.MONTHLY and last > _SHORTEST:
        return f"{told};{_last_of(last)}"
    if plan.again is Again.YEARLY and (plan.day.month, last) == (2, 29):
        return f"{told};BYMONTH=2;{_last_of(last)}"
    return told


def _last_of(last: int) -> str:
    """The last there is of the 28th to this day."""
    days = ",".join(str(day) for day in range(_SHORTEST, last + 1))
    return f"BYMONTHDAY={days};BYSETPOS=-1"


def days_of(plan: Plan) -> Iterator[str]:
    """When it begins and ends, on the clock wherever one is then; and how it comes again."""
    first = first_day(plan)
    if plan.time is None:
        yield f"DTSTART;VALUE=DATE:{_day(first)}"
        yield f"DTEND;VALUE=DATE:{_day(first + timedelta(days=1))}"
    else:
        yield f"DTSTART:{_day(first)}T{datetime.combine(first, plan.time):%H%M%S}"
    if told := rule(plan):
        yield f"RRULE:{told}"


def reminder(plan: Plan) -> Iterator[str]:
    """The day before, if that is wanted; it says nothing of what it is about."""
    if plan.remind:
        trigger = _MORNING if plan.time is None else _A_DAY
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:{trigger}")
        yield from ("DESCRIPTION:A gentle reminder", "END:VALARM")


def _day(day: date) -> str:
    return f"{day.year:04}{day:%m%d}"
