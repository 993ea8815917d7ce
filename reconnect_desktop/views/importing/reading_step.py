"""What is shown while the file is read, or what was found is written."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reconnect_desktop.views.forms.reading_step import Ui_ReadingStep


class ReadingStep(QWidget):
    """What is being done, and how far it has come, where that is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_ReadingStep()
        self.form.setupUi(self)

    def begin(self, words: str) -> None:
        """Something is begun."""
        self.form.words.setText(words)
        self.show_progress(None)

    def show_progress(self, share: float | None) -> None:
        """How much of it is done, 0…1, or None where nobody knows how long it takes."""
        self.form.progress_bar.setMaximum(0 if share is None else 1000)
        if share is not None:
            self.form.progress_bar.setValue(round(share * 1000))
