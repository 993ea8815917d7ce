"""A month and a year of a journal of a lifetime, looked back on: read and computed."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.journals import make
from benchmarks.measure import Case, Figure, middle, side_by_side
from reconnect_desktop import clock
from reconnect_desktop.domain.months import month_of
from reconnect_desktop.journal import Journal

LIFETIME = 22_000
REACH = 50.0  # ms


def run(scratch: Path, rounds: int) -> list[Figure]:
    """The newest whole month, one in the middle of the years, the list of months, and a year."""
    journal = Journal.open(make(scratch, LIFETIME), clock.now)
    last = month_of(clock.now().day).ahead(-1)
    told = side_by_side(
        {
            "month": _case(lambda: journal.review(last)),
            "month long ago": _case(lambda: journal.review(last.ahead(-360))),
            "months": _case(journal.months),
            "year": _case(lambda: journal.year(last.year)),
        },
        rounds,
    )
    journal.close()
    return [
        Figure(
            f"review: {name}, {LIFETIME:,} interactions, read and computed", middle_of, REACH, f"ms; {detail}"
        )
        for name, middle_of, detail in (
            (name, statistics.median(values), middle(told, name)) for name, values in told.items()
        )
    ]


def _case(act: Callable[[], object]) -> Case:
    def case() -> float:
        began = time.perf_counter()
        act()
        return (time.perf_counter() - began) * 1000

    return case
