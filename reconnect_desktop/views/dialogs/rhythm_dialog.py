"""Asks how often the user would like to be in touch."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.domain.rhythm import Rhythm
from reconnect_desktop.views.dialogs.dialog_size import size_for
from reconnect_desktop.views.forms.rhythm_dialog import Ui_RhythmDialog
from reconnect_desktop.views.kit.look import Look


class RhythmDialog(QDialog):
    """The form of the rhythm; writes nothing. Use `RhythmDialog.ask`."""

    def __init__(self, parent: QWidget | None, look: Look, rhythm: Rhythm, usual_gap: float | None) -> None:
        super().__init__(parent)
        self.result_rhythm: Rhythm | None = None
        self.form = Ui_RhythmDialog()
        self.form.setupUi(self)
        self.form.rhythm.set_up(look, rhythm, usual_gap)
        self.form.rhythm.resized.connect(self._grow)
        self.form.save_button.clicked.connect(self.submit)
        self.form.cancel_button.clicked.connect(self.reject)

    @classmethod
    def ask(
        cls, parent: QWidget | None, look: Look, rhythm: Rhythm, usual_gap: float | None
    ) -> Rhythm | None:
        """Let the user choose another rhythm; None if it is to stay. usual_gap: the own usual in days, if known."""
        dialog = cls(parent, look, rhythm, usual_gap)
        dialog.resize(dialog.sizeHint())
        dialog.form.rhythm.form.contact.form.wanted.setFocus()
        dialog.exec()
        asked = dialog.result_rhythm
        dialog.deleteLater()
        return asked if asked != rhythm else None

    def submit(self) -> None:
        """Take it; what cannot be taken is told beside its numbers."""
        try:
            self.result_rhythm = self.form.rhythm.rhythm()
        except Invalid:
            return
        self.accept()

    def sizeHint(self) -> QSize:
        """As high as the form, as far as the screen goes."""
        return size_for(self, self.form.form, self.form.bar)

    def _grow(self) -> None:
        if self.isVisible() and (needed := self.sizeHint().height()) > self.height():
            self.resize(self.width(), needed)
