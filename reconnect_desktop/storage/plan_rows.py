"""Plans as rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.plan import Again, Plan, PlanKind
from reconnect_desktop.storage.cells import when_of, when_row
from reconnect_desktop.storage.rows import Row, Table


def _row(it: Plan) -> Row:
    return (
        it.id,
        it.kind.value,
        it.text,
        it.day.isoformat(),
        f"{it.time:%H:%M}" if it.time else None,
        it.medium.value if it.medium else None,
        it.again.value,
        int(it.remind),
        it.settled.isoformat() if it.settled else None,
        it.added.timestamp,
        *when_row(it.added),
    )


def _plan(row: Sequence[Any]) -> Plan:
    return Plan(
        id=row[0],
        kind=PlanKind(row[1]),
        text=row[2],
        day=date.fromisoformat(row[3]),
        time=time.fromisoformat(row[4]) if row[4] else None,
        medium=Medium(row[5]) if row[5] else None,
        again=Again(row[6]),
        remind=bool(row[7]),
        settled=date.fromisoformat(row[8]) if row[8] else None,
        added=when_of(row[10], row[11], row[12]),
    )


PLANS = Table(
    "plans",
    (
        *("id", "about", "text", "day", "time", "medium", "again", "remind", "settled"),
        *("added_utc", "added_local", "added_offset", "added_zone"),
    ),
    "day, added_utc, seq",
    _row,
    _plan,
)
