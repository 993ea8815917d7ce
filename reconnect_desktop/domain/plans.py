"""What of the plans is shown and told on a day, and what becomes of them.

Nothing here is ever late. What has passed asks nothing, or only whether it was moved; and in a pause for grief or for a
boundary there is nothing to show and nothing to tell, birthdays included.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from reconnect_desktop.domain.change import Change, add, delete, edit
from reconnect_desktop.domain.plan import Again, Plan, PlanKind
from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.domain.recurring import days_within, next_day
from reconnect_desktop.domain.when import LATEST, When

AHEAD = 7  # days that are shown before a plan
BIRTHDAY_AHEAD = 14  # so that there is time for a letter
ASKED_FOR = 14  # days for which something that has passed may be asked about

_SILENT = (PauseReason.GRIEF, PauseReason.BOUNDARY)
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Coming:
    """One day of a plan, as it is shown. done: there was contact on that day, so it took place."""

    plan: Plan
    day: date
    done: bool = False

    def has_passed(self, today: date) -> bool:
        """Whether its day is over."""
        return self.day < today


def is_silent(day: date, pauses: Iterable[Pause]) -> bool:
    """Whether nothing about plans may be said on this day."""
    return any(pause.reason in _SILENT and pause.covers(day) for pause in pauses)


def to_come(plans: Iterable[Plan], day: date, days: int) -> tuple[Coming, ...]:
    """Every open day of these plans within so many days, `day` itself included; in order of time."""
    last = min(day.toordinal() + days, LATEST.toordinal())
    found = [Coming(plan, one) for plan in plans for one in days_within(plan, day, date.fromordinal(last))]
    return tuple(sorted(found, key=_order))


def coming_up(
    plans: Iterable[Plan], today: date, contacts: Collection[date], pauses: Iterable[Pause]
) -> tuple[Coming, ...]:
    """What is shown today, in order of time: of each plan one day at most.

    contacts: the days on which there was contact, those of the last two weeks at least.
    """
    if is_silent(today, pauses):
        return ()
    shown = (_shown(plan, today, contacts) for plan in plans)
    return tuple(sorted((one for one in shown if one is not None), key=_order))


def to_remind(plans: Iterable[Plan], day: date, pauses: Iterable[Pause] = ()) -> tuple[Plan, ...]:
    """The plans of which one wants to be reminded the day before, and which that day is; in order of time."""
    pauses = tuple(pauses)
    tomorrow = day + _A_DAY
    if is_silent(day, pauses) or is_silent(tomorrow, pauses):
        return ()
    due = (plan for plan in plans if plan.remind and next_day(plan, tomorrow) == tomorrow)
    return tuple(sorted(due, key=lambda plan: (plan.time or time.min, plan.added.timestamp, plan.id)))


def her_birthday(plans: Iterable[Plan]) -> Plan | None:
    """Her own: the birthday that is nobody's in particular; the oldest, where there are several."""
    hers = (plan for plan in plans if plan.kind is PlanKind.BIRTHDAY and not plan.text)
    return min(hers, key=lambda plan: (plan.added.timestamp, plan.id), default=None)


def tick_off(plan: Plan, day: date) -> Change:
    """The change after which this day of it, and all before, are done with."""
    return edit(plan, replace(plan, settled=day))


def take_off(plan: Plan, day: date) -> Change:
    """The change after which this day of it is no longer planned: one that does not come again goes altogether."""
    return delete(plan) if plan.again is Again.NEVER else tick_off(plan, day)


def move(plan: Plan, day: date, to: date, new_id: str, now: When) -> tuple[Change, ...]:
    """The changes that put this day of it on another; one that comes again goes on from its next day as before."""
    if plan.again is Again.NEVER:
        return (edit(plan, replace(plan, day=to, settled=None)),)
    alone = replace(plan, id=new_id, day=to, again=Again.NEVER, settled=None, added=now)
    return tick_off(plan, day), add(alone)


def can_move(plan: Plan) -> bool:
    """Whether a day of it can be put on another: birthdays are where they are."""
    return plan.kind is not PlanKind.BIRTHDAY


def _shown(plan: Plan, today: date, contacts: Collection[date]) -> Coming | None:
    if (passed := _asked_about(plan, today, contacts)) is not None:
        return Coming(plan, passed)
    ahead = BIRTHDAY_AHEAD if plan.kind is PlanKind.BIRTHDAY else AHEAD
    day = next_day(plan, today)
    if day is None or (day - today).days > ahead:
        return None
    return Coming(plan, day, done=_took_place(plan, day, contacts))


def _asked_about(plan: Plan, today: date, contacts: Collection[date]) -> date | None:
    """The day that has passed, where it is still of interest: of a follow-up, or of a contact since which there was none."""
    if plan.again is not Again.NEVER or plan.kind not in (PlanKind.CONTACT, PlanKind.FOLLOW_UP):
        return None
    day = next_day(plan, plan.day)
    if day is None or not 0 < (today - day).days <= ASKED_FOR:
        return None
    since = (day <= contact <= today for contact in contacts)
    return None if plan.kind is PlanKind.CONTACT and any(since) else day


def _took_place(plan: Plan, day: date, contacts: Collection[date]) -> bool:
    return plan.kind is PlanKind.CONTACT and day in contacts


def _order(one: Coming) -> tuple[date, time, int, str]:
    return one.day, one.plan.time or time.min, one.plan.added.timestamp, one.plan.id
