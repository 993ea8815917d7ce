"""What the file leaves open, and what can be chosen about it, on one page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import reduce

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.exchange.reader import Whom
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.views.forms.questions_step import Ui_QuestionsStep
from reconnect_desktop.views.importing.answers import Answers
from reconnect_desktop.views.importing.import_work import Looked
from reconnect_desktop.views.importing.medium_question import MediumQuestion
from reconnect_desktop.views.importing.messages_question import MessagesQuestion
from reconnect_desktop.views.importing.moods_question import MoodsQuestion
from reconnect_desktop.views.importing.order_question import OrderQuestion
from reconnect_desktop.views.importing.question import Question
from reconnect_desktop.views.importing.whom_question import WhomQuestion
from reconnect_desktop.views.importing.zone_question import ZoneQuestion


class QuestionsStep(QWidget):
    """Only those questions that the file gives rise to; what was answered stays while the dialog is open."""

    answered = Signal()

    def __init__(self, looked: Looked, answers: Answers, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answers = answers
        self.form = Ui_QuestionsStep()
        self.form.setupUi(self)
        self.questions = list(_questions(looked, answers, today))
        for question in self.questions:
            self.form.place.addWidget(question)
        if any(question.is_tall for question in self.questions):
            self.form.column.setStretchFactor(self.form.place, 1)  # lists take all the room there is
            self.form.rest.changeSize(0, 0)

    def begin(self) -> None:
        """Put the focus where one begins."""
        if self.questions:
            self.questions[0].begin()

    def answers(self) -> Answers | None:
        """What was answered, or None where something is still open: that is said beside it, and has the focus."""
        self.form.problem.say("")
        lacking = [question for question in self.questions if question.lacks()]
        for question in self.questions:
            question.say(question.lacks())
        if lacking:
            lacking[0].begin()
            return None
        return reduce(lambda answers, question: question.answer(answers), self.questions, self._answers)

    def show_trouble(self, error: UserError) -> None:
        """It could not be read with these answers."""
        self.form.problem.say(explain(error))


def _questions(looked: Looked, answers: Answers, today: date) -> Iterator[Question]:
    asks = looked.asks
    if asks.table is not None:
        from reconnect_desktop.views.importing.columns_question import ColumnsQuestion

        yield ColumnsQuestion(asks.table, looked.columns)
    if len(asks.contacts) > 1 or (asks.contacts and asks.whom is not Whom.PEOPLE):
        yield WhomQuestion(asks, today)
    if len(asks.orders) > 1:
        yield OrderQuestion(asks, today)
    if asks.local_times or asks.contacts or asks.messages:
        yield ZoneQuestion(answers.zone, looked.zones)
    if asks.medium is not None:
        yield MediumQuestion(asks.medium)
    if asks.messages:
        yield MessagesQuestion(answers.silence)
    if asks.moods:
        yield MoodsQuestion(asks.mood_words)
