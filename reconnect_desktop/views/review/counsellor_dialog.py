"""Asks what a page for a counsellor may tell."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from reconnect_desktop.output.review_options import Options, Paper, for_counsellor
from reconnect_desktop.views.dialogs.dialog_size import size_for
from reconnect_desktop.views.forms.counsellor_dialog import Ui_CounsellorDialog

_PAPERS = (Paper.A4, Paper.LETTER)  # as in the form


class CounsellorDialog(QDialog):
    """Names and own words are off unless they are ticked, each time. Use `CounsellorDialog.ask`."""

    def __init__(self, parent: QWidget | None, options: Options) -> None:
        super().__init__(parent)
        self._options = options
        self.form = Ui_CounsellorDialog()
        self.form.setupUi(self)
        self.form.paper_box.setCurrentIndex(_PAPERS.index(options.paper))
        self.form.save_button.clicked.connect(self.accept)
        self.form.cancel_button.clicked.connect(self.reject)

    @classmethod
    def ask(cls, parent: QWidget | None, options: Options) -> Options | None:
        """What it may tell, and on which paper; None if it is not wanted after all."""
        dialog = cls(parent, options)
        dialog.resize(dialog.sizeHint())
        dialog.form.names_box.setFocus()
        wanted = dialog.exec() == QDialog.DialogCode.Accepted
        chosen = dialog.options()
        dialog.deleteLater()
        return chosen if wanted else None

    def options(self) -> Options:
        """As it stands."""
        form = self.form
        told = for_counsellor(
            self._options, names=form.names_box.isChecked(), notes=form.notes_box.isChecked()
        )
        return replace(told, paper=_PAPERS[form.paper_box.currentIndex()])

    def sizeHint(self) -> QSize:
        """As high as the form, as far as the screen goes."""
        return size_for(self, self.form.form, self.form.bar)
