"""A process of its own that acts on a journal and acknowledges each durable step: python -m tests.durability.acting FOLDER SEED."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.durability.plan import Plan, open_journal


def main(folder: str, seed: str) -> None:
    """Tell "+" once the journal is open and after each step, until killed."""
    journal = open_journal(Path(folder))
    plan = Plan(seed, {one.id: one for one in journal.interactions()}, journal.draft())
    os.write(1, b"+")
    while True:
        plan.step(journal)
        os.write(1, b"+")


if __name__ == "__main__":
    main(*sys.argv[1:])
