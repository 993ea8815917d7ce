"""What can be had of a damaged or missing journal, and what was made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from reconnect_desktop.domain.backups import Backup


class Choice(StrEnum):
    """What the new journal is made from."""

    BACKUP = "backup"  # the newest one that is whole
    SALVAGE = "salvage"  # what can be read of the damaged file
    TOGETHER = "together"  # that, and beside it what only the backup has
    AFRESH = "afresh"  # nothing


@dataclass(frozen=True, slots=True)
class Salvage:
    """How much of the damaged file can be read, entry by entry, each as it was written.

    interactions: so many. of: how many there were, or None where that cannot be read. records: with all other kinds.
    complete: nothing is missing, so that a backup could add only what was deleted since.
    """

    interactions: int
    of: int | None
    records: int
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Findings:
    """What there is to choose from.

    salvage: None where there is no file, or nothing can be read of it. backup: the newest that was just found whole.
    together: the number of interactions that both have between them.
    key: the data key of an encrypted journal, for `rescue`.
    """

    salvage: Salvage | None
    backup: Backup | None
    together: int
    key: bytes | None = field(default=None, repr=False)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can be offered, the one that keeps most first."""
        salvage, backup = self.salvage, self.backup is not None
        offered = {
            Choice.TOGETHER: salvage is not None and not salvage.complete and backup,
            Choice.SALVAGE: salvage is not None,
            Choice.BACKUP: backup,
            Choice.AFRESH: True,
        }
        return tuple(choice for choice, there in offered.items() if there)


@dataclass(frozen=True, slots=True)
class Rescued:
    """The new journal is in place. interactions: so many are in it.

    moved_to: the folder, in the journal's own, that the damaged file now lies in, untouched; "" where there was none.
    """

    interactions: int
    moved_to: str
