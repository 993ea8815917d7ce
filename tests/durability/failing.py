"""Deeds on a disk that fails, or in a process that is killed, at one call: what the process does that is hit.

`faults.c` is loaded into it; see there.
"""

from __future__ import annotations

import ctypes
import os
import pickle
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.output.errors_in_words import explain
from tests.durability.tales import BY_OTHERS, TALES, TO_REPEAT, Actor, World

LATER: Final = "later"  # the id of what is kept once the disk is mended


@dataclass(frozen=True)
class Situation:
    """Where a deed begins: a copy of the disk at `disk`, what is on it, what is there after each step, and the number of calls."""

    tale: str
    deed: int
    disk: Path
    before: World
    after: tuple[World, ...]
    calls: int


def prepare(folder: str) -> None:
    """Do all deeds without a fault, and leave a `Situation` for each that is Reconnect's own in FOLDER/situations, pickled."""
    faults = ctypes.CDLL(None)
    found = []
    for tale, deeds in TALES.items():
        disk, world = Path(folder) / tale / "disk", World()
        disk.mkdir(parents=True)
        for number, deed in enumerate(deeds):
            kept = disk.with_name(str(number))
            shutil.copytree(disk, kept)
            actor = Actor(disk, f"{tale} {number}", world, lambda: None)
            faults.fault_at(os.fsencode(disk), ctypes.c_long(0), 0, 0)
            deed(actor)
            calls = faults.fault_over()
            actor.close()
            if deed not in BY_OTHERS:
                found.append(Situation(tale, number, kept, world, tuple(actor.worlds), calls))
            world = actor.world
    (Path(folder) / "situations").write_bytes(pickle.dumps(found))


def hit(folder: str, *hits: str) -> None:
    """Do deeds, each on a copy of its disk in FOLDER/work, and let a call of each fail, or be the last one.

    hits: "situation call error lasting" each, in numbers; the error 0 kills, and lasting ones are of all calls from this one on.
    Tells a line for each: "+" for each step that was acknowledged, what the user is told in "<>" (then it is done once
    more, which must do), and "!" if the journal went on.
    """
    situations: list[Situation] = pickle.loads((Path(folder) / "situations").read_bytes())
    for number, one in enumerate(hits):
        situation, call, error, lasting = map(int, one.split())
        _hit(situations[situation], Path(folder) / "work" / str(number), call, error, lasting)
        _tell("\n")


def _hit(here: Situation, disk: Path, call: int, error: int, lasting: int) -> None:
    shutil.copytree(here.disk, disk, copy_function=_copy)
    faults = ctypes.CDLL(None)
    actor = Actor(disk, f"{here.tale} {here.deed}", here.before, lambda: _tell("+"))
    faults.fault_at(os.fsencode(disk), ctypes.c_long(call), error, lasting)
    try:
        TALES[here.tale][here.deed](actor)
    except UserError as told:
        faults.fault_over()
        _tell(f"<{explain(told)}>")
        if TALES[here.tale][here.deed] in TO_REPEAT:
            TALES[here.tale][here.deed](actor)
    else:
        faults.fault_over()
    if _goes_on(actor):
        _tell("!")
    actor.close()


def _goes_on(actor: Actor) -> bool:
    """Whether the open journal takes one more entry; if not, it must say so in a sentence."""
    now = actor.clock()
    try:
        actor.journal.apply(
            Action.LOG, add(Interaction(id=LATER, when=now, logged=now, medium=Medium.MESSAGE))
        )
    except UserError:
        return False
    return True


def _copy(source: str, target: str) -> None:
    """A copy, but of what nothing writes into, which can be in both places."""
    if Path(source).parent.name == "backups" or source.endswith("/reserve"):
        os.link(source, target)
    else:
        shutil.copyfile(source, target)


def _tell(text: str) -> None:
    os.write(1, text.encode())
