"""Asking for a file with history in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from reconnect_desktop.exchange.formats import FORMATS
from reconnect_desktop.language import tr

_DOWNLOADS = QStandardPaths.StandardLocation.DownloadLocation


def ask_for_file(parent: QWidget | None, before: Path | None = None) -> Path | None:
    """One that exists, or None; beside `before`, if there was one."""
    folder = str(before.parent) if before else QStandardPaths.writableLocation(_DOWNLOADS)
    every_ending = dict.fromkeys(ending for row in FORMATS for ending in (*row.endings, ".zip"))
    endings = " ".join(f"*{ending}" for ending in every_ending)
    readable, every = tr("Files that can be read"), tr("All files")
    names = f"{readable} ({endings});;{every} (*)"
    chosen, _ = QFileDialog.getOpenFileName(parent, tr("Bring history in"), folder, names)
    return Path(chosen) if chosen else None
