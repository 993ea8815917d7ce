"""The recovery key typed back: it counts only once somebody has it outside the computer."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.views.encryption.flows import Answers
from reconnect_desktop.views.encryption.step import Step
from reconnect_desktop.views.forms.typed_back_step import Ui_TypedBackStep


class TypedBackStep(Step):
    """One field, in which the key is read as generously as anywhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_TypedBackStep()
        self.form.setupUi(self)
        self.form.typed.show_letters(True)  # they stood on the screen a moment ago
        self.form.typed.textChanged.connect(lambda: self.say(""))

    def begin(self) -> None:
        """Where one begins."""
        self.form.typed.setFocus()

    def take(self, answers: Answers) -> None:
        """Compare it with the one that was shown. Raises Invalid."""
        from reconnect_desktop.domain import recovery_key

        self.form.typed.setFocus()
        typed = self.form.typed.text()
        if not typed.strip():
            raise Invalid("recovery_key", Why.EMPTY)
        if recovery_key.read(typed) != answers.recovery:
            raise Invalid("recovery_key", Why.DIFFERENT)

    def say(self, problem: str) -> None:
        """Say what is wrong, or nothing."""
        self.form.problem.say(problem)
        self.form.typed.setAccessibleDescription(problem)

    def wipe(self) -> None:
        """Forget what was typed."""
        self.form.typed.wipe()
