"""Asks which of the recently deleted records are to come back."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from reconnect_desktop.domain.records import Record
from reconnect_desktop.views.forms.recently_deleted import Ui_RecentlyDeleted
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.log.deleted_rows import DeletedModel
from reconnect_desktop.views.log.face_delegate import FaceDelegate


class RecentlyDeleted(QDialog):
    """A list from which several can be chosen."""

    def __init__(self, look: Look, records: list[Record], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_RecentlyDeleted()
        self.form.setupUi(self)
        self._model = DeletedModel(records, self)
        listed = self.form.deleted_list
        listed.setModel(self._model)
        listed.setItemDelegate(FaceDelegate(look, self._model.face_at, listed, marks_chosen=True))
        listed.selectionModel().selectionChanged.connect(self._update)
        listed.doubleClicked.connect(lambda _index: self.accept())
        self.form.restore_button.clicked.connect(self.accept)
        self.form.close_button.clicked.connect(self.reject)
        if not records:
            self.form.hint.setText(self.tr("Nothing was deleted in the last 30 days."))
            listed.hide()
            self.form.restore_button.hide()
            self.adjustSize()
        self._update()

    @classmethod
    def ask(cls, parent: QWidget | None, look: Look, records: list[Record]) -> list[Record]:
        """What is to be restored; nothing if the user closes it."""
        dialog = cls(look, records, parent)
        answer = dialog.exec()
        dialog.deleteLater()
        return dialog.chosen() if answer == QDialog.DialogCode.Accepted else []

    def chosen(self) -> list[Record]:
        """What is selected, in the order shown."""
        rows = sorted(index.row() for index in self.form.deleted_list.selectionModel().selectedIndexes())
        return [self._model.records[row] for row in rows]

    def _update(self) -> None:
        some = self.form.deleted_list.selectionModel().hasSelection()
        self.form.restore_button.setEnabled(some)
