"""Her birthday, in the settings: when it is, and a way to say or change it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add, edit
from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.domain.plan import Plan, PlanKind
from reconnect_desktop.domain.plans import her_birthday
from reconnect_desktop.journal import Journal
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.views.forms.birthday_row import Ui_BirthdayRow
from reconnect_desktop.views.kit.dates import date_words
from reconnect_desktop.views.kit.look import Look


class BirthdayRow(QWidget):
    """It is one of the plans, so it is shown on Today when it is near."""

    def __init__(self, look: Look, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._journal = look, journal
        self.form = Ui_BirthdayRow()
        self.form.setupUi(self)
        self.form.birthday_button.clicked.connect(self._ask)
        self._show()

    def _plan(self) -> Plan | None:
        return her_birthday(self._journal.all(Plan))

    def _show(self) -> None:
        plan, form = self._plan(), self.form
        form.birthday.setText(date_words(plan.day, year=False) if plan else self.tr("Not said yet"))
        words = self.tr("Change her birthday…") if plan else self.tr("Add her birthday…")
        form.birthday_button.setText(words)

    def _ask(self) -> None:
        from reconnect_desktop.views.plans.plan_dialog import PlanDialog

        before = self._plan()
        plan = PlanDialog.ask(self, self._look, self._journal.now(), before, PlanKind.BIRTHDAY)
        if plan is None:
            return
        try:
            self._journal.apply(Action.PLAN, edit(before, plan) if before else add(plan))
            self.form.problem.say("")
        except UserError as error:
            self.form.problem.say(explain(error))
        self._show()
