"""The Trends page of a lifetime's journal: how soon it says something, how soon it is drawn, how soon it answers the pointer."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.journals import make
from benchmarks.measure import Figure

SIZE = 22_000
REACHES = {
    "said": ("page switch to Trends until something useful is seen, ms", 150.0),
    "said at once": ("the same within the first seconds after the start, ms", 150.0),
    "stall": ("longest stall of the event loop while its charts are drawn, ms", 100.0),
    "hover": ("hover to tooltip over 22,000 interactions, ms", 16.0),
}


def run(scratch: Path, rounds: int) -> list[Figure]:
    """Each number from processes of their own: matplotlib must not be there when the page is opened."""
    folder = make(scratch / "trends", SIZE)
    figures = []
    for what, (words, reach) in REACHES.items():
        told = sorted(_probe(what, folder) for _ in range(max(3, rounds // 3)))
        detail = f"{told[0]:.1f}…{told[-1]:.1f} over {SIZE:,} interactions"
        figures.append(Figure(words, told[len(told) // 2], reach, detail))
    return figures


def _probe(what: str, folder: Path) -> float:
    environment = {**os.environ}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", "benchmarks.trends_page", what, str(folder)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout)


def _measure(what: str, folder: Path) -> float:
    from benchmarks.trends_visit import Visit

    visit = Visit(folder)
    measures: dict[str, Callable[[], float]] = {
        "said": lambda: visit.rest().until_said(),
        "said at once": visit.until_said,
        "stall": visit.longest_stall,
        "hover": visit.hover,
    }
    return measures[what]()


if __name__ == "__main__":
    print(f"{_measure(sys.argv[1], Path(sys.argv[2])):.2f}", flush=True)
    os._exit(0)
