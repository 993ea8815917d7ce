"""What the charts are made from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import NamedTuple

from reconnect_desktop.domain.contacts import Contact
from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.records import MoodCheckIn, Pause, Try
from reconnect_desktop.domain.rhythm import NO_RHYTHM, Rhythm


class Point(NamedTuple):
    """An interaction as lean as the charts need it.

    local: naive wall time as it was lived; timestamp: seconds since 1970, UTC; logged: the day it was written down;
    minutes, closeness (1…7), mood (1…5): None where not noted.
    """

    local: datetime
    timestamp: int
    id: str
    logged: date
    medium: Medium
    minutes: int | None
    closeness: int | None
    mood: int | None
    tags: tuple[str, ...]

    def contact(self) -> Contact:
        """The same, as noticing needs it."""
        day = self.local.date()
        return Contact(day, self.timestamp, self.id, self.logged, self.medium, self.closeness)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """All there is, as of `today`. points: oldest first, none later than today; the rest in any order."""

    today: date
    points: tuple[Point, ...]
    moods: tuple[MoodCheckIn, ...] = ()
    pauses: tuple[Pause, ...] = ()
    tries: tuple[Try, ...] = ()
    rhythm: Rhythm = NO_RHYTHM

    @property
    def begun(self) -> date | None:
        """The first day with a contact; None before there is one."""
        # Not the first point's own day: where zones changed, an earlier moment can have a later day.
        return min(point.local for point in self.points).date() if self.points else None


def by_month(points: Iterable[Point]) -> dict[Month, list[Point]]:
    """The points of each month that has some, by the local day; in the order they come in."""
    found: dict[Month, list[Point]] = {}
    for month, some in groupby(points, key=lambda point: Month(point.local.year, point.local.month)):
        found.setdefault(month, []).extend(some)
    return found
