"""Letters: the page itself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.action import Applied
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look


class LettersPage(QWidget):
    """Letters of one journal.

    failed: the error of a reading or a write.
    """

    failed = Signal(object)

    def __init__(self, look: Look, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._background = look, background
        self._journal: Journal | None = None

    def set_journal(self, journal: Journal | None) -> None:
        """Show this journal, or wait for one."""
        self._journal = journal

    def refresh(self, applied: Applied | None) -> None:
        """Show the journal as it is now."""
