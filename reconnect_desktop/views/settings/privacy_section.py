"""Settings: the passphrase, the lock, and what is kept where."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class PrivacySection(QWidget):
    """The passphrase, the lock, and what is kept where."""
