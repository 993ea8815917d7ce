"""Every moment of a recorded tale as a power cut may leave it, opened and compared with what had been acknowledged."""

from __future__ import annotations

import os
import pickle
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.durability import tracing
from tests.durability.outcome import Looking, Outcome
from tests.durability.simulated_calls import Disk
from tests.durability.simulated_disk import Folder, Image, after_cut, chances, settle
from tests.durability.tales import World


@dataclass(frozen=True)
class Recording:
    """What was recorded of a tale; `worlds` has what had to be there after each acknowledgement."""

    tale: str
    folder: Path
    calls: list[tracing.Call]
    worlds: list[World]


@dataclass
class Found:
    """How many images were made of a tale, at how many calls, how many were unlike all before, and what was wrong."""

    images: int = 0
    cuts: int = 0
    distinct: int = 0
    wrong: list[str] = field(default_factory=list)


def record(folder: Path, *tales: str) -> list[Recording]:
    """Record these tales, each of them "tale" or "tale/mutant"; `folder` is empty."""
    trace, told = folder / "trace", folder / "told"
    told.mkdir()
    command = [sys.executable, "-m", "tests.durability.recorded", str(told), *tales]
    tracing.trace(command, trace, os.environ)
    worlds = pickle.loads((told / "worlds").read_bytes())
    begun = {os.fsencode(told / tale): tale for tale in tales}
    calls: dict[str, list[tracing.Call]] = {"": []}
    tale = ""
    for call in tracing.calls(trace):
        if call.name == "mkdir":
            tale = begun.get(tracing.text(call.given[0]), tale)
        calls.setdefault(tale, []).append(call)
    return [Recording(tale, told / tale, calls[tale], worlds[tale]) for tale in tales]


def cut(recording: Recording, images: int, seed: str, scratch: Path) -> Found:
    """Cut the power at every call of a tale, in as many ways as make this number of images, and look at each."""
    found, chance = Found(), random.Random(f"{recording.tale} {seed}")
    looking = Looking(scratch, {typed for world in recording.worlds for typed in world.opens})
    seen: dict[object, Outcome] = {}
    for done, acknowledged, top in _moments(recording):
        found.cuts += 1
        while found.images < images * done:
            image = _image(top, chance)
            key = frozenset((path, hash(data)) for path, data in image.items())
            if key not in seen:
                seen[key] = looking.at(image)
            if not seen[key].fits(recording.worlds[acknowledged - 1 : acknowledged + 1]):
                found.wrong.append(f"{recording.tale}, cut {found.cuts}, step {acknowledged}: {seen[key]}")
            found.images += 1
    found.distinct = len(seen)
    return found


def _moments(recording: Recording) -> Iterator[tuple[float, int, Folder]]:
    """After each call that changed the disk, and each acknowledgement: which part is over, how many of these, the disk."""
    disk, acknowledged = Disk(str(recording.folder / "disk")), 0
    marks = os.fsencode(recording.folder / "acknowledged") + b"/"
    for number, call in enumerate(recording.calls, start=1):
        changed = disk.take(call)
        if call.name == "mkdir" and tracing.text(call.given[0]).startswith(marks):
            acknowledged += 1
            if acknowledged == 1:
                settle(disk.top)
            changed = True
        if changed and acknowledged:
            yield number / len(recording.calls), acknowledged, disk.top
    yield 1, acknowledged, disk.top


def _image(top: Folder, chance: random.Random) -> Image:
    """What a cut may leave: nothing that was not synced, all of it, or any part."""
    way = chance.random()
    if way < 0.3:
        return after_cut(top, lambda: way < 0.15)
    return after_cut(top, *chances(chance))
