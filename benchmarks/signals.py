"""Noticing dips and gaps in a journal of a lifetime: all of it from cold, and a day more, after one year and after sixty."""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from benchmarks.journals import interactions
from benchmarks.measure import Case, Figure, middle, ratio, side_by_side
from reconnect_desktop.domain.contacts import Contact, as_contacts
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.signals import Watch, on

LIFETIME, YEAR = 22_000, 366
COLD_REACH, LEAN_REACH = 60.0, 40.0  # ms
DAY_REACH = 0.2  # ms
SAME_REACH = 1.5  # sixty years over one
WATCHED = 100  # days


def run(_scratch: Path, rounds: int) -> list[Figure]:
    """Everything in memory: what reading takes is measured elsewhere."""
    lifetime = interactions(LIFETIME)
    lean, year = as_contacts(lifetime), as_contacts(lifetime[:YEAR])
    today = max(one.day for one in lean)
    told = side_by_side(
        {
            "interactions": _cold(today, lifetime),
            "lean": _cold(today, lean),
            "day": _day_more(today, lean),
            "day after a year": _day_more(today, year),
        },
        rounds,
    )
    return [
        _ms(f"signals of today, {LIFETIME:,} interactions, from cold", told, "interactions", COLD_REACH),
        _ms(f"signals of today, {LIFETIME:,} contacts as storage has them", told, "lean", LEAN_REACH),
        _ms("signals of a day more, after sixty years", told, "day", DAY_REACH),
        Figure(
            "a day more, after sixty years over after one",
            ratio(told, "day", "day after a year"),
            SAME_REACH,
            "x",
        ),
    ]


def _ms(what: str, told: dict[str, list[float]], name: str, reach: float) -> Figure:
    return Figure(what, statistics.median(told[name]), reach, f"ms; {middle(told, name)}")


def _cold(today: date, everything: Sequence[Interaction] | Sequence[Contact]) -> Case:
    def case() -> float:
        began = time.perf_counter()
        on(today, everything)
        return (time.perf_counter() - began) * 1000

    return case


def _day_more(today: date, contacts: Sequence[Contact]) -> Case:
    """The mean over the last days: each brings a contact, most a rating."""

    def case() -> float:
        watch = Watch(contacts)
        watch.on(today - timedelta(WATCHED))
        began = time.perf_counter()
        for days in range(WATCHED - 1, -1, -1):
            watch.on(today - timedelta(days))
        return (time.perf_counter() - began) * 1000 / WATCHED

    return case
