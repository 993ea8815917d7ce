"""Makes a plan, or changes one: what it is about, on which day, whether it comes again, whether one is reminded."""

from __future__ import annotations

from datetime import date, time, timedelta

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.plan import Again, Plan, PlanKind
from reconnect_desktop.domain.when import When
from reconnect_desktop.journal import Journal
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.output.plan_words import again_words, kind_words
from reconnect_desktop.output.sentences import medium_word
from reconnect_desktop.views.dialogs.dialog_size import size_for
from reconnect_desktop.views.forms.plan_dialog import Ui_PlanDialog
from reconnect_desktop.views.kit.look import Look

_EVENING = time(18, 0)  # the time that is offered
_LETTERS = 44  # letters m of its width


class PlanDialog(QDialog):
    """Asks for a plan, and writes nothing. Use `PlanDialog.ask`."""

    def __init__(self, parent: QWidget | None, look: Look, now: When) -> None:
        super().__init__(parent)
        self._now = now
        self._before: Plan | None = None
        self.result_plan: Plan | None = None
        self.form = Ui_PlanDialog()
        self.form.setupUi(self)
        self._fill_choices(look)
        self._connect()
        self.form.title.setText(self.tr("Plan something"))
        self.form.kinds.choose(PlanKind.CONTACT)
        self.form.day.set_day(now.day + timedelta(days=7))
        self._follow()
        self._untouched = self._values()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        look: Look,
        now: When,
        plan: Plan | None = None,
        kind: PlanKind = PlanKind.CONTACT,
    ) -> Plan | None:
        """Let the user plan something of this kind, or change `plan`; None if nothing is to be changed."""
        dialog = cls(parent, look, now)
        if plan is not None:
            dialog.fill(plan)
        elif kind is not PlanKind.CONTACT:
            dialog.begin(kind)
        dialog.resize(dialog.sizeHint())
        hers = kind is PlanKind.BIRTHDAY or (plan is not None and plan.kind is PlanKind.BIRTHDAY)
        (dialog.form.day if hers else dialog.form.text).setFocus()
        dialog.exec()
        asked = dialog.result_plan
        dialog.deleteLater()
        return asked if asked != plan else None

    def begin(self, kind: PlanKind) -> None:
        """Begin with another kind than a contact."""
        self.form.kinds.choose(kind)
        self._follow()
        self._untouched = self._values()

    def fill(self, plan: Plan) -> None:
        """Show this one, to be changed."""
        form, self._before = self.form, plan
        form.title.setText(self.tr("Change the plan"))
        form.kinds.choose(plan.kind)
        form.text.setText(plan.text)
        if plan.medium is not None:
            form.media.choose(plan.medium)
        form.day.set_day(plan.day)
        form.time_box.setChecked(plan.time is not None)
        if plan.time is not None:
            form.time.set_at(plan.time)
        form.again_box.setCurrentIndex(form.again_box.findData(plan.again))
        form.remind_box.setChecked(plan.remind)
        self._follow()
        self._untouched = self._values()

    def submit(self) -> None:
        """Take it, or say beside the field what is wrong."""
        for _, place in self._problems.values():
            place.say("")
        try:
            self.result_plan = self._read()
        except Invalid as problem:
            field, place = self._problems[problem.field]
            place.say(explain(problem))
            field.setFocus()
            self.form.area.ensureWidgetVisible(place)
            return
        self.accept()

    def reject(self) -> None:
        """Esc, Cancel or the window manager: asks only if something would be lost."""
        from reconnect_desktop.views.kit.question import may_discard_changes

        if self._values() != self._untouched and not may_discard_changes(self):
            return
        super().reject()

    def sizeHint(self) -> QSize:
        """As high as the form, as far as the screen goes."""
        return size_for(self, self.form.form, self.form.bar, _LETTERS)

    # Inside

    def _fill_choices(self, look: Look) -> None:
        form = self.form
        form.kinds.set_words([(kind, kind_words(kind)) for kind in PlanKind], look)
        form.media.set_words([(medium, medium_word(medium)) for medium in Medium], look)
        for again in Again:
            form.again_box.addItem(again_words(again), again)
        form.time.set_at(_EVENING)
        self._problems = {
            "plan": (form.text, form.text_problem),
            "day": (form.day, form.day_problem),
        }

    def _connect(self) -> None:
        form = self.form
        form.kinds.chosen.connect(self._follow)
        form.time_box.toggled.connect(self._follow)
        form.time_box.clicked.connect(lambda on: form.time.setFocus() if on else None)
        form.save_button.clicked.connect(self.submit)
        form.cancel_button.clicked.connect(self.reject)

    def _follow(self) -> None:
        """The fields that fit what is chosen."""
        form, kind = self.form, self._kind()
        form.text.setPlaceholderText(self._such_as()[kind])
        of_contact: tuple[QWidget, ...] = (form.medium_heading, form.media)
        of_all_but_birthdays: tuple[QWidget, ...] = (form.again_heading, form.again_box, form.time_box)
        for part in of_contact:
            part.setVisible(kind is PlanKind.CONTACT)
        for part in of_all_but_birthdays:
            part.setVisible(kind is not PlanKind.BIRTHDAY)
        form.time.setVisible(kind is not PlanKind.BIRTHDAY and form.time_box.isChecked())
        form.text_problem.say("")
        if self.isVisible() and (needed := self.sizeHint().height()) > self.height():
            self.resize(self.width(), needed)

    def _such_as(self) -> dict[PlanKind, str]:
        return {
            PlanKind.CONTACT: self.tr("Such as: Sunday call"),
            PlanKind.FOLLOW_UP: self.tr("Such as: her appointment"),
            PlanKind.BIRTHDAY: self.tr("Whose it is; leave it empty for hers"),
            PlanKind.DATE: self.tr("Such as: the day they met"),
        }

    def _kind(self) -> PlanKind:
        kind = self.form.kinds.chosen_value()
        assert isinstance(kind, PlanKind)
        return kind

    def _values(self) -> tuple[PlanKind, str, Medium | None, date, time | None, Again, bool]:
        form, kind = self.form, self._kind()
        chosen = form.media.chosen_value() if kind is PlanKind.CONTACT else None
        medium = chosen if isinstance(chosen, Medium) else None
        at = form.time.at() if not form.time.isHidden() else None
        again = Again.YEARLY if kind is PlanKind.BIRTHDAY else Again(form.again_box.currentData())
        remind = form.remind_box.isChecked()
        text = " ".join(form.text.text().split())
        return kind, text, medium, form.day.day(), at, again, remind

    def _read(self) -> Plan:
        kind, text, medium, day, at, again, remind = self._values()
        before = self._before
        # On another day it is another plan, of which nothing is done yet.
        stays = before is not None and (before.day, before.again) == (day, again)
        return Plan(
            id=before.id if before else Journal.new_id(),
            kind=kind,
            text=text,
            medium=medium,
            day=day,
            time=at,
            again=again,
            remind=remind,
            settled=before.settled if before and stays else None,
            added=before.added if before else self._now,
        )
