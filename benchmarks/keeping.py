"""What it costs to keep a journal encrypted and backed up: unlocking, saving, the start check, a backup."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.journals import interactions, make
from benchmarks.measure import Figure, middle, ratio, side_by_side
from benchmarks.probe import WORDS
from reconnect_desktop import backing_up, clock
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.change import add
from reconnect_desktop.journal import Journal
from reconnect_desktop.unlocking import unlock

COUNT = 22_000

# In a process of its own, as at the first unlocking of a day: the milliseconds of all of it, and of the derivation alone.
_FIRST = """
import json, sys, time
from pathlib import Path
from reconnect_desktop import clock
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage import vault

derive, took = vault._derive, []
def timed(*words):
    from cryptography.hazmat.primitives.kdf import argon2
    before = time.perf_counter()
    key = derive(*words)
    took.append((time.perf_counter() - before) * 1000)
    return key
vault._derive = timed

folder = Path(sys.argv[1])
before = time.perf_counter()
from reconnect_desktop.unlocking import unlock
journal = Journal.open(folder, clock.now, unlock(folder, sys.argv[2]))
print(json.dumps([(time.perf_counter() - before) * 1000, *took]))
"""


def run(scratch: Path, rounds: int) -> list[Figure]:
    """Measure all of it, plain and encrypted in turn."""
    plain, encrypted = make(scratch / "plain", COUNT), make(scratch / "encrypted", COUNT, WORDS)
    return [*_unlocking(encrypted, rounds), *_open(plain, encrypted, rounds)]


def _unlocking(folder: Path, rounds: int) -> list[Figure]:
    pairs = [_first_unlocking(folder) for _ in range(rounds)]
    told = {"all": [whole for whole, _ in pairs], "rest": [whole - derived for whole, derived in pairs]}
    return [
        Figure("passphrase to open journal, ms", _median(told, "all"), 500, f"ms {middle(told, 'all')}"),
        Figure("of it all but the derivation, ms", _median(told, "rest"), 50, f"ms {middle(told, 'rest')}"),
    ]


def _first_unlocking(folder: Path) -> tuple[float, float]:
    command = [sys.executable, "-c", _FIRST, str(folder), WORDS]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    whole, derived = json.loads(done.stdout)
    return whole, derived


def _open(plain: Path, encrypted: Path, rounds: int) -> list[Figure]:
    key = unlock(encrypted, WORDS)
    checks = {"plain": partial(_check, plain, None), "encrypted": partial(_check, encrypted, key)}
    told = side_by_side(checks, rounds)
    journals = {"plain": Journal.open(plain, clock.now), "encrypted": Journal.open(encrypted, clock.now, key)}
    saved = side_by_side({name: _saves(journal) for name, journal in journals.items()}, rounds * 4)
    backed_up = side_by_side({name: partial(_back_up, journal) for name, journal in journals.items()}, rounds)
    for journal in journals.values():
        journal.close()
    return [
        Figure(
            "save to an encrypted journal, over a plain one",
            ratio(saved, "encrypted", "plain"),
            1.5,
            f"ms {middle(saved, 'encrypted')} / {middle(saved, 'plain')}",
        ),
        Figure(
            "start check of 22,000 interactions, encrypted, ms",
            _median(told, "encrypted"),
            300,
            f"ms {middle(told, 'encrypted')}, plain {middle(told, 'plain')}",
        ),
        Figure(
            "backup of 22,000 interactions, verified, encrypted, ms",
            _median(backed_up, "encrypted"),
            1000,
            f"ms {middle(backed_up, 'encrypted')}, plain {middle(backed_up, 'plain')}",
        ),
    ]


def _median(told: dict[str, list[float]], name: str) -> float:
    return statistics.median(told[name])


def _check(folder: Path, key: bytes | None) -> float:
    journal = Journal.open(folder, clock.now, key)
    before = time.perf_counter()
    journal.check()
    took = (time.perf_counter() - before) * 1000
    journal.close()
    return took


def _saves(journal: Journal) -> Callable[[], float]:
    journal.check()
    more = iter(interactions(10_000))

    def save() -> float:
        one = replace(next(more), id=journal.new_id())
        before = time.perf_counter()
        journal.apply(Action.LOG, add(one))
        return (time.perf_counter() - before) * 1000

    return save


def _back_up(journal: Journal) -> float:
    before = time.perf_counter()
    backing_up.back_up(journal, Occasion.ASKED)
    return (time.perf_counter() - before) * 1000
