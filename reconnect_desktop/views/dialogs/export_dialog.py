"""Exporting: choose a file, write it in the background, say what it holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from reconnect_desktop.exchange.export import export
from reconnect_desktop.exchange.formats import written
from reconnect_desktop.journal import Journal
from reconnect_desktop.output.sentences import count_words
from reconnect_desktop.views.background import Background

_DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


def ask_and_export(
    parent: QWidget,
    background: Background,
    journal: Journal,
    say: Callable[[str], None],
    fail: Callable[[Exception], None],
) -> None:
    """Ask where to, and write there; `say` is told what was written, or `fail` what was in the way."""
    path = _ask_for_file(parent)
    if path is None:
        return

    def write() -> int:
        return export(journal.records(), path, journal.now())

    def done(count: int) -> None:
        say(_tr("Exported {count}.").format(count=count_words(count, "record")))

    background.run(write, done, fail)


def _ask_for_file(parent: QWidget) -> Path | None:
    kinds = {f"{row.writes} (*{row.endings[0]})": row.endings[0] for row in written()}
    place = Path(QStandardPaths.writableLocation(_DOCUMENTS)) / "journal.json"
    chosen, kind = QFileDialog.getSaveFileName(parent, _tr("Export"), str(place), ";;".join(kinds))
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(kinds.get(kind, ".json"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("MainWindow", text)
