"""Sets, changes or takes away the passphrase, one calm step after the other."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from reconnect_desktop.domain.errors import Invalid, UserError
from reconnect_desktop.journal import Journal
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.dialogs.dialog_size import size_for
from reconnect_desktop.views.encryption.done_step import DoneStep
from reconnect_desktop.views.encryption.flow_words import words_of
from reconnect_desktop.views.encryption.flows import Answers, Ask, Flow, do, verify
from reconnect_desktop.views.encryption.passphrase_step import PassphraseStep
from reconnect_desktop.views.encryption.present_step import PresentStep
from reconnect_desktop.views.encryption.recovery_step import RecoveryStep
from reconnect_desktop.views.encryption.step import Step
from reconnect_desktop.views.encryption.typed_back_step import TypedBackStep
from reconnect_desktop.views.encryption.working_step import WorkingStep
from reconnect_desktop.views.forms.encryption_dialog import Ui_EncryptionDialog
from reconnect_desktop.views.kit.errands import Errands
from reconnect_desktop.views.kit.look import Look


class EncryptionDialog(QDialog):
    """Each step is made when it is come to; all are gone, and what was typed with them, once it is done. Use `ask`."""

    def __init__(
        self, parent: QWidget | None, look: Look, background: Background, journal: Journal, flow: Flow
    ) -> None:
        super().__init__(parent)
        self._look, self._background, self._journal, self.flow = look, background, journal, flow
        self._answers = Answers()
        self._steps: dict[Ask, Step] = {}
        self._at = 0
        self._errands = Errands(background, self)
        self._errands.failed.connect(self._fail)
        self._errands.changed.connect(self._notice)
        self._is_working = False
        self.is_done = False
        self.shown: QWidget | None = None
        self.form = Ui_EncryptionDialog()
        self.form.setupUi(self)
        self.form.back_button.clicked.connect(lambda: self._turn_to(self._at - 1))
        self.form.cancel_button.clicked.connect(self.reject)
        self.form.skip_button.clicked.connect(self._skip_key)
        self.form.next_button.clicked.connect(self._go_on)
        self._turn_to(0)

    @classmethod
    def ask(
        cls, parent: QWidget | None, look: Look, background: Background, journal: Journal, flow: Flow
    ) -> bool:
        """See it through; returns whether it was done."""
        dialog = cls(parent, look, background, journal, flow)
        dialog.resize(dialog.sizeHint())
        dialog.exec()
        dialog.deleteLater()
        return dialog.is_done

    @property
    def step(self) -> Step:
        """The one that is come to."""
        ask = self.flow.asks[self._at]
        if ask not in self._steps:
            self._steps[ask] = self._make(ask)
        return self._steps[ask]

    def reject(self) -> None:
        """Esc, Cancel or the window manager; not in the midst of the work."""
        if not self._is_working:
            super().reject()

    def done(self, code: int) -> None:
        """Forget everything, however it ends."""
        self._errands.leave()
        self._wipe()
        super().done(code)

    def sizeHint(self) -> QSize:
        """As high as the step, as far as the screen goes."""
        return size_for(self, self.form.form, self.form.bar)

    # From step to step

    def _make(self, ask: Ask) -> Step:
        if ask is Ask.PRESENT:
            return PresentStep(words_of(self.flow), self)
        if ask is Ask.PASSPHRASE:
            return PassphraseStep(self._background, self)
        if ask is Ask.KEY:
            return RecoveryStep(self._look, self, may_skip=self.flow.may_skip_key)
        return TypedBackStep(self)

    def _turn_to(self, at: int) -> None:
        self._at = at
        form, ask, is_last = self.form, self.flow.asks[at], at == len(self.flow.asks) - 1
        form.problem.say("")
        form.back_button.setVisible(at > 0)
        form.skip_button.setVisible(ask is Ask.KEY and self.flow.may_skip_key)
        form.next_button.setText(words_of(self.flow).last if is_last else self.tr("&Next"))
        self._show(self.step)
        self.step.begin()

    def _go_on(self) -> None:
        if self.is_done:
            self.accept()
            return
        try:
            self.step.take(self._answers)
        except Invalid as problem:
            self.step.say(explain(problem))
            self._grow()
            return
        if self.flow.asks[self._at] is Ask.PRESENT:
            self._verify()
        else:
            self._next()

    def _next(self) -> None:
        if self._at + 1 < len(self.flow.asks):
            self._turn_to(self._at + 1)
        else:
            self._work()

    def _skip_key(self) -> None:
        self._answers.recovery = None
        self._work()

    # In the background

    def _verify(self) -> None:
        """Whether the passphrase of now is right takes some tenths of a second to tell."""
        if not self._errands.under_way:
            work = partial(verify, self.flow, self._journal, self._answers.present)
            self._errands.run(work, lambda _: self._next())

    def _work(self) -> None:
        self._is_working = True
        self._show(WorkingStep(words_of(self.flow).working, self))
        for button in (self.form.back_button, self.form.skip_button):
            button.hide()
        self._enable(False)
        self._errands.run(partial(do, self.flow, self._journal, self._answers), lambda _: self._finish())

    def _finish(self) -> None:
        self._is_working, self.is_done = False, True
        told = DoneStep(self.flow, self, recovery=self._answers.recovery is not None)
        self._wipe()
        self._enable(True)
        self.form.cancel_button.hide()
        self.form.next_button.setText(self.tr("&Close"))
        told.form.plain_backups.resized.connect(self._grow)
        if self.flow is Flow.SET:
            told.form.plain_backups.look(self._background, self._journal)
        self._show(told)
        self.form.next_button.setFocus()

    def _fail(self, error: UserError) -> None:
        """Say why it was refused, or back at the last question why it was not done."""
        if self._is_working:
            self._is_working = False
            self._enable(True)
            self._turn_to(self._at)
            self.form.problem.say(self._why_not_done(error))
        else:
            self.step.say(explain(error))
            self.step.begin()
        self._grow()

    def _why_not_done(self, error: UserError) -> str:
        if self.flow is Flow.DATA_KEY and self._answers.present == self._answers.passphrase:
            return self.tr("The passphrase is the new one already. {why}").format(why=explain(error))
        return explain(error)

    def _notice(self) -> None:
        """What ended in an error of ours is told elsewhere."""
        if self._is_working and not self._errands.under_way:
            self._is_working = False
            self.reject()

    # Inside

    def _enable(self, enabled: bool) -> None:
        self.form.next_button.setEnabled(enabled)
        self.form.cancel_button.setEnabled(enabled)

    def _show(self, shown: QWidget) -> None:
        if self.shown is not None:
            self.shown.hide()
        self.shown = shown
        self.form.place.addWidget(shown)
        shown.show()
        self._grow()

    def _grow(self) -> None:
        if self.isVisible() and (needed := self.sizeHint().height()) > self.height():
            self.resize(self.width(), needed)

    def _wipe(self) -> None:
        """Nothing of what was typed or shown stays, in widgets least of all."""
        self._answers = Answers()
        for step in self._steps.values():
            step.wipe()
            step.hide()
            step.deleteLater()
        self._steps.clear()
