"""Plans and dates in words: what they are about, when they are, how they come again. None of it is ever late."""

from __future__ import annotations

from datetime import date, time

from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.plan import Again, Plan, PlanKind
from reconnect_desktop.domain.plans import Coming
from reconnect_desktop.domain.recurring import next_day
from reconnect_desktop.language import mark, tr
from reconnect_desktop.output.capitals import opening
from reconnect_desktop.output.dates import day_and_month, weekday_name

_CONTACTS = {
    Medium.CALL: mark("A call with {name}"),
    Medium.VIDEO: mark("A video call with {name}"),
    Medium.VISIT: mark("A visit with {name}"),
    Medium.MESSAGE: mark("A message to {name}"),
    Medium.LETTER: mark("A letter to {name}"),
    Medium.OTHER: mark("Time with {name}"),
}
_AGAIN = {
    Again.NEVER: mark("Just this once"),
    Again.WEEKLY: mark("Every week"),
    Again.TWO_WEEKS: mark("Every two weeks"),
    Again.MONTHLY: mark("Every month"),
    Again.YEARLY: mark("Every year"),
}
_KINDS = {
    PlanKind.CONTACT: mark("Time with her"),
    PlanKind.FOLLOW_UP: mark("Something to ask about"),
    PlanKind.BIRTHDAY: mark("A birthday"),
    PlanKind.DATE: mark("Another date"),
}
_SOON = 7  # days within which the weekday says enough


def plan_title(plan: Plan, her_name: str) -> str:
    """What it is about, in one's own words; where there are none, as the kind says it."""
    if plan.text:
        return plan.text
    if plan.kind is PlanKind.BIRTHDAY:
        return tr("{name}'s birthday", name=her_name)
    return tr(_CONTACTS[plan.medium or Medium.OTHER], name=her_name)


def kind_words(kind: PlanKind) -> str:
    """What it is about, to choose from."""
    return tr(_KINDS[kind])


def again_words(again: Again) -> str:
    """How it comes again: "Every two weeks"."""
    return tr(_AGAIN[again])


def clock_words(at: time | None) -> str:
    """The time of day as it is typed, "18:30"; "" for none. Screens have the locale's own."""
    return f"{at:%H:%M}" if at else ""


def coming_words(one: Coming, today: date, at: str) -> str:
    """When it is, or was, and what may be done about it. at: the time of day in words, or ""."""
    if one.done:
        return tr("Today. You were in touch.")
    if not one.has_passed(today):
        return when_words(one.day, today, at)
    day = when_words(one.day, today, "")
    if one.plan.kind is PlanKind.FOLLOW_UP:
        return tr("{day}. How did it go? You may like to ask her.", day=day)
    return tr("{day}. Did it find another day?", day=day)


def when_words(day: date, today: date, at: str) -> str:
    """A day at the head of a line: "Tomorrow at 18:30", "Thursday", "Sunday, 29 November"."""
    told = opening(_day_words(day, today))
    return tr("{day} at {time}", day=told, time=at) if at else told


def facts_words(plan: Plan, today: date, at: str) -> str:
    """Its next day, or the last there was; how it comes again; and whether one is reminded."""
    day = next_day(plan, today)
    parts = [when_words(day, today, at) if day else tr("Was on {day}", day=_full(plan.day, today))]
    if plan.again is not Again.NEVER:
        parts.append(again_words(plan.again))
    if plan.remind and day:
        parts.append(tr("A gentle reminder the day before"))
    return " · ".join(parts)


def _day_words(day: date, today: date) -> str:
    ahead = (day - today).days
    if ahead == 0:
        return tr("Today")
    if abs(ahead) == 1:
        return tr("Tomorrow") if ahead == 1 else tr("Yesterday")
    return weekday_name(day) if 1 < ahead < _SOON else _full(day, today)


def _full(day: date, today: date) -> str:
    return tr("{weekday}, {day}", weekday=weekday_name(day), day=day_and_month(day, today))
