"""All plans and dates in a list: added, changed and deleted there, and that taken back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add, delete, edit
from reconnect_desktop.domain.plan import Plan
from reconnect_desktop.domain.settings import HER_NAME
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.forms.plans_dialog import Ui_PlansDialog
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.sign import Sign
from reconnect_desktop.views.log.face_delegate import Face, FaceDelegate
from reconnect_desktop.views.plans.plan_rows import PlanModel
from reconnect_desktop.views.undo_beside import UndoBeside

_LETTERS = 54  # letters m of the width it opens with


class PlansDialog(QDialog):
    """Use `PlansDialog.show_for`. Each change is one step to undo."""

    def __init__(self, parent: QWidget | None, look: Look, journal: Journal) -> None:
        super().__init__(parent)
        self._look, self._journal = look, journal
        self._model = PlanModel((), journal.now().day, "", self)
        self.form = form = Ui_PlansDialog()
        form.setupUi(self)
        form.sign_place.addWidget(Sign(look, self))
        self._beside = UndoBeside(form, look, journal, Action.PLAN, self._show)
        form.plans_list.setItemDelegate(FaceDelegate(look, self._face_at, form.plans_list, marks_chosen=True))
        form.plans_list.installEventFilter(self)
        self._connect()
        self._show()

    @classmethod
    def show_for(cls, parent: QWidget | None, look: Look, journal: Journal) -> None:
        """Show it until it is closed."""
        dialog = cls(parent, look, journal)
        dialog.resize(dialog.sizeHint())
        (dialog.form.plans_list if dialog.chosen() else dialog.form.add_button).setFocus()
        dialog.exec()
        dialog.deleteLater()

    def chosen(self) -> Plan | None:
        """The plan that is chosen."""
        row = self.form.plans_list.currentIndex().row()
        return self._model.plans[row] if row >= 0 else None

    def add(self) -> None:
        """Let the user plan something."""
        if (plan := self._ask(None)) is not None and self._beside.apply(add(plan)):
            self._choose(plan.id)

    def change(self) -> None:
        """Let the user change the chosen one."""
        if (before := self.chosen()) is None:
            return
        if (plan := self._ask(before)) is not None and self._beside.apply(edit(before, plan)):
            self._choose(plan.id)

    def delete(self) -> None:
        """The chosen one goes."""
        row = self.form.plans_list.currentIndex().row()
        if (plan := self.chosen()) is not None and self._beside.apply(delete(plan)):
            self._choose_row(min(row, len(self._model.plans) - 1))
            self._beside.offer(self.tr("Deleted."))

    def sizeHint(self) -> QSize:
        """Comfortable at any size of text, as far as the screen goes."""
        width = self.fontMetrics().horizontalAdvance("m") * _LETTERS
        return QSize(width, width).boundedTo(self.screen().availableSize() * 0.9)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the list, Enter changes the chosen one, and Delete deletes it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.change()
                return True
            if event.key() == Qt.Key.Key_Delete:
                self.delete()
                return True
        return super().eventFilter(watched, event)

    # Inside

    def _connect(self) -> None:
        form = self.form
        form.add_button.clicked.connect(self.add)
        form.change_button.clicked.connect(self.change)
        form.delete_button.clicked.connect(self.delete)
        form.undo_button.clicked.connect(self._undo)
        form.close_button.clicked.connect(self.reject)
        form.plans_list.doubleClicked.connect(self.change)

    def _show(self) -> None:
        form, journal = self.form, self._journal
        before = self._model
        her_name = journal.setting(HER_NAME)
        self._model = PlanModel(journal.all(Plan), journal.now().day, her_name, self)
        form.plans_list.setModel(self._model)
        before.deleteLater()
        is_empty = not self._model.plans
        form.stack.setCurrentWidget(form.empty_page if is_empty else form.list_page)
        for button in (form.change_button, form.delete_button):
            button.setVisible(not is_empty)
        self._choose_row(0)

    def _face_at(self, row: int) -> Face:
        return self._model.face_at(row)

    def _ask(self, plan: Plan | None) -> Plan | None:
        from reconnect_desktop.views.plans.plan_dialog import PlanDialog

        return PlanDialog.ask(self, self._look, self._journal.now(), plan)

    def _undo(self) -> None:
        if (record := self._beside.undo()) is not None:
            self._choose(record.id)

    def _choose(self, plan_id: str) -> None:
        row = next((at for at, plan in enumerate(self._model.plans) if plan.id == plan_id), 0)
        self._choose_row(row)

    def _choose_row(self, row: int) -> None:
        if 0 <= row < len(self._model.plans):
            self.form.plans_list.setCurrentIndex(self._model.index(row))
            self.form.plans_list.setFocus()
        else:
            self.form.add_button.setFocus()
