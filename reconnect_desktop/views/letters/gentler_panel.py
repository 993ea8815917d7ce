"""What may be said in a phrase's place, under the letter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from reconnect_desktop.domain.letters import Phrase
from reconnect_desktop.views.forms.gentler_panel import Ui_GentlerPanel


class GentlerPanel(QFrame):
    """The hint for one phrase and its drafts.

    used: a draft that is to stand in the phrase's place; left: the phrase is to stay.
    """

    used = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_GentlerPanel()
        self.form.setupUi(self)
        self.form.leave_button.clicked.connect(self.left)
        self._rows: list[QWidget] = []
        self.phrase: Phrase | None = None
        self.use_buttons: list[QPushButton] = []

    def show_phrase(self, phrase: Phrase) -> None:
        """Show what this one has."""
        if phrase is not self.phrase:
            self.phrase = phrase
            self.form.hint.setText(phrase.hint)
            self.setAccessibleName(f"{self.form.head.text()}. {phrase.hint}")
            self._fill(phrase)
        self.show()

    def _fill(self, phrase: Phrase) -> None:
        for row in self._rows:
            self.form.drafts.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.use_buttons = [
            QPushButton(self.tr("&Use this") if not at else self.tr("Use this"))
            for at in range(len(phrase.drafts))
        ]
        self._rows = [
            self._row(draft, button) for draft, button in zip(phrase.drafts, self.use_buttons, strict=True)
        ]
        before: QWidget = self.form.leave_button
        for row, button in zip(self._rows, self.use_buttons, strict=True):
            self.form.drafts.addWidget(row)
            QWidget.setTabOrder(before, button)
            before = button

    def _row(self, draft: str, button: QPushButton) -> QWidget:
        row = QWidget(self)
        row.setProperty("kind", "clear")
        label = QLabel(self.tr("“{draft}”").format(draft=draft), row)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        button.setAccessibleName(self.tr("Use this: {draft}").format(draft=draft))
        button.clicked.connect(lambda: self.used.emit(draft))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(label, 1)
        line.addWidget(button)
        return row
