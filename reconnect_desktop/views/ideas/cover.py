"""The first leaf of the Ideas page, before anything is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reconnect_desktop.views.early import make_plain
from reconnect_desktop.views.ideas.ideas_reading import Reading
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.sign import Sign


class Cover(QWidget):
    """The sign, and two sentences."""

    heard_as = "Whitespace"

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.words = QLabel(self.tr("A book of small steps"), self), QLabel(self)
        self.title.setProperty("kind", "section")
        self.words.setProperty("kind", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(Sign(look, self))
        column.addSpacing(16)
        for label in (self.title, self.words):
            make_plain(label)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addStretch(3)

    def show_words(self, reading: Reading) -> None:
        """Say what this is."""
        if reading.is_quiet:
            self.words.setText(self.tr("Read what does you good, and leave the rest."))
            return
        self.words.setText(
            self.tr(
                "Ways to come a little closer to {name}, and to be kind to yourself meanwhile. "
                "Open one when you feel like it; nothing here has to be done."
            ).format(name=reading.name)
        )
