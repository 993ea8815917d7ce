"""What is found on the disk after a power cut, as Reconnect finds it."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from reconnect_desktop.storage.connection import FILE_NAME
from tests.durability.plan import Held, Kept, look, open_journal
from tests.durability.simulated_disk import Image
from tests.durability.tales import EXPORT, JOURNAL, World


@dataclass(frozen=True)
class Outcome:
    """What was found; `said` tells it in a line, without a word of what is kept."""

    found: World | None
    said: str

    def is_what(self, world: World) -> bool:
        """Whether this is what must be there."""
        return self.found == world


class Looking:
    """Opens what lies on one disk after the other; what it has read of a file is not read again of an equal one."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        self._read: dict[int, tuple[Held, Kept]] = {}

    def at(self, image: Image) -> Outcome:
        """What Reconnect finds there."""
        shutil.rmtree(self._scratch, ignore_errors=True)
        _write(image, self._scratch)
        try:
            held, draft = self._journal(self._scratch / JOURNAL)
            exported = _exported_in(self._scratch / EXPORT)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what was found
            return Outcome(None, repr(error))
        return Outcome(World(held, draft, "", exported), f"{len(held)} interactions, {exported} exported")

    def _journal(self, folder: Path) -> tuple[Held, Kept]:
        open_journal(folder).close()  # takes back what was half written
        content = hash((folder / FILE_NAME).read_bytes())
        if content not in self._read:
            self._read[content] = look(folder)
        return self._read[content]


def _exported_in(file: Path) -> int | None:
    """The number of records in the exported file, if there is one."""
    return len(json.loads(file.read_text("utf-8"))["records"]) if file.exists() else None


def _write(image: Image, to: Path) -> None:
    to.mkdir()
    for path, data in image.items():
        if data is None:
            (to / path).mkdir()
        else:
            (to / path).write_bytes(data)
