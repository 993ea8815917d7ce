"""Keeps a reflection while it is being written, so that it is there again however the window goes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from reconnect_desktop.journal import Journal
from reconnect_desktop.journal_reading import Draft
from reconnect_desktop.views.background import Background

PAUSE = 1000  # milliseconds from a change until it is kept
_OF = "need"


class NeedDraft(QObject):
    """Saves what `read` gives, at most once a second."""

    def __init__(
        self, background: Background, journal: Journal, read: Callable[[], Draft], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._background, self._journal, self._read = background, journal, read
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(lambda: self._save(self._read()))

    def kept(self) -> Draft | None:
        """What was being written the last time, if it was neither saved nor thrown away."""
        return self._journal.draft(_OF)

    def note_change(self) -> None:
        """Something was typed or chosen."""
        if not self._timer.isActive():
            self._timer.start()

    def let_go(self) -> None:
        """It was saved, or thrown away."""
        self._timer.stop()
        self._save(None)

    def _save(self, draft: Draft | None) -> None:
        journal = self._journal
        # Where it can't be kept, the form still has it, and saving it will say why.
        self._background.run(lambda: journal.save_draft(draft, _OF), lambda _: None, lambda _: None)
