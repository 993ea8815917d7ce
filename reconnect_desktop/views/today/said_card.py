"""A few kind words after an answer, until one looks again."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from reconnect_desktop.views.early import make_plain


class SaidCard(QFrame):
    """Says it, and asks nothing back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        make_plain(self.label)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 16, 24, 16)
        row.addWidget(self.label)

    def say(self, text: str) -> None:
        """Show `text`, and let a screen reader read it."""
        self.label.setText(text)
        self.setAccessibleName(text)

    def tab_stops(self) -> list[QWidget]:
        """None: there is nothing to do here."""
        return []

    def take_focus(self) -> None:
        """It is read out; Tab goes on from here."""
        self.setFocus()
