"""What a process that may be killed does with a journal; all it tells goes to its output, each in one write.

The key of a journal is hexadecimal, or nothing for a plain one.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import JournalBusy
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.storage import vault
from tests.durability.failing import hit, prepare
from tests.durability.plan import Plan, open_journal


def live(folder: str, key: str, seed: str) -> None:
    """Take one step after the other, until killed; each is acknowledged by a "+", and the opening, too."""
    journal = open_journal(Path(folder), bytes.fromhex(key))
    plan = Plan(seed, {one.id: one for one in journal.interactions()}, journal.draft())
    tell("+")
    while True:
        plan.step(journal)
        tell("+")


def take_turns(folder: str, key: str, name: str, times: str) -> None:
    """Open the journal again and again beside others that do the same.

    Tells "in" and "saved" while the journal is held, and "out" just before it is let go.
    """
    for turn in range(int(times)):
        while True:
            try:
                journal = open_journal(Path(folder), bytes.fromhex(key))
            except JournalBusy:
                continue
            break
        tell(f"in {name}\n")
        now = journal.now()
        one = Interaction(id=f"{name}.{turn}", when=now, logged=now, medium=Medium.CALL)
        journal.apply(Action.LOG, add(one))
        tell(f"saved {name}.{turn}\n")
        tell(f"out {name}\n")
        journal.close()


def look_in(folder: str, key: str) -> None:
    """Try once to open the journal, and tell whether it is "busy" or "open"."""
    try:
        open_journal(Path(folder), bytes.fromhex(key)).close()
    except JournalBusy:
        tell("busy")
    else:
        tell("open")


def tell(text: str) -> None:
    """One write, so that the order of what several tell is the order of what happened."""
    os.write(1, text.encode())


def warm_up() -> None:
    """Load what the acts need; a guess at a passphrase is cheap from here on."""
    vault.COST = vault.Cost(memory=8, passes=1, lanes=1)  # type: ignore[misc]
    with tempfile.TemporaryDirectory() as folder:
        journal = open_journal(Path(folder) / "journal")
        plan = Plan("warm", {}, None)
        for _ in range(6):
            plan.step(journal)
        journal.close()


ACTS: Final[dict[str, Callable[..., None]]] = {
    act.__name__: act for act in (live, take_turns, look_in, prepare, hit)
}
