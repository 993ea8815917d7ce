"""`reconnect-desktop add` as a whole process, beside Python with sqlite3 and one durable insert."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

from benchmarks.journals import make
from benchmarks.measure import Figure, middle, ratio, side_by_side

INSERT = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA synchronous=EXTRA")
connection.execute("CREATE TABLE IF NOT EXISTS t (a)")
connection.execute("INSERT INTO t VALUES (1)")
"""
ADD = ("-m", "reconnect_desktop", "add", "call", "--minutes", "25", "--closeness", "5")


def run(scratch: Path, rounds: int) -> list[Figure]:
    """Measure it with 4,000 interactions in the journal, and say what it is made of."""
    journal = make(scratch / "adding", 4_000)
    cases = {
        "python": partial(_process, journal, "-c", "pass"),
        "insert": partial(_process, journal, "-c", INSERT, str(scratch / "plain.db")),
        "imports": partial(
            _process, journal, "-c", "import reconnect_desktop.cli.start, reconnect_desktop.journal"
        ),
        "add": partial(_process, journal, *ADD),
    }
    told = side_by_side(cases, rounds)
    parts = f"ms {middle(told, 'add')} / {middle(told, 'insert')}; of it Python {middle(told, 'python')}, with our imports {middle(told, 'imports')}"
    return [
        Figure("`add`, over `python -c` with one durable insert", ratio(told, "add", "insert"), 8, parts),
        *_heaviest(journal),
    ]


def _heaviest(journal: Path) -> list[Figure]:
    """No figures: prints which imports cost most."""
    told = subprocess.run(
        [sys.executable, "-X", "importtime", *ADD],
        env=_environment(journal),
        capture_output=True,
        text=True,
        check=True,
    ).stderr
    costs = [
        (int(match[1]), match[2]) for match in re.finditer(r"import time:\s+(\d+) \|\s+\d+ \|\s+(\S+)", told)
    ]
    ours = sum(cost for cost, name in costs if name.startswith("reconnect"))
    print(
        f"  imports of `add`, ms: {sum(cost for cost, _ in costs) / 1000:.0f} in all, {ours / 1000:.0f} of them our own modules"
    )
    print(
        "  dearest: "
        + ", ".join(f"{name} {cost / 1000:.1f}" for cost, name in sorted(costs, reverse=True)[:8])
    )
    return []


def _environment(journal: Path) -> dict[str, str]:
    environment = {**os.environ, "RECONNECT_JOURNAL": str(journal)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def _process(journal: Path, *words: str) -> float:
    """Milliseconds of a whole process."""
    before = time.perf_counter()
    subprocess.run([sys.executable, *words], env=_environment(journal), stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - before) * 1000
