"""Asks how they were in touch, where the file does not say it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.output.sentences import medium_word
from reconnect_desktop.views.forms.medium_question import Ui_MediumQuestion
from reconnect_desktop.views.importing.answers import Answers
from reconnect_desktop.views.importing.question import Question


class MediumQuestion(Question):
    """What is likely is chosen already."""

    def __init__(self, likely: Medium, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_MediumQuestion()
        self.form.setupUi(self)
        for medium in Medium:
            self.form.medium_box.addItem(medium_word(medium))
        self.form.medium_box.setCurrentIndex(list(Medium).index(likely))
        self.setFocusProxy(self.form.medium_box)

    def answer(self, answers: Answers) -> Answers:
        """The medium that is shown."""
        return replace(answers, medium=list(Medium)[self.form.medium_box.currentIndex()])
