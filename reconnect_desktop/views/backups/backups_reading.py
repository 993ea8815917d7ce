"""What the screen tells of the backups, read in the background."""

from __future__ import annotations

from dataclasses import dataclass

from reconnect_desktop import backing_up
from reconnect_desktop.domain.backups import Backup, SecondFolder
from reconnect_desktop.domain.when import When
from reconnect_desktop.journal import Journal
from reconnect_desktop.language import tr
from reconnect_desktop.views.backups.moments import moment_within


@dataclass(frozen=True, slots=True)
class BackupsReading:
    """All backups, newest first, as of `now`; how it is with the second folder."""

    backups: tuple[Backup, ...]
    now: When
    second: SecondFolder

    @property
    def last_verified(self) -> Backup | None:
        """The newest one that was found whole."""
        return next((one for one in self.backups if one.verified is not None and not one.damaged), None)


def read_backups(journal: Journal) -> BackupsReading:
    """Both folders, as they are now. Raises UserErrors."""
    backups = tuple(backing_up.backups(journal))
    return BackupsReading(backups, journal.now(), backing_up.second_folder_state(journal))


def last_words(reading: BackupsReading) -> str:
    """The last one that was verified, in a line."""
    last = reading.last_verified
    if last is None:
        return tr("No backup was verified yet") if reading.backups else tr("Backups")
    return tr("Last verified backup: {moment}").format(moment=moment_within(last.made, reading.now))
