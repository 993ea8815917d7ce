"""Asks which of what stood in a calendar took place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.output.group_words import shortened
from reconnect_desktop.output.sentences import length_words, medium_word
from reconnect_desktop.views.forms.happened_step import Ui_HappenedStep
from reconnect_desktop.views.importing.tick_delegate import BETWEEN
from reconnect_desktop.views.importing.tick_model import TickModel
from reconnect_desktop.views.kit.dates import full_day_words, time_words

_NOTE_MOST = 200  # characters shown


class HappenedStep(QWidget):
    """Newest first, all of them ticked: they are hers and past, and few plans with Mom fall through."""

    def __init__(self, planned: Sequence[Interaction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._planned = sorted(planned, key=lambda one: one.when.local, reverse=True)
        self.form = Ui_HappenedStep()
        self.form.setupUi(self)
        self.form.search.setPlaceholderText(self.tr("Words, months, years"))
        self.form.search.setAccessibleName(self.tr("Narrow the list down"))
        self.form.list.setAccessibleName(self.tr("What stood in the calendar"))
        self.model = TickModel(self._found_by(), self._row, self)
        self.model.tick(range(len(self._planned)))
        self.model.ticked.connect(self._tell_chosen)
        self.form.list.show_rows(self.model, self.form.search)
        self.form.all_button.clicked.connect(lambda: self.model.tick_shown(on=True))
        self.form.none_button.clicked.connect(lambda: self.model.tick_shown(on=False))
        self._tell_chosen()

    def begin(self) -> None:
        """Put the focus where one begins."""
        self.form.list.setFocus()

    def chosen(self) -> frozenset[str]:
        """The ids of those that took place."""
        return frozenset(self._planned[place].id for place in self.model.ticks)

    def _row(self, place: int) -> str:
        one = self._planned[place]
        length = length_words(one.minutes) if one.minutes else ""
        day = f"{full_day_words(one.when.day)}, {time_words(one.when.local)}"
        return BETWEEN.join(
            part for part in (day, medium_word(one.medium), length, shortened(one.note, _NOTE_MOST)) if part
        )

    def _found_by(self) -> list[str]:
        """The words of twenty thousand days as the locale has them would take a second."""
        locale = QLocale()
        months = [locale.standaloneMonthName(month).casefold() for month in range(1, 13)]
        days = [locale.standaloneDayName(day).casefold() for day in range(1, 8)]
        return [
            f"{days[day.weekday()]} {day.day} {months[day.month - 1]} {day.year} "
            f"{medium_word(one.medium).casefold()} {one.note[:_NOTE_MOST].casefold()}"
            for one in self._planned
            for day in (one.when.day,)
        ]

    def _tell_chosen(self) -> None:
        count, of = len(self.model.ticks), len(self._planned)
        self.form.chosen.setText(
            self.tr("{count} of {of} took place").format(count=f"{count:,}", of=f"{of:,}")
        )
