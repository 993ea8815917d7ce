"""Settings: everything can be deleted; at the end of the section on privacy."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.early import make_plain


class DeletePart(QWidget):
    """Asks first. wanted: it is to be done."""

    wanted = Signal()

    def __init__(self, journal: Journal, background: Background, parent: QWidget) -> None:
        super().__init__(parent)
        self._journal, self._background = journal, background
        heading, about = QLabel(self.tr("Leaving for good"), self), QLabel(self)
        heading.setProperty("kind", "question")
        about.setText(
            self.tr(
                "Your journal, its backups and all that Reconnect remembers can be deleted from this computer. Single"
                " interactions can be forgotten in the Log."
            )
        )
        about.setProperty("kind", "muted")
        self.button = QPushButton(self.tr("Delete everythin&g…"), self)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(8)
        for label in (heading, about):
            make_plain(label)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)

    def _ask(self) -> None:
        from reconnect_desktop.views.deleting.delete_dialog import DeleteDialog

        if DeleteDialog.ask(self, self._background, self._journal):
            self.wanted.emit()
