"""One sentence at the top of a window, about what could not be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from reconnect_desktop.views.kit.heard import announce
from reconnect_desktop.views.kit.look import Look


class Strip(QFrame):
    """Stays until it is dismissed or the next text replaces it.

    retried: its button was pressed.
    """

    heard_as = "AlertMessage"
    retried = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "strip")
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.again_button = QPushButton(self.tr("Try &again"), self)
        self.close_button = QToolButton(self)
        self.close_button.setIcon(look.icon("x", "text"))
        self.close_button.setAccessibleName(self.tr("Dismiss"))
        self.close_button.setToolTip(self.tr("Dismiss"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.addWidget(self.label, 1)
        row.addWidget(self.again_button)
        row.addWidget(self.close_button)
        self.again_button.clicked.connect(self.retried)
        self.close_button.clicked.connect(self.hide)
        self.hide()

    def show_text(self, text: str, *, again: bool = False) -> None:
        """Say `text`, with a button to try again where that makes sense."""
        self.label.setText(text)
        self.setAccessibleName(text)
        self.again_button.setVisible(again)
        self.show()
        announce(self, text)
