"""Begins a pause, or changes one: what it is for, from when until when, and a note."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.language import tr
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.views.dialogs.dialog_size import size_for
from reconnect_desktop.views.forms.pause_dialog import Ui_PauseDialog
from reconnect_desktop.views.kit.look import Look

_OPEN, _DAY = "open", "day"  # how it ends
_AWAY = timedelta(days=7)  # the last day that is offered, after the first


class PauseDialog(QDialog):
    """Asks for a pause, and writes nothing. Use `PauseDialog.ask`."""

    def __init__(self, parent: QWidget | None, look: Look, today: date, new_id: Callable[[], str]) -> None:
        super().__init__(parent)
        self._new_id = new_id
        self._before: Pause | None = None
        self.result_pause: Pause | None = None
        self.form = Ui_PauseDialog()
        self.form.setupUi(self)
        self._fill_choices(look)
        self.form.title.setText(self.tr("Take a pause"))
        self.form.start.set_day(today)
        self.form.end.set_day(today + _AWAY)
        self.form.ends.choose(_OPEN)
        self._connect()
        self._follow()
        self._untouched = self._values()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        look: Look,
        today: date,
        pause: Pause | None,
        new_id: Callable[[], str],
    ) -> Pause | None:
        """Let the user take a pause, or change `pause`; None if nothing is to be changed."""
        dialog = cls(parent, look, today, new_id)
        if pause is not None:
            dialog.fill(pause)
        dialog.resize(dialog.sizeHint())
        dialog.form.reasons.setFocus()
        dialog.exec()
        asked = dialog.result_pause
        dialog.deleteLater()
        return asked if asked != pause else None

    def fill(self, pause: Pause) -> None:
        """Show this one, to be changed."""
        form, self._before = self.form, pause
        form.title.setText(self.tr("Change the pause"))
        form.reasons.choose(pause.reason)
        form.start.set_day(pause.start)
        form.end.set_day(pause.end or max(pause.start, form.start.day()) + _AWAY)
        form.ends.choose(_DAY if pause.end else _OPEN)
        form.note.setPlainText(pause.note)
        self._follow()
        self._untouched = self._values()

    def submit(self) -> None:
        """Take it, or say beside the field what is wrong."""
        for place in self._problems.values():
            place[1].say("")
        try:
            self.result_pause = self._read()
        except Invalid as problem:
            self._show_problem(problem)
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
        return size_for(self, self.form.form, self.form.bar)

    # Inside

    def _fill_choices(self, look: Look) -> None:
        form = self.form
        form.reasons.set_words(list(reason_choices().items()), look)
        ends = [(_OPEN, self.tr("I'll see")), (_DAY, self.tr("A certain day"))]
        form.ends.set_words(ends, look)
        form.note.lines = 2
        self._problems = {
            "reason": (form.reasons, form.reason_problem),
            "start": (form.start, form.start_problem),
            "end": (form.end, form.end_problem),
            "note": (form.note, form.note_problem),
        }

    def _connect(self) -> None:
        form = self.form
        form.reasons.chosen.connect(self._follow)
        form.ends.chosen.connect(self._choose_end)
        form.start.dateChanged.connect(self._move_end)
        form.save_button.clicked.connect(self.submit)
        form.cancel_button.clicked.connect(self.reject)

    def _follow(self) -> None:
        """Words and fields that fit what is chosen."""
        form, reason = self.form, _reason(self.form.reasons.chosen_value())
        form.about.setText(about_words(reason))
        form.end.setVisible(form.ends.chosen_value() == _DAY)
        if reason is not None:
            form.reason_problem.say("")
        if self.isVisible() and (needed := self.sizeHint().height()) > self.height():
            self.resize(self.width(), needed)

    def _choose_end(self) -> None:
        self._follow()
        self.form.end_problem.say("")
        if self.form.end.isVisible():
            self.form.end.setFocus()

    def _move_end(self) -> None:
        """While no last day is asked for, the one that will be offered stays after the first."""
        form = self.form
        if form.end.isHidden() and form.end.day() < form.start.day():
            form.end.set_day(form.start.day() + _AWAY)

    def _values(self) -> tuple[object, ...]:
        form = self.form
        end = form.end.day() if form.ends.chosen_value() == _DAY else None
        return form.reasons.chosen_value(), form.start.day(), end, form.note.toPlainText().strip()

    def _read(self) -> Pause:
        reason, start, end, note = self._values()
        if not isinstance(reason, PauseReason):
            raise Invalid("reason", Why.EMPTY)
        return Pause(
            id=self._before.id if self._before else self._new_id(),
            reason=reason,
            start=start,  # type: ignore[arg-type]
            end=end,  # type: ignore[arg-type]
            note=note,  # type: ignore[arg-type]
        )

    def _show_problem(self, problem: Invalid) -> None:
        field, place = self._problems[problem.field]
        is_reason = problem.field == "reason"
        place.say(self.tr("Please choose what comes closest.") if is_reason else explain(problem))
        field.setFocus()
        self.form.area.ensureWidgetVisible(place)


def _reason(chosen: object) -> PauseReason | None:
    """What the choice stands for."""
    return chosen if isinstance(chosen, PauseReason) else None


def reason_choices() -> dict[PauseReason, str]:
    """What a pause is for, as the user says it."""
    return {
        PauseReason.TRAVEL: tr("I'm away"),
        PauseReason.BOUNDARY: tr("I need some distance"),
        PauseReason.GRIEF: tr("I'm grieving"),
        PauseReason.OTHER: tr("Something else"),
    }


def about_words(reason: PauseReason | None) -> str:
    """What such a pause does, in two or three sentences; what every pause does while none is chosen."""
    words = {
        PauseReason.TRAVEL: tr(
            "While you are away, nothing here suggests getting in touch, and these days don't count as a gap."
        ),
        PauseReason.BOUNDARY: tr(
            "Distance can be the right thing, and for how long is yours to decide. Nothing here suggests getting in"
            " touch, and these days don't count as a gap."
        ),
        PauseReason.GRIEF: tr(
            "If she has died, or if a loss fills everything: Reconnect becomes quiet. Nothing is counted, compared or"
            " suggested. What you kept of her stays here, to look back on whenever you like."
        ),
        PauseReason.OTHER: tr(
            "Whatever it is: nothing here suggests getting in touch, and these days don't count as a gap."
        ),
    }
    if reason is None:
        return tr(
            "In a pause, nothing here suggests getting in touch, and its days don't count as a gap. You can change"
            " or end it on any day."
        )
    return words[reason]
