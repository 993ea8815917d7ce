"""What the dialog asks of a step."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reconnect_desktop.views.encryption.flows import Answers


class Step(QWidget):
    """One question."""

    def begin(self) -> None:
        """It is shown: put the focus where one begins."""
        raise NotImplementedError

    def take(self, answers: Answers) -> None:
        """Put the answer there. Raises Invalid."""
        raise NotImplementedError

    def say(self, problem: str) -> None:
        """Say beside the field why it can't be taken, or "" that all is well."""
        raise NotImplementedError

    def wipe(self) -> None:
        """Forget what was typed or shown."""
        raise NotImplementedError
