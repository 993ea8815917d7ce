"""From the click in the tray to a painted quick add, beside the showing of a bare window in the same process."""

from __future__ import annotations

import statistics
from functools import partial
from pathlib import Path

from benchmarks.journals import make
from benchmarks.measure import Figure, middle, ratio, side_by_side
from benchmarks.starting import probe

_REACH = 60  # milliseconds


def run(scratch: Path, rounds: int) -> list[Figure]:
    """Each round is a process that has waited in the tray for some seconds; it opens quick add three times and tells the median."""
    journal = make(scratch / "4000", 4_000)
    cases = {name: partial(probe, name, journal) for name in ("again", "again_bare")}
    told = side_by_side(cases, max(3, rounds // 3))
    return [
        Figure(
            "quick add from the tray until it is painted, ms",
            statistics.median(told["again"]),
            _REACH,
            f"ms {middle(told, 'again')}",
        ),
        Figure(
            "the same, over a bare window's in this run",
            ratio(told, "again", "again_bare"),
            _REACH / statistics.median(told["again_bare"]),
            f"ms {middle(told, 'again')} / {middle(told, 'again_bare')}",
        ),
    ]
