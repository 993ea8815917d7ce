"""What is shown while the journal is being changed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reconnect_desktop.views.forms.working_step import Ui_WorkingStep


class WorkingStep(QWidget):
    """What is being done, and a bar that moves."""

    def __init__(self, working: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_WorkingStep()
        self.form.setupUi(self)
        self.form.title.setText(working)
