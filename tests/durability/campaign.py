"""How long the tests of this folder are: short in the suite, long with RECONNECT_CAMPAIGN=long."""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
REPORT = ROOT / "build/campaign.txt"
KEYS = {"plain": b"", "encrypted": bytes(range(32))}  # the data keys of the two kinds of journal
IS_LONG = os.environ.get("RECONNECT_CAMPAIGN") == "long"


def rounds(short: int, long: int) -> int:
    """The number of rounds of this run."""
    return long if IS_LONG else short


def fresh_seed() -> int:
    """The same at every run of the suite, another (which is printed) in each campaign, or RECONNECT_SEED."""
    return int(
        os.environ.get("RECONNECT_SEED") or (random.SystemRandom().randrange(1 << 32) if IS_LONG else 7)
    )


def report(capsys: pytest.CaptureFixture[str], line: str) -> None:
    """Print what a campaign did; a long one also gathers it in build/campaign.txt."""
    with capsys.disabled():
        print(f"\n{line}")
    if IS_LONG:
        REPORT.parent.mkdir(exist_ok=True)
        with REPORT.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")


@contextmanager
def folder_in_memory(otherwise: Path) -> Iterator[Path]:
    """An empty folder in memory, for thousands of rounds would wait for a real disk most of the time."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield otherwise
        return
    folder = Path(tempfile.mkdtemp(prefix="reconnect-", dir=memory))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
