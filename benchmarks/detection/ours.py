"""Reconnect's own noticing on simulated people, through the door the program uses."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import numpy as np

from benchmarks.detection.people import Person
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.domain.signals import replay
from reconnect_desktop.domain.when import When

START = datetime(2023, 1, 2)  # a Monday


def days(person: Person) -> list[date]:
    """The days of the diary."""
    return [(START + timedelta(day)).date() for day in range(person.days)]


def interactions(person: Person) -> list[Interaction]:
    """The person's records as the program keeps them; closeness of a 5-point scale is spread over seven."""
    return [
        Interaction(
            id=f"{place:016x}",
            when=_when(one.t),
            logged=_when(one.logged),
            medium=Medium(one.medium),
            minutes=min(one.minutes, 1440),
            closeness=_of_seven(one.closeness, person.scale),
        )
        for place, one in enumerate(person.records)
    ]


def pauses(person: Person) -> list[Pause]:
    """The trips the person declared."""
    return [
        Pause(
            id=str(start),
            reason=PauseReason.TRAVEL,
            start=(START + timedelta(start)).date(),
            end=(START + timedelta(end - 1)).date(),
        )
        for _, start, end in person.pauses
    ]


def active(person: Person) -> dict[str, Any]:
    """Day by day, whether there was a dip, and whether there was a gap of either kind."""
    told = replay(interactions(person), pauses(person), days(person))
    return {
        kind: np.array([any(one.kind == kind for one in signals) for signals in told])
        for kind in ("dip", "gap")
    }


def looks_ahead(person: Person, day: int) -> bool:
    """Whether what was told up to this day changes when all that was written down later is taken away."""
    until = days(person)[: day + 1]
    contacts = interactions(person)
    by_then = [one for one in contacts if max(one.logged.day, one.when.day) <= until[-1]]
    started = [one for one in pauses(person) if one.start <= until[-1]]
    return replay(contacts, pauses(person), until) != replay(by_then, started, until)


def _when(t: float) -> When:
    return When((START + timedelta(days=t)).replace(microsecond=0), 0, "Etc/UTC")


def _of_seven(closeness: int | None, scale: int) -> int | None:
    return closeness if closeness is None or scale == 7 else round(1 + 6 * (closeness - 1) / 4)
