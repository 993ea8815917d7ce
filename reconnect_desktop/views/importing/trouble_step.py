"""The sentence where a file can't be brought in."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.views.forms.trouble_step import Ui_TroubleStep


class TroubleStep(QWidget):
    """The buttons below it go on: to another file."""

    def __init__(self, error: UserError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_TroubleStep()
        self.form.setupUi(self)
        self.form.words.setText(explain(error))
