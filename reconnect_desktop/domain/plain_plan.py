"""A plan as a plain dictionary, and back."""

from __future__ import annotations

from datetime import time

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.plain_fields import Fields, Plain, needed, write_when
from reconnect_desktop.domain.plan import Again, Plan, PlanKind


def write_plan(record: Plan) -> Plain:
    """Its fields; the time as in 18:30."""
    return {
        "about": record.kind.value,
        "text": record.text,
        "day": record.day.isoformat(),
        "time": f"{record.time:%H:%M}" if record.time else None,
        "medium": record.medium.value if record.medium else None,
        "again": record.again.value,
        "remind": record.remind,
        "settled": record.settled.isoformat() if record.settled else None,
        **write_when("added", record.added),
    }


def read_plan(fields: Fields) -> Plan:
    """What `write_plan` wrote. Raises Invalid."""
    return Plan(
        id=fields.identity(),
        kind=needed("about", fields.word("about", PlanKind)),
        text=fields.text("text"),
        day=needed("day", fields.day("day")),
        time=read_time(fields.text("time")),
        medium=fields.word("medium", Medium),
        again=fields.word("again", Again) or Again.NEVER,
        remind=fields.flag("remind"),
        settled=fields.day("settled"),
        added=needed("added", fields.when("added")),
    )


def read_time(text: str) -> time | None:
    """A time of the day, or None where there is no text. Raises Invalid."""
    try:
        return time.fromisoformat(text) if text else None
    except ValueError:
        raise Invalid("time", Why.NOT_A_TIME) from None
