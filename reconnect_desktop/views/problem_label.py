"""The sentence beside a field that cannot be taken as it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class ProblemLabel(QLabel):
    """Hidden while all is well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "problem")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show `sentence`, or hide it if it is empty."""
        self.setText(sentence)
        self.setVisible(bool(sentence))
