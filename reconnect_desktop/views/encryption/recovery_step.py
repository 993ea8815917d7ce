"""The recovery key, shown once: to be written down, copied, printed or saved as a sheet."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from reconnect_desktop.domain import recovery_key
from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.views.encryption.flows import Answers
from reconnect_desktop.views.encryption.step import Step
from reconnect_desktop.views.forms.recovery_step import Ui_RecoveryStep
from reconnect_desktop.views.kit.copied_secret import KEPT_FOR, clear_selection, copy_secret
from reconnect_desktop.views.kit.flow_layout import FlowLayout
from reconnect_desktop.views.kit.look import Look

_DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


class RecoveryStep(Step):
    """A new key by chance, in seven groups of four letters and digits."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, may_skip: bool) -> None:
        super().__init__(parent)
        self._secret = os.urandom(recovery_key.SECRET_BYTES)
        self.form = Ui_RecoveryStep()
        self.form.setupUi(self)
        self.form.recovery_key.show_key(recovery_key.write(self._secret))
        self.form.skip_about.setVisible(may_skip)
        self.form.told.hide()
        row = FlowLayout(self.form.deeds, gap=0)
        self.copy_button = self._button(row, look, "copy", self.tr("&Copy"))
        self.print_button = self._button(row, look, "printer", self.tr("&Print…"))
        self.save_button = self._button(row, look, "download", self.tr("Save as PD&F…"))
        self.copy_button.clicked.connect(self._copy)
        self.form.recovery_key.copy_wanted.connect(self._copy)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)

    @property
    def key(self) -> str:
        """The key as it is written down."""
        return str(self.form.recovery_key.key)

    def begin(self) -> None:
        """Where one begins."""
        self.form.recovery_key.setFocus()

    def take(self, answers: Answers) -> None:
        """This is the key that is to count."""
        answers.recovery = self._secret

    def say(self, problem: str) -> None:
        """Say what could not be done, or nothing."""
        self.form.problem.say(problem)

    def wipe(self) -> None:
        """Forget the key."""
        self._secret = b""
        self.form.recovery_key.show_key("")
        clear_selection()

    # Inside

    def _button(self, row: FlowLayout, look: Look, icon: str, words: str) -> QPushButton:
        button = QPushButton(look.icon(icon, "accent"), words, self.form.deeds)
        button.setProperty("kind", "text")
        button.setAutoDefault(False)
        row.addWidget(button)
        return button

    def _copy(self) -> None:
        copy_secret(self.key)
        self._tell(
            self.tr("Copied. In {seconds} seconds it is taken off the clipboard again.").format(
                seconds=KEPT_FOR
            )
        )

    def _print(self) -> None:
        """Ask for the printer, and print the sheet."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from reconnect_desktop.views.encryption.recovery_sheet import set_sheet
        from reconnect_desktop.views.letters.letter_paper import RESOLUTION, page_layout, paint

        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setResolution(RESOLUTION)
        printer.setPageLayout(page_layout())
        printer.setDocName(self.tr("Sheet"))  # what a print queue shows: not what it is
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            paint(set_sheet(self.key), printer)
            self._tell(self.tr("Printed."))
        dialog.deleteLater()

    def _save(self) -> None:
        """Ask where to, and write the sheet there."""
        from reconnect_desktop.views.encryption.recovery_sheet import save_sheet

        place = Path(QStandardPaths.writableLocation(_DOCUMENTS)) / self.tr("recovery-key.pdf")
        asked, kind = self.tr("Save as PDF"), self.tr("PDF (*.pdf)")
        chosen, _ = QFileDialog.getSaveFileName(self, asked, str(place), kind)
        if not chosen:
            return
        path = Path(chosen)
        try:
            save_sheet(self.key, path if path.suffix else path.with_suffix(".pdf"))
        except UserError as error:
            self.say(explain(error))
        else:
            self._tell(self.tr("Saved. Take the file to a place that is not this computer."))

    def _tell(self, words: str) -> None:
        self.say("")
        self.form.told.setText(words)
        self.form.told.show()
