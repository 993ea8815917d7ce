"""How long the tests of this folder are: short in the suite, long with RECONNECT_CAMPAIGN=long."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
IS_LONG = os.environ.get("RECONNECT_CAMPAIGN") == "long"


def rounds(short: int, long: int) -> int:
    """The number of rounds of this run."""
    return long if IS_LONG else short


def fresh_seed() -> int:
    """The same at every run of the suite, another (which is printed) in each campaign."""
    return random.SystemRandom().randrange(1 << 32) if IS_LONG else 7


def begin(module: str, *words: str) -> subprocess.Popen[bytes]:
    """A process of `tests.durability`, whose output is a pipe."""
    return subprocess.Popen(
        [sys.executable, "-m", f"tests.durability.{module}", *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    )
