"""Asks whether what one file brought is to be taken out: what would go, and what may stay."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from reconnect_desktop.importing import ImportLine
from reconnect_desktop.language import tr_n
from reconnect_desktop.views.forms.take_out_dialog import Ui_TakeOutDialog
from reconnect_desktop.views.imports.import_words import left_words, span_words
from reconnect_desktop.views.kit.switch_row import SwitchRow
from reconnect_desktop.views.today.imported_words import source_words

_LETTERS = 34  # letters m of its width


class TakeOutDialog(QDialog):
    """Use `TakeOutDialog.ask`. What was rated or changed since stays unless that is taken back."""

    def __init__(self, parent: QWidget | None, line: ImportLine) -> None:
        super().__init__(parent)
        self._line = line
        self.form = form = Ui_TakeOutDialog()
        form.setupUi(self)
        form.title.setText(
            self.tr("Take out what came from {source}?").format(source=source_words(line.record.format))
        )
        words = tr_n(
            "&Keep the one that I rated or changed since",
            "&Keep the {count} that I rated or changed since",
            line.changed,
        )
        self.keep = SwitchRow(words, self)
        form.keep_place.addWidget(self.keep)
        self.keep.setVisible(line.changed > 0)
        self.keep.box.setChecked(True)
        self.keep.box.toggled.connect(self._show)
        form.cancel_button.clicked.connect(self.reject)
        form.take_out_button.clicked.connect(self.accept)
        self._show()

    @classmethod
    def ask(cls, parent: QWidget | None, line: ImportLine) -> bool | None:
        """Whether to keep what was rated or changed since; None where nothing is to be taken out."""
        dialog = cls(parent, line)
        dialog.resize(dialog.sizeHint())
        answer = dialog.exec()
        dialog.deleteLater()
        return dialog.keeps if answer == QDialog.DialogCode.Accepted else None

    def sizeHint(self) -> QSize:
        """As high as its words need in a width that reads well."""
        width = max(self.fontMetrics().horizontalAdvance("m") * _LETTERS, super().sizeHint().width())
        return QSize(width, self.heightForWidth(width))

    @property
    def keeps(self) -> bool:
        """Whether what was rated or changed since stays."""
        return self.keep.box.isChecked()

    def _show(self) -> None:
        line = self._line
        if not line.still + line.others:
            self.form.what.setText(
                self.tr("Nothing of it is left in the journal. Only the line in this list goes.")
            )
            return
        going = left_words(line, line.changed if self.keeps else 0)
        if line.still + line.others == line.changed and self.keeps:
            self.form.what.setText(self.tr("All of it was rated or changed, and stays. Only the line goes."))
        elif span := span_words(line.record):
            words = self.tr("What goes: {what} ({span}).")
            self.form.what.setText(words.format(what=going, span=span))
        else:
            self.form.what.setText(self.tr("What goes: {what}.").format(what=going))
