"""The process that is recorded: python -m tests.durability.recorded FOLDER TALE[/MUTANT]...

A tale has FOLDER/TALE/disk for itself, and makes a folder in FOLDER/TALE/acknowledged after each step.
What must be on the disk after each of them is pickled to FOLDER/worlds.
"""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

from tests.durability.acting import warm_up
from tests.durability.mutants import MUTANTS
from tests.durability.tales import TALES, Actor, World


def main(folder: Path, *chosen: str) -> None:
    """Tell one tale after the other."""
    warm_up()
    worlds: dict[str, list[World]] = {}
    for name in chosen:
        tale, _, mutant = name.partition("/")
        below = folder / name
        (below / "disk").mkdir(parents=True)
        (below / "acknowledged").mkdir()
        actor = Actor(below)
        with MUTANTS[mutant]():
            TALES[tale](actor)
        worlds[name] = actor.worlds
    (folder / "worlds").write_bytes(pickle.dumps(worlds))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
