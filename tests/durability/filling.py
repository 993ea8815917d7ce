"""Fills the disk that a journal lies on, and looks whether all is kept: python -m tests.durability.filling FOLDER."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add, delete
from reconnect_desktop.domain.errors import DiskFull
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.storage import reserve
from tests.durability.plan import look, open_journal
from tests.fakes import FakeClock

NOW = FakeClock()()
BLANK = Interaction(id="0", when=NOW, logged=NOW, medium=Medium.CALL)


def main(disk: Path) -> None:
    """Raise AssertionError where something is not as it should be."""
    vars(reserve).update(SIZE=60_000, FREE_LEAST=0)  # as it fits such a small disk
    ballast, folder = disk / "ballast", disk / "journal"
    ballast.write_bytes(bytes(100_000))
    journal = open_journal(folder)
    held: dict[str, Interaction] = {}
    on_reserve = 0
    try:
        for number in range(10_000):
            one = replace(BLANK, id=str(number), note="no room " * 200)
            journal.apply(Action.LOG, add(one))
            held[one.id] = one
            on_reserve += journal.used_reserve
    except DiskFull:
        assert {one.id: one for one in journal.interactions()} == held
    assert 0 < on_reserve < len(held) < 10_000
    ballast.unlink()
    gone = held.pop("0")
    journal.apply(Action.DELETE, delete(gone))
    journal.close()
    assert look(folder) == (held, None)
    print("as it should be")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
