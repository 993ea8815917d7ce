"""A month and a year of a journal of a lifetime, looked back on: read and computed, and written as PDF."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.journals import make
from benchmarks.measure import Case, Figure, middle, side_by_side
from reconnect_desktop import clock
from reconnect_desktop.domain.months import month_of
from reconnect_desktop.journal import Journal

LIFETIME = 22_000
REACH = 50.0  # ms
REACH_PDF = 3_000.0  # ms


def run(scratch: Path, rounds: int) -> list[Figure]:
    """The newest whole month, one in the middle of the years, the list of months, and a year."""
    folder = make(scratch / "journal", LIFETIME)
    journal = Journal.open(folder, clock.now)
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
    return [*_read_and_computed(told), _on_paper(folder, scratch / "review.pdf", rounds)]


def _read_and_computed(told: Mapping[str, list[float]]) -> list[Figure]:
    return [
        Figure(
            f"review: {name}, {LIFETIME:,} interactions, read and computed", middle_of, REACH, f"ms; {detail}"
        )
        for name, middle_of, detail in (
            (name, statistics.median(values), middle(told, name)) for name, values in told.items()
        )
    ]


def _on_paper(folder: Path, file: Path, rounds: int) -> Figure:
    """The whole command in a process of its own, with all that it loads."""
    command = [sys.executable, "-m", "reconnect_desktop", "--journal", str(folder)]
    command += ["review", "--pdf", str(file)]
    told = side_by_side(
        {"pdf": _case(lambda: subprocess.run(command, check=True, capture_output=True))}, max(3, rounds // 3)
    )
    what = f"review: PDF of a month, {LIFETIME:,} interactions, from a new process"
    return Figure(what, statistics.median(told["pdf"]), REACH_PDF, f"ms; {middle(told, 'pdf')}")


def _case(act: Callable[[], object]) -> Case:
    def case() -> float:
        began = time.perf_counter()
        act()
        return (time.perf_counter() - began) * 1000

    return case
