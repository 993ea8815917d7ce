"""Asks how the file writes its days: one of them is told in the two or three ways in which it can be read."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QRadioButton, QWidget

from reconnect_desktop.exchange.date_order import DateOrder
from reconnect_desktop.exchange.reader import Asks
from reconnect_desktop.views.forms.order_question import Ui_OrderQuestion
from reconnect_desktop.views.importing.answers import Answers
from reconnect_desktop.views.importing.question import Question
from reconnect_desktop.views.kit.dates import date_words

_PLACES = {DateOrder.DAY_FIRST: (2, 1, 0), DateOrder.MONTH_FIRST: (2, 0, 1), DateOrder.YEAR_FIRST: (0, 1, 2)}


class OrderQuestion(Question):
    """None is chosen beforehand: what looks likely would be taken for known."""

    def __init__(self, asks: Asks, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_OrderQuestion()
        self.form.setupUi(self)
        self.form.question.setText(self._question(asks.day))
        self.buttons = {order: self._add(order, asks.day, today) for order in asks.orders}
        self.setFocusProxy(next(iter(self.buttons.values())))

    def answer(self, answers: Answers) -> Answers:
        """The order that was chosen."""
        return replace(answers, order=self._chosen())

    def lacks(self) -> str:
        """It can't be told from the file."""
        return self.tr("Please choose how the days are meant.") if self._chosen() is None else ""

    def say(self, problem: str) -> None:
        """Below the choices."""
        self.form.problem.say(problem)

    def _question(self, day: str) -> str:
        if not day:
            return self.tr("How does the file write its days?")
        return self.tr("The file writes a day as “{day}”. Which day is that?").format(day=day)

    def _add(self, order: DateOrder, day: str, today: date) -> QRadioButton:
        words = read_as(day, order, today) or self._name(order)
        button = QRadioButton(words.replace("&", "&&"), self)
        button.toggled.connect(lambda: self.say(""))
        self.form.place.addWidget(button)
        return button

    def _name(self, order: DateOrder) -> str:
        return {
            DateOrder.DAY_FIRST: self.tr("The day first, then the month"),
            DateOrder.MONTH_FIRST: self.tr("The month first, then the day"),
            DateOrder.YEAR_FIRST: self.tr("The year first"),
        }[order]

    def _chosen(self) -> DateOrder | None:
        return next((order for order, button in self.buttons.items() if button.isChecked()), None)


def read_as(day: str, order: DateOrder, today: date) -> str:
    """The day in words, read in this order; "" where it can't be. A year of another calendar is not told."""
    figures = re.findall(r"\d+", day)
    if len(figures) != len(_PLACES[order]) or any(len(one) > 4 for one in figures):
        return ""
    year, month, number = (figures[place] for place in _PLACES[order])
    full = int(year) + (2000 if len(year) <= 2 else 0)
    known = 1900 <= full <= today.year
    try:
        read = date(full if known else 2000, int(month), int(number))
    except ValueError:
        return ""
    return date_words(read, year=known)
