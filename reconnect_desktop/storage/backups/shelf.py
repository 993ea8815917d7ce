"""Where the backups of one journal lie: in its own folder, and in a second one if that was chosen."""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reconnect_desktop import durable
from reconnect_desktop.domain.backups import Backup, Place, SecondFolder
from reconnect_desktop.domain.errors import NoSuchBackup, UserError
from reconnect_desktop.domain.thinning import to_drop
from reconnect_desktop.storage.backups import folder as folders
from reconnect_desktop.storage.backups import second_folder
from reconnect_desktop.storage.trouble import told

# Whoever adds, changes or takes away backups does so alone. It is never waited for with the journal's turn in hand.
ONE_AT_A_TIME = threading.RLock()


@dataclass(frozen=True)
class Shelf:
    """Both places. journal_folder: the journal's own folder. chosen: the second one as in the setting, or ""."""

    journal_folder: Path
    chosen: str = ""

    @property
    def own(self) -> Path:
        """The folder of the backups in the journal's own."""
        return self.journal_folder / folders.FOLDER

    @cached_property
    def journal_id(self) -> str:
        """What all backups of this journal share; a new one where there is none yet."""
        return folders.journal_id(self.own) or os.urandom(8).hex()

    @cached_property
    def second(self) -> Path | None:
        """Where those of this journal lie in the second folder; None where none was chosen, or it is not there."""
        return second_folder.place_in(self.chosen, self.journal_id)

    @property
    def folders(self) -> list[Path]:
        """Those that are in reach."""
        return [self.own, self.second] if self.second else [self.own]

    def in_own(self) -> list[Backup]:
        """The backups in the journal's own folder, newest first. Raises ReadOnly, DiskTrouble."""
        return folders.backups_in(self.own, Place.JOURNAL)

    def backups(self) -> list[Backup]:
        """Those of both, newest first, each once; one that is whole in the second folder only says so."""
        found = {one.name: one for one in self.in_own()}
        if self.second:
            with suppress(UserError):
                for one in folders.backups_in(self.second, Place.SECOND):
                    if one.name not in found or (found[one.name].damaged and not one.damaged):
                        found[one.name] = one
        return folders.newest_first(list(found.values()))

    def find(self, name: str) -> Backup:
        """The backup of this name. Raises NoSuchBackup."""
        for one in self.backups():
            if one.name == name:
                return one
        raise NoSuchBackup

    def path(self, backup: Backup) -> Path:
        """Its file."""
        in_second = backup.place is Place.SECOND and self.second
        return (self.second if in_second and self.second else self.own) / f"{backup.name}.db"

    def new_path(self, made: int) -> Path:
        """A file of the journal's own folder for a backup of this moment; the folder is there then, and tidy."""
        with told():
            durable.make_folder(self.own)
            folders.remove_parts(self.own)
            return self.own / f"{folders.free_name(made, *self.folders)}.db"

    def second_state(self) -> SecondFolder:
        """Whether the newest backup is in the second folder too, and if not, why."""
        return second_folder.state_of(self.chosen, self.second, next(iter(self.in_own()), None))

    def copy_to_second(self, name: str) -> None:
        """Copy a backup there, if it is there; should it not work, `second_state` tells."""
        if self.second:
            with suppress(UserError):
                second_folder.copy_there(self.own / f"{name}.db", self.second)

    def thin(self, now: int) -> None:
        """Let those go that may; should it not work, they stay. now: seconds since 1970."""
        for folder in self.folders:
            with suppress(OSError, UserError):
                dropped = to_drop(folders.backups_in(folder, Place.JOURNAL), now)
                folders.remove(folder, [one.name for one in dropped])
