"""All interactions at once, as lean as noticing and the charts need them: tens of thousands in some tens of ms."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache

from reconnect_desktop.domain.contacts import Contact
from reconnect_desktop.domain.errors import JournalDamaged
from reconnect_desktop.domain.measures import CLOSENESS, MINUTES, MOOD, Medium
from reconnect_desktop.domain.tellings import Telling
from reconnect_desktop.domain.trends.sources import Point
from reconnect_desktop.storage.connection import Connection
from reconnect_desktop.storage.trouble import told

# Looked up rather than made or checked anew for each row, and row by row: all rows at once would take as much room again.
_MEDIA = {medium.value: medium for medium in Medium}
_MINUTES, _CLOSENESS, _MOOD = (
    {None: None, **{one: one for one in scale}} for scale in (MINUTES, CLOSENESS, MOOD)
)


def contacts(connection: Connection) -> list[Contact]:
    """As `domain.signals` needs them, oldest first. Raises JournalDamaged."""
    sql = (
        "SELECT substr(local, 1, 10), utc, id, substr(logged_local, 1, 10), medium, closeness"
        " FROM interactions ORDER BY utc, id"
    )
    day = cache(date.fromisoformat)
    with _readable():
        return [
            Contact._make((day(local), utc, one, day(logged), _MEDIA[medium], closeness))
            for local, utc, one, logged, medium, closeness in connection.execute(sql)
        ]


def points(connection: Connection, some: str = "") -> list[Point]:
    """As the charts need them, oldest first; those that `some`, a WHERE of dates and numbers of ours, lets through. Raises JournalDamaged."""
    sql = (
        "SELECT local, utc, id, substr(logged_local, 1, 10), medium, minutes, closeness, mood, tags"
        f" FROM interactions {some} ORDER BY utc, id"
    )
    day, moment = cache(date.fromisoformat), datetime.fromisoformat
    split = cache(_tags)
    with _readable():
        return [
            Point._make(
                (
                    *(moment(local), utc, one, day(logged), _MEDIA[medium]),
                    *(_MINUTES[minutes], _CLOSENESS[closeness], _MOOD[mood], split(tags)),
                )
            )
            for local, utc, one, logged, medium, minutes, closeness, mood, tags in connection.execute(sql)
        ]


def tellings(connection: Connection, some: str) -> list[Telling]:
    """As looking for contacts that are told twice needs them, oldest first; some: as for `points`. Raises JournalDamaged."""
    sql = (
        "SELECT utc, id, substr(local, 1, 10), medium, minutes, source, source_key"
        f" FROM interactions {some} ORDER BY utc, id"
    )
    with _readable():
        return [
            Telling._make((utc, one, day, _MEDIA[medium], _MINUTES[minutes], source, key))
            for utc, one, day, medium, minutes, source, key in connection.execute(sql)
        ]


def _tags(lines: str) -> tuple[str, ...]:
    return tuple(lines.split("\n")) if lines else ()


@contextmanager
def _readable() -> Iterator[None]:
    try:
        with told():
            yield
    except (ValueError, TypeError, KeyError, AttributeError):
        raise JournalDamaged from None
