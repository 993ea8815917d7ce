"""Asks in which time zone the user lived then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.when import zone_info
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.views.forms.zone_question import Ui_ZoneQuestion
from reconnect_desktop.views.importing.answers import Answers
from reconnect_desktop.views.importing.question import Question


class ZoneQuestion(Question):
    """That of this computer, unless another one is typed or chosen."""

    def __init__(self, zone: str, zones: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_ZoneQuestion()
        self.form.setupUi(self)
        box, completer = self.form.zone_box, self.form.zone_box.completer()
        assert completer is not None
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        box.addItems(zones)
        box.setCurrentText(zone)
        box.currentTextChanged.connect(lambda: self.say(""))
        self.setFocusProxy(box)

    def answer(self, answers: Answers) -> Answers:
        """The zone, if there is one of this name."""
        return answers if self.lacks() else replace(answers, zone=self._typed())

    def lacks(self) -> str:
        """Nothing, unless no zone is called so."""
        return "" if zone_info(self._typed()) is not None else explain(Invalid("zone", Why.UNKNOWN_ZONE))

    def say(self, problem: str) -> None:
        """Below the field."""
        self.form.problem.say(problem)

    def _typed(self) -> str:
        return self.form.zone_box.currentText().strip()
