"""Which of the names in a table's column mean her."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reconnect_desktop.output.group_words import shortened
from reconnect_desktop.views.forms.hers_list import Ui_HersList
from reconnect_desktop.views.importing.tick_delegate import BETWEEN
from reconnect_desktop.views.importing.tick_model import TickModel
from reconnect_desktop.views.kit.counts import times_words

_SEARCHED_FROM = 8  # names: fewer are seen at a glance
_SHOWN_MOST = 100  # characters of a name


class HersList(QWidget):
    """Names that can be ticked, the most frequent first."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_HersList()
        self.form.setupUi(self)
        self._column = ""
        self._names: tuple[str, ...] = ()
        self._counts: Mapping[str, int] = {}
        self.model = TickModel([], str, self)
        self.setFocusProxy(self.form.list)

    def show_names(self, column: str, names: Mapping[str, int], hers: Sequence[str]) -> None:
        """Offer the names of this column (how often each is there), with hers ticked; what is ticked stays while the column is the same."""
        if column == self._column:
            return
        self._column, self._names, self._counts = column, tuple(names), names
        self.model = TickModel([name.casefold() for name in names], self._row, self)
        self.model.tick(place for place, name in enumerate(names) if name in hers)
        self.model.ticked.connect(self.changed)
        self.form.search.setVisible(len(names) >= _SEARCHED_FROM)
        self.form.list.show_rows(self.model, self.form.search)

    @property
    def hers(self) -> tuple[str, ...]:
        """The names that are ticked."""
        return tuple(self._names[place] for place in self.model.ticks)

    def _row(self, place: int) -> str:
        name = self._names[place]
        return BETWEEN.join((shortened(name, _SHOWN_MOST), times_words(self._counts[name])))
