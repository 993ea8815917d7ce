"""Asks, after an interaction that felt far away, what got in the way: below quick add's "Saved." and on Today."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.domain.change import add, edit
from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.domain.got_in_the_way import causes_of, with_cause
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import Setting
from reconnect_desktop.domain.settings import CAUSES_ASKED, CAUSES_LEFT, Declared
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.output.today_words import told_contact
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.forms.causes_panel import Ui_CausesPanel
from reconnect_desktop.views.kit.causes_question import Door, Question
from reconnect_desktop.views.kit.look import Look

T = TypeVar("T")


class CausesPanel(QFrame):
    """Four causes to choose from, each with a line of understanding; nothing has to be chosen.

    noted: the Applied that noted a cause or took it off. left: it is not asked any more, this time or at all.
    """

    noted = Signal(object)
    left = Signal()

    def __init__(self, look: Look, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._journal: Door | None = None
        self._about: Interaction | None = None
        self.form = Ui_CausesPanel()
        self.form.setupUi(self)
        self.form.leave_button.setIcon(look.icon("x", "muted"))
        self.form.causes.toggled.connect(self._toggle)
        self.form.leave_button.clicked.connect(self._leave)
        self.form.off_button.clicked.connect(self._turn_off)
        self.hide()

    @property
    def asks_about(self) -> Interaction | None:
        """The interaction it asks about, as it is now; None while it is hidden."""
        return self._about

    def ask(self, question: Question | None, journal: Door) -> None:
        """Ask about this one, or go."""
        self._journal, self._about = journal, question.about if question else None
        self.form.problem.say("")
        if question is not None:
            words = told_contact(question.about, question.today)
            hint = self.tr("{contact} Only if you like; it helps to find what fits.")
            self.form.about.setText(hint.format(contact=words))
            self.form.causes.show_causes(causes_of(question.about), question.lines)
        self.setVisible(question is not None)

    def follow(self, applied: Applied) -> None:
        """Keep to the interaction as it is now, wherever it was changed; go if it is gone."""
        for change in applied.changes:
            if self._about is None or change.record.id != self._about.id:
                continue
            if isinstance(change.after, Interaction):
                self._about = change.after
                self.form.causes.choose(causes_of(change.after))
            elif isinstance(change.before, Interaction):
                self._go()

    def _toggle(self, cause: str, noted: bool) -> None:
        about = self._about
        if about is not None:
            after = with_cause(about, cause, noted=noted)
            self._about = after
            self._write(
                lambda journal: journal.apply(Action.EDIT, edit(about, after)),
                self.noted.emit,
                lambda: self._take_back(about, cause),
            )

    def _take_back(self, about: Interaction, cause: str) -> None:
        self._about = about
        self.form.causes.take_back(cause)

    def _leave(self) -> None:
        if self._about is not None:
            self._choose(CAUSES_LEFT, self._about.id)

    def _turn_off(self) -> None:
        self._choose(CAUSES_ASKED, False)

    def _choose(self, declared: Declared[T], value: T) -> None:
        chosen = Setting(id=declared.id, value=declared.write(value))

        def keep(journal: Door) -> Applied:
            kept = journal.get(Setting, declared.id)
            return journal.apply(Action.SETTING, edit(kept, chosen) if kept else add(chosen))

        self._write(keep, lambda _applied: self._go(), lambda: None)

    def _write(
        self, work: Callable[[Door], Applied], then: Callable[[Applied], None], otherwise: Callable[[], None]
    ) -> None:
        journal = self._journal
        if journal is None:
            return
        self.form.problem.say("")

        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            otherwise()
            self.form.problem.say(explain(error))

        self._background.run(lambda: work(journal), then, failed)

    def _go(self) -> None:
        self._about = None
        self.hide()
        self.left.emit()
