"""Plans written as a calendar: their days as other programs work them out, and that none comes back as a contact."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from hypothesis import given
from icalendar import Calendar

from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.plan import Again, Plan, PlanKind
from reconnect_desktop.domain.recurring import days_within
from reconnect_desktop.exchange import ics
from reconnect_desktop.exchange.draft import Left, LeftOut
from reconnect_desktop.exchange.ics.plan_writing import first_day, rule
from tests import strategies
from tests.exchange.ics.test_ics_writing import shown, written
from tests.exchange.readers import found, problems, records
from tests.exchange.samples import full_interaction
from tests.making import when

SUNDAY = Plan(
    id="4e",
    kind=PlanKind.CONTACT,
    text="Sunday call; long, and slow",
    day=date(2026, 11, 22),
    time=time(18, 30),
    medium=Medium.CALL,
    again=Again.WEEKLY,
    remind=True,
    added=when("2026-11-16"),
)
BIRTHDAY = Plan(
    id="4f",
    kind=PlanKind.BIRTHDAY,
    day=date(1952, 2, 29),
    again=Again.YEARLY,
    remind=True,
    added=when("2026-11-16"),
)
YEARS = timedelta(days=9 * 365)


def event(plan: Plan) -> list[str]:
    """The lines of its event, but those that all have."""
    lines = written(plan).replace("\r\n ", "").split("\r\n")
    begun = lines.index("BEGIN:VEVENT")
    same = ("DTSTAMP:20261122T174000Z", "CLASS:PRIVATE", "TRANSP:TRANSPARENT", "STATUS:CONFIRMED")
    return [line for line in lines[begun + 1 : lines.index("END:VEVENT")] if line not in same]


def test_a_weekly_call_at_a_time_with_a_reminder() -> None:
    assert event(SUNDAY) == [
        "UID:4e@plans.reconnect-desktop",
        "DTSTART:20261122T183000",
        "RRULE:FREQ=WEEKLY",
        "SUMMARY:Sunday call\\; long\\, and slow",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-P1D",
        "DESCRIPTION:A gentle reminder",
        "END:VALARM",
    ]


def test_her_birthday_on_the_29th_of_february() -> None:
    assert event(BIRTHDAY) == [
        "UID:4f@plans.reconnect-desktop",
        "DTSTART;VALUE=DATE:19520229",
        "DTEND;VALUE=DATE:19520301",
        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1",
        "SUMMARY:Mom's birthday",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-PT15H",
        "DESCRIPTION:A gentle reminder",
        "END:VALARM",
    ]


def test_what_is_settled_of_a_series_is_not_in_it() -> None:
    settled = replace(SUNDAY, settled=date(2026, 11, 29), remind=False, text="")
    assert event(settled)[1:] == ["DTSTART:20261206T183000", "RRULE:FREQ=WEEKLY", "SUMMARY:Call with Mom"]


@pytest.mark.parametrize("again", [one for one in Again if one is not Again.NEVER])
@given(strategies.plans())
def test_other_programs_come_to_the_same_days(again: Again, plan: Plan) -> None:
    kind = PlanKind.BIRTHDAY if plan.kind is PlanKind.BIRTHDAY and again is Again.YEARLY else PlanKind.CONTACT
    medium = None if kind is PlanKind.BIRTHDAY else plan.medium
    one = replace(plan, kind=kind, again=again, medium=medium, day=min(plan.day, date(2100, 1, 1)))
    one = replace(one, settled=None)
    last = one.day + YEARS
    told = rrulestr(rule(one), dtstart=datetime.combine(first_day(one), time.min))
    theirs = [found.date() for found in told.between(datetime(1900, 1, 1), datetime.combine(last, time.max))]
    if datetime.combine(one.day, time.min) == datetime(1900, 1, 1):
        theirs.insert(0, one.day)  # `between` leaves out its ends
    assert theirs == list(days_within(one, one.day, last))


@given(strategies.plans())
def test_another_library_reads_the_same(plan: Plan) -> None:
    (component,) = Calendar.from_ical(written(plan)).walk("VEVENT")
    begins = component.decoded("DTSTART")
    assert begins == (datetime.combine(first_day(plan), plan.time) if plan.time else first_day(plan))
    assert len(component.walk("VALARM")) == plan.remind
    if plan.text:
        assert str(component["SUMMARY"]) == shown(plan.text)


@given(strategies.plans())
def test_a_plan_does_not_come_back_as_a_contact(plan: Plan) -> None:
    content = written(plan, full_interaction())
    who = [contact.label for contact in ics.look(io.BytesIO(content.encode()), "").contacts]
    assert who == ["Call with Mom"]
    items = found(ics.read, content, *who)
    assert problems(items) == []
    assert len(records(items)) == 1
    assert [item.why for item in items if isinstance(item, LeftOut)] == [Left.PLANNED]


def test_a_file_of_plans_alone_brings_nothing_in() -> None:
    assert [item.why for item in found(ics.read, written(SUNDAY, BIRTHDAY)) if isinstance(item, LeftOut)] == [
        Left.PLANNED,
        Left.PLANNED,
    ]
