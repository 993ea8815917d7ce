"""Exporting: choose a file, write it in the background, say what it holds."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from reconnect_desktop.exchange.export import export
from reconnect_desktop.exchange.formats import FORMATS
from reconnect_desktop.journal import Journal
from reconnect_desktop.output.sentences import count_words
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.main_window import MainWindow

_DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


def ask_and_export(window: MainWindow, background: Background, journal: Journal) -> None:
    """Ask where to, and write there."""
    path = _ask_for_file(window)
    if path is None:
        return

    def write() -> int:
        return export(journal.records(), path, journal.now())

    def say(count: int) -> None:
        window.say(window.tr("Exported {count}.").format(count=count_words(count, "record")))

    background.run(write, say, window.show_problem)


def _ask_for_file(window: MainWindow) -> Path | None:
    what = {
        "json": window.tr("Everything, to be read back in"),
        "csv": window.tr("Interactions, for a spreadsheet"),
    }
    kinds = {f"{what[row.name]} (*{row.endings[0]})": row.endings[0] for row in FORMATS if row.write}
    place = Path(QStandardPaths.writableLocation(_DOCUMENTS)) / "journal.json"
    chosen, kind = QFileDialog.getSaveFileName(window, window.tr("Export"), str(place), ";;".join(kinds))
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(kinds.get(kind, ".json"))
