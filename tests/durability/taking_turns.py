"""Opens a journal again and again beside others that do the same: python -m tests.durability.taking_turns FOLDER NAME TIMES.

Each line it prints is one write to the pipe it shares with the others, so their order is the order of what happened.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import JournalBusy
from reconnect_desktop.domain.interaction import Interaction, Medium
from tests.durability.plan import open_journal


def main(folder: str, name: str, times: str) -> None:
    """Tell "in" and "saved" while the journal is held, and "out" just before it is let go."""
    sys.stdin.readline()  # the signal to start, for all of them at once
    for turn in range(int(times)):
        while True:
            try:
                journal = open_journal(Path(folder))
            except JournalBusy:
                continue
            break
        tell(f"in {name}")
        now = journal.now()
        journal.apply(
            Action.LOG, add(Interaction(id=f"{name}.{turn}", when=now, logged=now, medium=Medium.CALL))
        )
        tell(f"saved {name}.{turn}")
        tell(f"out {name}")
        journal.close()


def tell(line: str) -> None:
    """One line, in one write."""
    os.write(1, f"{line}\n".encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
