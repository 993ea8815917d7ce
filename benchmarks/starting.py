"""From the process's start to what is seen, beside a bare PySide6 window; stalls and memory after it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

from benchmarks.journals import make
from benchmarks.measure import Figure, middle, ratio, side_by_side
from benchmarks.probe import WORDS

SIZES = (4_000, 22_000)


def run(scratch: Path, rounds: int) -> list[Figure]:
    """Measure all of it."""
    small, large = (make(scratch / str(size), size) for size in SIZES)
    encrypted = make(scratch / "encrypted", SIZES[1], WORDS)
    starts = {
        "bare": partial(probe, "bare", small),
        "quick_add": partial(probe, "quick_add", small),
        "main": partial(probe, "main", small),
        "today 4,000": partial(probe, "today", small),
        "today 22,000": partial(probe, "today", large),
        "today 22,000 unlocked": partial(probe, "unlocked", encrypted),
    }
    told = side_by_side(starts, rounds)
    reach = {
        "quick_add": 1.3,
        "main": 1.3,
        "today 4,000": 2.3,
        "today 22,000": 2.4,
        "today 22,000 unlocked": 2.4,
    }
    base = middle(told, "bare")
    figures = [
        Figure(
            f"start to {name}, over a bare window",
            ratio(told, name, "bare"),
            most,
            f"ms {middle(told, name)} / {base}",
        )
        for name, most in reach.items()
    ]
    return [*figures, *_afterwards(large, rounds)]


def _afterwards(folder: Path, rounds: int) -> list[Figure]:
    cases = {
        "stall": partial(probe, "stall", folder),
        "memory": partial(probe, "memory", folder),
        "memory_bare": partial(probe, "memory_bare", folder),
    }
    told = side_by_side(cases, max(3, rounds // 3))
    return [
        Figure(
            "longest stall of the event loop after the first paint, ms",
            sorted(told["stall"])[len(told["stall"]) // 2],
            100,
            f"ms {middle(told, 'stall')}",
        ),
        Figure(
            "resident memory with Today, over a bare window",
            ratio(told, "memory", "memory_bare"),
            1.7,
            f"MB {middle(told, 'memory')} / {middle(told, 'memory_bare')}",
        ),
    ]


def probe(what: str, journal: Path) -> float:
    """The number that a process of its own tells."""
    return float(say(what, journal))


def say(what: str, journal: Path) -> str:
    """What it prints."""
    environment = {
        **os.environ,
        "RECONNECT_JOURNAL": str(journal),
        "XDG_CONFIG_HOME": str(journal.parent / "config"),
        "XDG_STATE_HOME": str(journal.parent / "state"),
        "RECONNECT_BENCH_START": str(time.monotonic()),
    }
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.probe", what],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout
