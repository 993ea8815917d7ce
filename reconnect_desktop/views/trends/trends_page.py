"""Trends: the page of that name."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.action import Applied
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look


class TrendsPage(QWidget):
    """failed: the error of a reading or a write. page_wanted: another page, and what to show there."""

    failed = Signal(object)
    page_wanted = Signal(str, object)

    def __init__(self, look: Look, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._background = look, background

    def set_journal(self, journal: Journal | None) -> None:
        """Show this journal, or wait for one."""

    def refresh(self, applied: Applied | None) -> None:
        """Show the journal as it is now."""
