"""Asks which of the people in a file is she, or which of its events and activities are about her."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from reconnect_desktop.exchange.reader import Asks, Contact, Unit, Whom
from reconnect_desktop.language import tr_n
from reconnect_desktop.output.group_words import shortened
from reconnect_desktop.views.forms.whom_question import Ui_WhomQuestion
from reconnect_desktop.views.importing.answers import Answers
from reconnect_desktop.views.importing.question import Question
from reconnect_desktop.views.importing.tick_delegate import BETWEEN
from reconnect_desktop.views.importing.tick_model import TickModel
from reconnect_desktop.views.kit.dates import day_words

_NAMED = 3  # of those that are ticked
_LABEL_MOST, _NUMBERS_MOST = 100, 10


class WhomQuestion(Question):
    """Those with most contact first; several can be ticked."""

    is_tall = True

    def __init__(self, asks: Asks, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asks, self._today = asks, today
        self.form = Ui_WhomQuestion()
        self.form.setupUi(self)
        self.form.question.setText(self._words()[0])
        self.form.search.setPlaceholderText(self._words()[1])
        self.form.search.setAccessibleName(self.tr("Narrow the list down"))
        self.form.list.setAccessibleName(self._words()[0].replace("&", ""))
        found_by = [" ".join((one.label, one.name, *one.numbers)).casefold() for one in asks.contacts]
        self.model = TickModel(found_by, self._row, self)
        self.form.list.show_rows(self.model, self.form.search)
        self.form.list.activated.connect(self._take)
        self.model.ticked.connect(self._tell_chosen)
        self._tell_chosen()
        self.setFocusProxy(self.form.list)

    def answer(self, answers: Answers) -> Answers:
        """Those who are ticked."""
        return replace(answers, who=tuple(one.label for one in self._chosen()))

    def lacks(self) -> str:
        """At least one is needed, but of a diary: it may tell of one's own moods alone."""
        return "" if self.model.count or self._asks.moods else self._words()[2]

    def say(self, problem: str) -> None:
        """Below the list."""
        self.form.problem.say(problem)

    def _take(self, index: QModelIndex) -> None:
        """Enter goes on: with those who are ticked, or with this one where nobody is."""
        if not self.model.count:
            self.model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)

    def _chosen(self) -> list[Contact]:
        return [self._asks.contacts[place] for place in self.model.ticks]

    def _tell_chosen(self) -> None:
        """Also those who are narrowed out of sight."""
        names = [one.label for one in self._chosen()]
        told = ", ".join(shortened(name, _LABEL_MOST) for name in names[:_NAMED])
        if len(names) > _NAMED:
            told = tr_n(
                "{names} and {count} more", "{names} and {count} more", len(names) - _NAMED, names=told
            )
        self.form.chosen.setText(self.tr("Chosen: {names}").format(names=told) if names else "")
        self.form.chosen.setVisible(bool(names))
        if names:
            self.say("")

    def _row(self, place: int) -> str:
        one = self._asks.contacts[place]
        label = shortened(one.label, _LABEL_MOST)
        numbers = ", ".join(one.numbers[:_NUMBERS_MOST]) if one.name else ""
        some = [(unit, count) for unit, count in one.counts if count] or one.counts[:1]
        counts = ", ".join(_counted(unit, count) for unit, count in some)
        last = day_words(one.last, self._today) if one.last else ""
        return BETWEEN.join(part for part in (label, numbers, counts, last) if part)

    def _words(self) -> tuple[str, str, str]:
        """The question, what one can search by, and what is said where nothing is chosen."""
        if self._asks.whom is Whom.EVENTS:
            return (
                self.tr("Which of these events are with her? You can &choose several."),
                self.tr("Words of the event"),
                self.tr("Please choose the events that are with her."),
            )
        if self._asks.whom is Whom.ACTIVITIES:
            return (
                self.tr("Which of these are about time with her? You can &choose several."),
                self.tr("Words of the activity"),
                self.tr("Please choose what is about time with her."),
            )
        return (
            self.tr("Which of them is she? If she has several names or numbers, &choose each of them."),
            self.tr("Name or number"),
            self.tr("Please choose who of them she is."),
        )


def _counted(unit: Unit, count: int) -> str:
    """So many of what is counted of somebody."""
    if unit is Unit.CALL:
        return tr_n("{count} answered call", "{count} answered calls", count)
    if unit is Unit.MESSAGE:
        return tr_n("{count} message", "{count} messages", count)
    if unit is Unit.EVENT:
        return tr_n("{count} event", "{count} events", count)
    return tr_n("{count} entry", "{count} entries", count)
