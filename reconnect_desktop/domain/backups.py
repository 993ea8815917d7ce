"""Backups as values: when and why each was made, what it holds, and whether it was found whole."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Occasion(StrEnum):
    """Why a backup was made."""

    DAY = "day"  # after the first change of a day
    EXIT = "exit"
    ASKED = "asked"
    MIGRATION = "migration"  # the others: before it
    RESTORE = "restore"
    IMPORT = "import"
    TAKE_OUT = "removal"  # of what was brought in
    ENCRYPTION = "encryption"


class Place(StrEnum):
    """Where a backup lies."""

    JOURNAL = "journal"  # in the journal's own folder
    SECOND = "second"  # in the folder that the user chose


class SecondFolder(StrEnum):
    """How it is with the second place for backups."""

    NONE = "none"  # none was chosen, or there is nothing to be there yet
    CURRENT = "current"  # the newest backup is there
    BEHIND = "behind"  # it is not, and could be
    MISSING = "missing"
    UNWRITABLE = "unwritable"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup, as its manifest tells.

    name: what it is called among all, without an ending, made of the moment in UTC. made: seconds since 1970, UTC.
    interactions: how many it holds; None where the manifest is gone. size: bytes.
    verified: when it was last found whole (seconds since 1970), or None if it never was.
    damaged: it was looked at and is not what was written. encrypted: it needs a key.
    digest: equal for two backups that hold the same; "" where the manifest is gone.
    """

    name: str
    made: int
    occasion: Occasion
    place: Place
    interactions: int | None
    size: int
    schema: int
    encrypted: bool
    verified: int | None
    digest: str = ""
    damaged: bool = False
