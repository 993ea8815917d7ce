"""Asks what is what in a table of any kind."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reconnect_desktop.exchange.tables.columns import Columns, Head
from reconnect_desktop.views.importing.answers import Answers
from reconnect_desktop.views.importing.mapping_step import MappingStep
from reconnect_desktop.views.importing.question import Question
from reconnect_desktop.views.kit.problem_label import ProblemLabel


class ColumnsQuestion(Question):
    """As it was answered for such a table before, or as it looks."""

    def __init__(self, head: Head, remembered: Columns | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = head
        self.mapping, self._problem = MappingStep(self), ProblemLabel(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.mapping, 1)
        column.addWidget(self._problem)
        self.mapping.show_head(head, remembered)
        self.mapping.changed.connect(lambda: self.say(""))
        self.setFocusProxy(self.mapping)

    def answer(self, answers: Answers) -> Answers:
        """What each column is."""
        return replace(answers, columns=self.mapping.columns)

    def lacks(self) -> str:
        """A table without a day is none that can be read."""
        return self.mapping.lacks()

    def say(self, problem: str) -> None:
        """Below the table."""
        self._problem.say(problem)
