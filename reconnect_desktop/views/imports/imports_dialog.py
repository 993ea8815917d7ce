"""The list of what was brought in, newest first; one can be taken out again, for ever after."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from reconnect_desktop import importing
from reconnect_desktop.domain.action import Applied
from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.importing import ImportLine
from reconnect_desktop.journal import Journal
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.forms.imports_dialog import Ui_ImportsDialog
from reconnect_desktop.views.imports.import_rows import ImportModel
from reconnect_desktop.views.imports.import_words import facts_words
from reconnect_desktop.views.imports.take_out_dialog import TakeOutDialog
from reconnect_desktop.views.kit.errands import Errands
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.sign import Sign
from reconnect_desktop.views.log.face_delegate import Face, FaceDelegate

_LETTERS = 60  # letters m of the width it opens with


class ImportsDialog(QDialog):
    """Use `ImportsDialog.show_for`. What is read and written is read and written in the background."""

    def __init__(self, parent: QWidget | None, look: Look, background: Background, journal: Journal) -> None:
        super().__init__(parent)
        self._journal = journal
        self._errands = Errands(background, self)
        self._model = ImportModel((), journal.now(), self)
        self.form = form = Ui_ImportsDialog()
        form.setupUi(self)
        form.sign_place.addWidget(Sign(look, self))
        form.told.hide()
        form.take_out_button.clicked.connect(self.take_out)
        form.close_button.clicked.connect(self.reject)
        form.imports_list.doubleClicked.connect(self.take_out)
        form.imports_list.installEventFilter(self)
        delegate = FaceDelegate(look, self._face_at, form.imports_list, marks_chosen=True)
        form.imports_list.setItemDelegate(delegate)
        self._errands.changed.connect(self._show)
        self._errands.failed.connect(self._tell_trouble)
        self._show()
        self.refresh()

    @classmethod
    def show_for(cls, parent: QWidget | None, look: Look, background: Background, journal: Journal) -> None:
        """Show it until it is closed."""
        dialog = cls(parent, look, background, journal)
        dialog.resize(dialog.sizeHint())
        dialog.exec()
        dialog.deleteLater()

    def refresh(self) -> None:
        """List what there is."""
        self._errands.run(partial(importing.imports, self._journal), self._take, aside=True)

    def take_out(self) -> None:
        """Take out what the chosen one brought, if that is wanted."""
        line = self.chosen()
        keeps = TakeOutDialog.ask(self, line) if line is not None and not self._errands.under_way else None
        if line is not None and keeps is not None:
            work = partial(importing.take_out, self._journal, line.record.id, keep_changed=keeps)
            self._errands.run(work, self._taken_out)

    def chosen(self) -> ImportLine | None:
        """The line that is chosen."""
        row = self.form.imports_list.currentIndex().row()
        return self._model.lines[row] if row >= 0 else None

    # Inside

    def _take(self, lines: Sequence[ImportLine]) -> None:
        form, listed = self.form, self.form.imports_list
        before, self._model = self._model, ImportModel(lines, self._journal.now(), self)
        listed.setModel(self._model)
        before.deleteLater()
        listed.selectionModel().selectionChanged.connect(self._show)
        form.stack.setCurrentWidget(form.list_page if lines else form.empty_page)
        if lines:
            listed.setCurrentIndex(self._model.index(0))
        (listed if lines else form.close_button).setFocus()

    def _face_at(self, row: int) -> Face:
        return self._model.face_at(row)

    def _taken_out(self, _applied: Applied) -> None:
        self.form.problem.say("")
        self.form.told.setText(self.tr("Taken out. Undo in the Edit menu brings it back."))
        self.form.told.show()
        self.refresh()

    def _tell_trouble(self, error: UserError) -> None:
        self.form.told.hide()
        self.form.problem.say(explain(error))

    def _show(self) -> None:
        form, busy = self.form, self._errands.under_way
        form.progress_bar.setVisible(busy)
        form.take_out_button.setVisible(form.stack.currentWidget() is not form.empty_page)
        line = self.chosen()
        form.take_out_button.setEnabled(line is not None and not busy)
        form.chosen_label.setText("" if line is None else facts_words(line))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Delete in the list ask whether to take it out."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in keys:
            self.take_out()
            return True
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Comfortable at any size of text, as far as the screen goes."""
        width = self.fontMetrics().horizontalAdvance("m") * _LETTERS
        return QSize(width, round(width * 0.66)).boundedTo(self.screen().availableSize() * 0.9)

    def done(self, result: int) -> None:
        """What was begun is done all the same; the main window says so."""
        self._errands.leave()
        super().done(result)
