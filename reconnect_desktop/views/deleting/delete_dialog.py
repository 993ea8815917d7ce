"""Asks whether everything is to be deleted: the word for it has to be typed, and exporting is offered first."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.journal import Journal
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.dialogs.dialog_size import size_for
from reconnect_desktop.views.dialogs.export_dialog import ask_and_export
from reconnect_desktop.views.forms.delete_dialog import Ui_DeleteDialog


class DeleteDialog(QDialog):
    """Deletes nothing itself. Use `DeleteDialog.ask`."""

    def __init__(self, parent: QWidget | None, background: Background, journal: Journal) -> None:
        super().__init__(parent)
        self._background, self._journal = background, journal
        self._gone = False
        self._word = self.tr("delete")
        self.form = Ui_DeleteDialog()
        self.form.setupUi(self)
        self.form.told_label.hide()
        self.form.word_label.setText(
            self.tr("If you are sure, &type the word “{word}”:").format(word=self._word)
        )
        self.form.export_button.clicked.connect(self._export)
        self.form.word_edit.textChanged.connect(self._follow)
        self.form.delete_button.clicked.connect(self.accept)
        self.form.keep_button.clicked.connect(self.reject)
        self._follow()

    @classmethod
    def ask(cls, parent: QWidget | None, background: Background, journal: Journal) -> bool:
        """Whether everything is to be deleted; Esc and Enter mean no."""
        dialog = cls(parent, background, journal)
        dialog.resize(dialog.sizeHint())
        dialog.form.keep_button.setFocus()
        answer = dialog.exec()
        dialog.deleteLater()
        return answer == QDialog.DialogCode.Accepted

    def sizeHint(self) -> QSize:
        """As high as the form, as far as the screen goes."""
        return size_for(self, self.form.form, self.form.bar)

    def done(self, result: int) -> None:
        """What is being exported is still written."""
        self._gone = True
        super().done(result)

    # Inside

    def _follow(self) -> None:
        typed = self.form.word_edit.text().strip().casefold()
        self.form.delete_button.setEnabled(typed == self._word.casefold())

    def _export(self) -> None:
        ask_and_export(self, self._background, self._journal, self._say, self._show_problem)

    def _say(self, words: str) -> None:
        if not self._gone:
            self.form.problem.say("")
            self.form.told_label.setText(words)
            self.form.told_label.show()
            self._fit()

    def _show_problem(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        if not self._gone:
            self.form.told_label.hide()
            self.form.problem.say(explain(error))
            self._fit()

    def _fit(self) -> None:
        if (needed := self.sizeHint().height()) > self.height():
            self.resize(self.width(), needed)
