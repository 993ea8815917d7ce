"""What the program does while nothing is to be done: how often it wakes, what it costs, and the memory it keeps.

RECONNECT_IDLE_MINUTES: how long is looked; 1 unless it is said.
"""

from __future__ import annotations

import json
import os
from functools import partial
from pathlib import Path

from benchmarks.journals import make
from benchmarks.measure import Figure, middle, ratio, side_by_side
from benchmarks.probe import WORDS
from benchmarks.starting import probe, say

_MINUTES = float(os.environ.get("RECONNECT_IDLE_MINUTES", "1"))


def run(scratch: Path, rounds: int) -> list[Figure]:
    """In the tray, in the tray with a locked journal, and with the main window."""
    plain, locked = make(scratch / "4000", 4_000), make(scratch / "locked", 4_000, WORDS)
    cases = (("in the tray", "idle_hidden", plain), ("locked, in the tray", "idle_hidden", locked))
    figures = []
    for words, what, journal in (*cases, ("with Today", "idle_main", plain)):
        told = json.loads(say(what, journal))
        figures += _figures(words, told)
    memory = {
        "hidden": partial(probe, "memory_hidden", plain),
        "after": partial(probe, "memory_after", plain),
        "bare": partial(probe, "memory_bare", plain),
    }
    seen = side_by_side(memory, max(3, rounds // 5))
    for name, words in (("hidden", "started hidden"), ("after", "after Today was shown and closed")):
        detail = f"MB {middle(seen, name)} / {middle(seen, 'bare')}"
        figures.append(
            Figure(f"memory in the tray, {words}, over a bare window", ratio(seen, name, "bare"), 1.5, detail)
        )
    return figures


def _figures(words: str, told: dict[str, float]) -> list[Figure]:
    minutes = f"in {told['seconds'] / 60:.1f} minutes"
    return [
        Figure(
            f"wakings a minute, {words}",
            told["wakings"] * 60 / told["seconds"],
            1,
            f"{told['wakings']:.0f} {minutes}",
        ),
        Figure(
            f"processor, per cent, {words}",
            round(told["work"] * 100 / told["seconds"], 3),
            0.05,
            f"{told['work'] * 1000:.0f} ms {minutes}",
        ),
    ]
