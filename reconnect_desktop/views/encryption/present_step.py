"""The question for the passphrase of now, before something is changed about it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.views.encryption.flow_words import Words
from reconnect_desktop.views.encryption.flows import Answers
from reconnect_desktop.views.encryption.step import Step
from reconnect_desktop.views.forms.present_step import Ui_PresentStep
from reconnect_desktop.views.locking.caps_lock import CapsLock


class PresentStep(Step):
    """What is to be done, and the field for the passphrase or the recovery key."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_PresentStep()
        self.form.setupUi(self)
        self.form.title.setText(words.title)
        self.form.about.setText(words.about)
        self.form.typed.textChanged.connect(lambda: self.say(""))
        self.form.show_box.toggled.connect(self.form.typed.show_letters)
        self.form.caps_label.hide()
        CapsLock(self.form.typed).changed.connect(self.form.caps_label.setVisible)

    def begin(self) -> None:
        """Where one begins."""
        self.form.typed.setFocus()
        self.form.typed.selectAll()

    def take(self, answers: Answers) -> None:
        """Take what was typed; whether it is right takes longer to tell. Raises Invalid where nothing was."""
        self.form.typed.setFocus()
        if not self.form.typed.text():
            raise Invalid("present_passphrase", Why.EMPTY)
        answers.present = self.form.typed.text()

    def say(self, problem: str) -> None:
        """Say what is wrong, or nothing."""
        self.form.problem.say(problem)
        self.form.typed.setAccessibleDescription(problem)

    def wipe(self) -> None:
        """Forget what was typed."""
        self.form.typed.wipe()
