"""What is found on a disk after a power cut or a crash, as Reconnect finds it."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from reconnect_desktop import backing_up
from reconnect_desktop.domain.errors import BackupLocked, JournalDamaged, WrongPassphrase
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.rescues import Choice
from reconnect_desktop.rescuing import rescue
from reconnect_desktop.storage.backups.choosing import key_of
from reconnect_desktop.storage.backups.contents import look_through
from reconnect_desktop.storage.backups.manifest import read
from reconnect_desktop.storage.backups.reading import records_of
from reconnect_desktop.storage.connection import FILE_NAME, KEY_FILES, connect
from reconnect_desktop.unlocking import is_encrypted, unlock
from tests.durability.plan import Held, Kept, look
from tests.durability.simulated_disk import Image
from tests.durability.tales import EXPORT, JOURNAL, World
from tests.fakes import FakeClock

KEPT_AS_THEY_ARE: Final = (f"{JOURNAL}/backups/", f"{JOURNAL}/reserve")  # nothing writes into these


@dataclass(frozen=True)
class Outcome:
    """What was found: what `World` has, with the backups that can be read and were found whole; or what was wrong.

    Of a damaged journal, what is there once it was rescued.
    """

    held: Held = field(default_factory=dict)
    draft: Kept = None
    opens: frozenset[str] = frozenset()
    exported: int | None = None
    backups: Mapping[str, Held] = field(default_factory=dict)
    damaged: bool = False
    wrong: str = ""

    def fits(self, allowed: Sequence[World]) -> bool:
        """Whether it is what one of these worlds says: the last one acknowledged, or the one to come."""
        surely = set.intersection(*(set(world.backups) for world in allowed))
        enough = len(self.backups) >= min(len(world.backups) for world in allowed)
        return (
            not self.wrong
            and enough
            and any(
                (self.held, self.draft, self.opens, self.exported, self.damaged)
                == (world.held, world.draft, world.opens, world.exported, world.damaged)
                and all(self._has_backup(name, world.backups[name]) for name in surely)
                for world in allowed
            )
        )

    def _has_backup(self, name: str, held: Held) -> bool:
        """Whether there is one of this moment that holds this; done once more, it may have another number."""
        moment = name[: len("2026-11-22T174000Z")]
        return any(
            other.startswith(moment) and there == held
            for other, there in sorted(self.backups.items(), key=lambda one: one[0] != name)
        )

    def __str__(self) -> str:
        """A line without a word of what is kept."""
        counts = {name: len(held) for name, held in self.backups.items()}
        return (
            self.wrong or f"{len(self.held)} held, {len(self.opens)} open, {self.exported} exported, {counts}"
        )


class Looking:
    """Looks at one disk after the other; what was read of a file is not read again of an equal one.

    typed: all passphrases and recovery keys that were ever set.
    """

    def __init__(self, scratch: Path, typed: Iterable[str]) -> None:
        self._scratch = scratch
        self._typed = sorted(typed)
        self._read: dict[object, tuple[Held, Kept, bool]] = {}
        self._backups: dict[object, Held] = {}

    def at(self, image: Image) -> Outcome:
        """What there is on a disk with these files."""
        disk = self._scratch / "disk"
        shutil.rmtree(disk, ignore_errors=True)
        disk.mkdir(parents=True)
        for path, data in image.items():
            self._lay(disk / path, path, data)
        return self.found(disk)

    def found(self, disk: Path) -> Outcome:
        """What there is in a folder, in which unfinished business may be ended."""
        try:
            backups = self._backups_in(disk / JOURNAL)
            keys = self._keys(disk / JOURNAL)
            held, draft, damaged = self._journal(disk / JOURNAL, next(iter(keys.values()), b""))
            return Outcome(held, draft, frozenset(keys), _exported_in(disk / EXPORT), backups, damaged)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what was found
            return Outcome(wrong=repr(error))

    def _lay(self, file: Path, path: str, data: bytes | None) -> None:
        if data is None:
            file.mkdir()
        elif not path.startswith(KEPT_AS_THEY_ARE):
            file.write_bytes(data)
        else:  # one file can be in many places
            once = self._scratch / str(hash(data))
            if not once.exists():
                once.write_bytes(data)
            os.link(once, file)

    def _keys(self, folder: Path) -> dict[str, bytes]:
        """Each passphrase or recovery key that opens the journal, with the data key it unwraps."""
        found = {}
        if is_encrypted(folder):
            for typed in self._typed:
                with suppress(WrongPassphrase):
                    found[typed] = unlock(folder, typed)
            assert found, "nothing opens the journal"
        return found

    def _journal(self, folder: Path, key: bytes) -> tuple[Held, Kept, bool]:
        """What it holds, and whether it was damaged; read once for all that are equal when a broken off write is taken back."""
        names: tuple[str, ...] = (FILE_NAME, *KEY_FILES)
        try:
            if (folder / FILE_NAME).exists():
                connect(folder / FILE_NAME, key or None).close()
        except JournalDamaged:
            names = (*names, f"{FILE_NAME}-journal")  # it was not taken back
        files = [folder / name for name in names]
        content = tuple(hash(file.read_bytes()) if file.exists() else None for file in files)
        if content not in self._read:
            self._read[content] = _read(folder, key)
        return self._read[content]

    def _backups_in(self, folder: Path) -> dict[str, Held]:
        """What is in each backup that is listed and was ever verified; all that are listed can be read."""
        found = {}
        for one in backing_up.backups_in(folder):
            file = folder / "backups" / f"{one.name}.db"
            assert not one.damaged, "a backup that is marked as damaged"
            held = self._held_by(file)
            if one.verified:
                found[one.name] = held
        return found

    def _held_by(self, file: Path) -> Held:
        said = read(file.with_suffix(".json"))
        content = self._content(file), repr(said.slots if said else None)
        if content not in self._backups:
            key = self._key_of(file)
            look_through(file, key)
            records = (one for one in records_of(file, key) if isinstance(one, Interaction))
            self._backups[content] = {one.id: one for one in records}
        return self._backups[content]

    def _content(self, file: Path) -> object:
        """Equal for equal files; of one that is in many places, it is known which it is."""
        found = file.stat()
        return found.st_ino if found.st_nlink > 1 else hash(file.read_bytes())

    def _key_of(self, backup: Path) -> bytes | None:
        for typed in self._typed:
            with suppress(WrongPassphrase, BackupLocked):
                return key_of(backup, None, typed)
        return key_of(backup, None, None)


def _read(folder: Path, key: bytes) -> tuple[Held, Kept, bool]:
    try:
        return *look(folder, key), False
    except JournalDamaged:
        rescue(folder, FakeClock(), Choice.SALVAGE, key or None)
        return *look(folder, key), True


def _exported_in(file: Path) -> int | None:
    """The number of records in the exported file, if there is one."""
    return len(json.loads(file.read_text("utf-8"))["records"]) if file.exists() else None
