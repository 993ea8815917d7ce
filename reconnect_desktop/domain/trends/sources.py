"""What the charts are made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from reconnect_desktop.domain.measures import Medium
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """All there is, as of `today`. points: oldest first, none later than today; the rest in any order."""

    today: date
    points: tuple[Point, ...]
    moods: tuple[MoodCheckIn, ...] = ()
    pauses: tuple[Pause, ...] = ()
    tries: tuple[Try, ...] = ()
    rhythm: Rhythm = NO_RHYTHM
