"""The sentence beside a field that cannot be taken as it is."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from reconnect_desktop.views.early import make_plain
from reconnect_desktop.views.kit.heard import announce


class ProblemLabel(QLabel):
    """Hidden while all is well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "problem")
        make_plain(self)
        self.setWordWrap(True)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show `sentence`, or hide it if it is empty."""
        self.setText(sentence)
        self.setVisible(bool(sentence))
        announce(self, sentence)
