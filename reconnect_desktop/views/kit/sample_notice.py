"""The quiet line above every page of the sample journal."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget


class SampleNotice(QFrame):
    """Can't be dismissed: nobody shall take made-up years for real ones, or log into them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self.label = QLabel(
            self.tr("Sample data: these years are made up, and nothing you do here is kept."), self
        )
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self.label)
        self.setAccessibleName(self.label.text())
