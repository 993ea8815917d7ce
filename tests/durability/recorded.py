"""The process that is recorded: python -m tests.durability.recorded FOLDER TALE[/MUTANT]...

A tale has FOLDER/TALE/disk for itself, and makes a folder in FOLDER/TALE/acknowledged after each step.
What must be on the disk after each of them is pickled to FOLDER/worlds.
"""

from __future__ import annotations

import itertools
import pickle
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.durability.acting import warm_up
from tests.durability.mutants import MUTANTS
from tests.durability.tales import TALES, Actor, Deed, World


def main(folder: Path, *chosen: str) -> None:
    """Tell one tale after the other."""
    warm_up()
    worlds: dict[str, list[World]] = {}
    for name in chosen:
        tale, _, mutant = name.partition("/")
        with MUTANTS[mutant]():
            worlds[name] = tell(TALES[tale], folder / name)
    (folder / "worlds").write_bytes(pickle.dumps(worlds))


def tell(tale: Sequence[Deed], below: Path) -> list[World]:
    """What must be on the disk after each step."""
    acknowledged = below / "acknowledged"
    (below / "disk").mkdir(parents=True)
    acknowledged.mkdir()
    counted = itertools.count(1)

    def acknowledge() -> None:
        (acknowledged / str(next(counted))).mkdir()

    actor = Actor(below / "disk", below.name, World(), acknowledge)
    for deed in tale:
        deed(actor)
    actor.close()
    return actor.worlds


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
