"""What is asked of each question about a file."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reconnect_desktop.views.importing.answers import Answers


class Question(QWidget):
    """One of the things that a file may leave open, as a part of a form. is_tall: it takes all the height there is."""

    is_tall = False

    def begin(self) -> None:
        """Put the focus where one begins."""
        self.setFocus()

    def answer(self, answers: Answers) -> Answers:
        """These answers with this one."""
        raise NotImplementedError

    def lacks(self) -> str:
        """The sentence that says what is still open, "" where nothing is."""
        return ""

    def say(self, problem: str) -> None:
        """Say it beside the field, or nothing."""
