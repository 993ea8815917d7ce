"""Asks which of what stood in a calendar took place."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reconnect_desktop.language import number, tr_n
from reconnect_desktop.output.group_words import shortened
from reconnect_desktop.output.sentences import length_words, medium_word
from reconnect_desktop.views.forms.happened_step import Ui_HappenedStep
from reconnect_desktop.views.importing.plans import Plans
from reconnect_desktop.views.importing.tick_delegate import BETWEEN
from reconnect_desktop.views.importing.tick_model import TickModel
from reconnect_desktop.views.kit.dates import full_day_words, time_words

_NOTE_MOST = 200  # characters shown


class HappenedStep(QWidget):
    """Newest first, all of them ticked: they are hers and past, and few plans with Mom fall through."""

    def __init__(self, plans: Plans, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._planned = plans.interactions
        self.form = Ui_HappenedStep()
        self.form.setupUi(self)
        self.form.search.setPlaceholderText(self.tr("Words, months, years"))
        self.form.search.setAccessibleName(self.tr("Narrow the list down"))
        self.form.list.setAccessibleName(self.tr("What stood in the calendar"))
        self.model = TickModel(plans.found_by, self._row, self)
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

    def _tell_chosen(self) -> None:
        count, of = self.model.count, len(self._planned)
        self.form.chosen.setText(
            tr_n("{count} of {of} took place", "{count} of {of} took place", count, of=number(of))
        )
