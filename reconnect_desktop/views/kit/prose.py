"""A paragraph to be read at leisure."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from reconnect_desktop.views.kit.line_breaks import breakable


class Prose(QLabel):
    """Text with air between its lines. Rich text is how Qt comes by them; what is said is never taken for markup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = ""
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setWordWrap(True)

    def say(self, text: str) -> None:
        """Show `text`."""
        self.said = text
        lines = _escaped(breakable(text)).replace("\n", "<br>")
        self.setText(f'<p style="line-height: 140%; margin: 0">{lines}</p>')
        self.setAccessibleName(text)


def _escaped(text: str) -> str:
    """As html.escape, whose table of names would take a while to load."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
