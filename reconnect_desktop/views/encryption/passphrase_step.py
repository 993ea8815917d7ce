"""Choosing a passphrase: twice, with a word on how hard it is to guess."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.output.passphrase_strength import Strength
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.encryption.flows import Answers
from reconnect_desktop.views.encryption.step import Step
from reconnect_desktop.views.encryption.strength_estimate import StrengthEstimate
from reconnect_desktop.views.forms.passphrase_step import Ui_PassphraseStep
from reconnect_desktop.views.locking.caps_lock import CapsLock


class PassphraseStep(Step):
    """Any text is one, be it plain prose; only none at all and one beyond all length are refused."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_PassphraseStep()
        self.form.setupUi(self)
        self._estimate = StrengthEstimate(background, self)
        self._estimate.told.connect(self._show_strength)
        self._show_strength(None)
        self.form.first.textChanged.connect(self._follow)
        self.form.second.textChanged.connect(lambda: self.say(""))
        self.form.caps_label.hide()
        for field in (self.form.first, self.form.second):
            self.form.show_box.toggled.connect(field.show_letters)
            CapsLock(field).changed.connect(self.form.caps_label.setVisible)

    def begin(self) -> None:
        """Where one begins."""
        self.form.first.setFocus()

    def take(self, answers: Answers) -> None:
        """Take the passphrase. Raises Invalid, with the focus on the field it is about."""
        from reconnect_desktop.encrypting import check_passphrase

        form, passphrase = self.form, self.form.first.text()
        form.first.setFocus()
        check_passphrase(passphrase)
        if form.second.text() != passphrase:
            form.second.setFocus()
            raise Invalid("passphrase", Why.DIFFERENT)
        answers.passphrase = passphrase

    def say(self, problem: str) -> None:
        """Say what is wrong, or nothing."""
        self.form.problem.say(problem)
        self.form.second.setAccessibleDescription(problem)

    def wipe(self) -> None:
        """Forget what was typed."""
        self._estimate.forget()
        for field in (self.form.first, self.form.second):
            field.wipe()

    def _follow(self, text: str) -> None:
        self.say("")
        self._estimate.follow(text)

    def _show_strength(self, strength: Strength | None) -> None:
        words = strength.sentence if strength else self.tr("Any sentence will do; spaces count.")
        self.form.strength_bar.setValue(strength.level if strength else 0)
        self.form.strength_label.setText(words)
        self.form.first.setAccessibleDescription(words)
