"""The imports as rows like those of the Log, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from reconnect_desktop.domain.when import When
from reconnect_desktop.importing import ImportLine
from reconnect_desktop.views.imports.import_words import facts_words, title_words
from reconnect_desktop.views.log.face_delegate import Face, FaceModel


class ImportModel(FaceModel):
    """Their moments are told as of `now`."""

    def __init__(self, lines: Sequence[ImportLine], now: When, parent: QObject | None = None) -> None:
        self.lines, self._now = list(lines), now
        super().__init__([""] * len(self.lines), parent)

    def face_at(self, row: int) -> Face:
        """Where it came from and when, and what is left of it."""
        line = self.lines[row]
        return Face("import", "accent", title_words(line.record, self._now), facts_words(line))
