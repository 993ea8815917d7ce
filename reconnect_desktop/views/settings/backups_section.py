"""Settings: the backups, and a second place for them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class BackupsSection(QWidget):
    """The backups, and a second place for them."""
