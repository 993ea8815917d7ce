"""What the screen tells of the backups, read in the background."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from reconnect_desktop import backing_up
from reconnect_desktop.domain.backups import Backup
from reconnect_desktop.domain.settings import BACKUP_FOLDER
from reconnect_desktop.domain.when import When
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.backups.moments import moment_within


@dataclass(frozen=True, slots=True)
class BackupsReading:
    """All backups, newest first, as of `now`; whether a second folder is set, and can't be reached."""

    backups: tuple[Backup, ...]
    now: When
    second_is_away: bool

    @property
    def last_verified(self) -> Backup | None:
        """The newest one that was found whole."""
        return next((one for one in self.backups if one.verified is not None and not one.damaged), None)


def read_backups(journal: Journal) -> BackupsReading:
    """Both folders, as they are now. Raises UserErrors."""
    second = journal.setting(BACKUP_FOLDER)
    away = bool(second) and not Path(second).is_dir()
    return BackupsReading(tuple(backing_up.backups(journal)), journal.now(), away)


def last_words(reading: BackupsReading) -> str:
    """The last one that was verified, in a line."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("backups", text)

    last = reading.last_verified
    if last is None:
        return tr("No backup was verified yet") if reading.backups else tr("Backups")
    return tr("Last verified backup: {moment}").format(moment=moment_within(last.made, reading.now))
