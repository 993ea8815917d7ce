"""Says what is what in a table of any kind."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.measures import Medium, ReachedOut
from reconnect_desktop.exchange.columns import Columns, Head
from reconnect_desktop.exchange.medium_words import began_of, medium_of
from reconnect_desktop.output.sentences import medium_word, reached_out_word
from reconnect_desktop.views.forms.mapping_step import Ui_MappingStep

_LEFT_OUT = "left out"  # what no medium and no one who reached out is called


class MappingStep(QWidget):
    """A choice above each column, and below the table what its words mean.

    changed: something else was chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head: Head | None = None
        self._likely: Columns | None = None
        self.form = Ui_MappingStep()
        self.form.setupUi(self)
        for medium in Medium:
            self.form.otherwise_box.addItem(medium_word(medium), medium.value)
        self.form.table.changed.connect(self._follow)
        self.form.otherwise_box.currentIndexChanged.connect(lambda _place: self.changed.emit())
        for part in (self.form.hers, self.form.media, self.form.began):
            part.changed.connect(self.changed)
            part.hide()

    def show_head(self, head: Head, remembered: Columns | None) -> None:
        """Show a table with what was said of such a one before, or with what is likely."""
        self._head = head
        known = remembered is not None and set(remembered.named().values()) <= set(head.columns)
        self._likely = remembered if remembered is not None and known else head.guess
        form = self.form
        form.table.show_head(head, self._likely)
        form.otherwise_box.setCurrentIndex(form.otherwise_box.findData(self._likely.otherwise.value))
        self.setFocusProxy(form.table.boxes[0])
        self._show_words()

    @property
    def columns(self) -> Columns | None:
        """What was said; None while something that is needed is missing."""
        if self.lacks():
            return None
        form = self.form
        media = form.media.meanings if "medium" in form.table.roles else {}
        began = form.began.meanings if "reached_out" in form.table.roles else {}
        left_out = [word for said in (media, began) for word, meaning in said.items() if meaning == _LEFT_OUT]
        return Columns(
            **cast("dict[str, str]", {"at": "", **form.table.roles}),
            media={word: Medium(said) for word, said in media.items() if said != _LEFT_OUT},
            began={
                word: ReachedOut(said) if said else None for word, said in began.items() if said != _LEFT_OUT
            },
            left_out=tuple(dict.fromkeys(left_out)),
            hers=form.hers.hers if self._names() else (),
            otherwise=Medium(form.otherwise_box.currentData()),
        )

    def lacks(self) -> str:
        """The sentence that says what is still missing, "" where nothing is."""
        if "at" not in self.form.table.roles:
            return self.tr("Please say which column has the day.")
        if self._names() and not self.form.hers.hers:
            return self.tr("Please choose who of them she is.")
        return ""
