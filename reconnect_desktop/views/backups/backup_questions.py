"""What is asked about backups: which file, and whether some may go for good."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from reconnect_desktop.domain.backups import Backup
from reconnect_desktop.language import tr, tr_n
from reconnect_desktop.views.backups.backups_reading import BackupsReading
from reconnect_desktop.views.backups.moments import moment_within
from reconnect_desktop.views.kit.question import ask

_DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


def ask_for_file(parent: QWidget) -> Path | None:
    """A backup that lies somewhere else."""
    names = f"{tr('Backups')} (*.db);;{tr('All files')} (*)"
    folder = QStandardPaths.writableLocation(_DOCUMENTS)
    chosen, _ = QFileDialog.getOpenFileName(parent, tr("Open a backup"), folder, names)
    return Path(chosen) if chosen else None


def may_delete(parent: QWidget, chosen: Sequence[Backup], reading: BackupsReading) -> bool:
    """Whether these may be deleted; Esc means no."""
    if len(chosen) == 1:
        text = tr("Delete the backup of {moment}?").format(moment=moment_within(chosen[0].made, reading.now))
    else:
        text = tr_n("Delete {count} backup?", "Delete {count} backups?", len(chosen))
    after = tr("This can't be undone. The journal itself is not touched.")
    names = {backup.name for backup in chosen}
    kept = [backup for backup in reading.backups if backup.name not in names]
    if not any(backup.verified is not None and not backup.damaged for backup in kept):
        text = f"{text}\n{tr('No other backup was found whole so far.')}"
    text = f"{text}\n{after}"
    return ask(parent, text, (tr("&Keep"), tr("&Delete")), escape=0) == 1
