"""What the window does for its pages: tells them, in their thread, what was changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reconnect_desktop.domain.action import Applied
from reconnect_desktop.journal import Journal


class Bridge(QObject):
    """Carries what a journal tells from the thread that wrote to the GUI thread."""

    applied = Signal(object)

    def __init__(self, journal: Journal, refresh: Callable[[Applied], None], parent: QObject) -> None:
        super().__init__(parent)
        self.applied.connect(refresh)
        journal.listen(self.applied.emit)
