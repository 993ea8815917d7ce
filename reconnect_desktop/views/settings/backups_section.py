"""Settings: the backups, and a second place for them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.settings.kept import Kept


class BackupsSection(QWidget):
    """The backups, and a second place for them."""

    def __init__(
        self, _look: Look, _kept: Kept, _background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
