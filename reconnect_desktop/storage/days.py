"""What lies in a span of local days, found by the moments that those days can have anywhere."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from reconnect_desktop.domain.errors import Invalid, JournalDamaged
from reconnect_desktop.domain.months import Month, read_month
from reconnect_desktop.storage.connection import Connection
from reconnect_desktop.storage.trouble import told

if TYPE_CHECKING:
    from reconnect_desktop.domain.trends.sources import Point

AROUND = 4  # ratings (and contacts) that are read beside a span
_EPOCH = date(1970, 1, 1)
_A_DAY = 86_400  # seconds; no place is further from UTC

_MONTHS = " UNION ".join(
    f"SELECT substr({column}, 1, 7) FROM {table}"
    for table, column in (
        ("interactions", "local"),
        ("moods", "local"),
        ("tries", "begun_local"),
        ("needs", "noted_local"),
        ("reflections", "id"),
    )
)


def within(first: date, last: date) -> str:
    """The condition for rows with `utc` and `local` of the days from `first` to `last`, both included."""
    span = f"utc BETWEEN {_midnight(first) - _A_DAY} AND {_midnight(last) + 2 * _A_DAY}"
    return f"{span} AND local >= '{first.isoformat()}' AND local < '{_next(last)}'"


def points_around(connection: Connection, first: date, last: date) -> list[Point]:
    """Those of these days, oldest first, and beside them the last 4 and the last 4 rated before, the first 4 rated after.

    Raises JournalDamaged.
    """
    from reconnect_desktop.storage.lean import points

    before = f"utc < {_midnight(first) + _A_DAY} AND local < '{first.isoformat()}'"
    after = f"utc > {_midnight(last)} AND local >= '{_next(last)}'"
    rated = "closeness IS NOT NULL"
    earlier = {
        one
        for some in (before, f"{before} AND {rated}")
        for one in points(connection, f"WHERE {_nearest(some, 'DESC')}")
    }
    later = points(connection, f"WHERE {_nearest(f'{after} AND {rated}', 'ASC')}")
    found = {*earlier, *points(connection, f"WHERE {within(first, last)}"), *later}
    return sorted(found, key=lambda one: (one.timestamp, one.id))


def months(connection: Connection) -> list[Month]:
    """Those in which there is anything, newest first. Raises JournalDamaged."""
    with told():
        rows = connection.execute(f"{_MONTHS} ORDER BY 1 DESC").fetchall()
    try:
        return [read_month(month) for (month,) in rows]
    except (Invalid, AttributeError):
        raise JournalDamaged from None


def _nearest(condition: str, order: str) -> str:
    few = f"SELECT id FROM interactions WHERE {condition} ORDER BY utc {order}, id {order} LIMIT {AROUND}"
    return f"id IN ({few})"


def _midnight(day: date) -> int:
    return (day - _EPOCH).days * _A_DAY


def _next(day: date) -> str:
    return (day + timedelta(days=1)).isoformat()
