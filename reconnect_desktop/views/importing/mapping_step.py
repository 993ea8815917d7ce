"""Says what is what in a table of any kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.measures import Medium, ReachedOut
from reconnect_desktop.exchange.tables.columns import Columns, Head
from reconnect_desktop.exchange.tables.medium_words import began_of, came_to_nothing, medium_of
from reconnect_desktop.output.group_words import shortened
from reconnect_desktop.output.sentences import medium_word, reached_out_word
from reconnect_desktop.views.forms.mapping_step import Ui_MappingStep

_LEFT_OUT = "left out"  # what no medium and no one who reached out is called
_NOT_SAID = ""
_NAMED_MOST = 40  # characters of a column's name


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
        self._show_words()
        self.setFocusProxy(form.table.boxes[0])

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
        """The sentence that says what is still missing, "" where nothing is; the focus would go there."""
        form = self.form
        self.setFocusProxy(form.table.boxes[0])
        if "at" not in form.table.roles:
            return self.tr("Please say which column has the day.")
        if self._names() and not form.hers.hers:
            self.setFocusProxy(form.hers)
            return self.tr("Please choose who of them she is.")
        return ""

    # Inside

    def _follow(self) -> None:
        self._show_words()
        self.changed.emit()

    def _show_words(self) -> None:
        """Ask about the words of the columns that have a role in which they matter."""
        form, roles = self.form, self.form.table.roles
        names = self._names()
        form.hers.setVisible(bool(names))
        if names and self._likely:
            form.hers.show_names(roles["who"], names, self._likely.hers)
        media, began = self._words("medium"), self._words("reached_out")
        form.media.setVisible(bool(media))
        form.began.setVisible(bool(began))
        if media:
            told = [*((medium_word(medium), medium.value) for medium in Medium), self._left_out()]
            form.media.show_words(roles["medium"], media, told, self._likely_medium)
        if began:
            told = [(reached_out_word(who), who.value) for who in ReachedOut]
            told += [(self.tr("Not said"), _NOT_SAID), self._left_out()]
            form.began.show_words(roles["reached_out"], began, told, self._likely_beginner)
        form.media.form.question.setText(
            self._asked("medium", self.tr("How you were in touch, by “{column}”"))
        )
        form.began.form.question.setText(
            self._asked("reached_out", self.tr("Who reached out, by “{column}”"))
        )
        form.otherwise_label.setText(
            self.tr("How you were in touch where the table doesn't &say it")
            if "medium" in roles
            else self.tr("How you were in &touch")
        )

    def _asked(self, role: str, question: str) -> str:
        return question.format(column=shortened(self.form.table.roles.get(role, ""), _NAMED_MOST))

    def _names(self) -> Mapping[str, int]:
        """Those among whom she has to be chosen."""
        names = self._words("who")
        return names if len(names) > 1 else {}

    def _words(self, role: str) -> Mapping[str, int]:
        column = self.form.table.roles.get(role, "")
        return self._head.words.get(column, {}) if self._head else {}

    def _left_out(self) -> tuple[str, str]:
        return self.tr("Leave these out"), _LEFT_OUT

    def _likely_medium(self, word: str) -> str:
        assert self._likely is not None
        said = self._likely.media.get(word)
        if said is None and self._is_left_out(word):
            return _LEFT_OUT
        return (said or medium_of(word) or self._likely.otherwise).value

    def _likely_beginner(self, word: str) -> str:
        assert self._likely is not None
        if word in self._likely.began:
            said = self._likely.began[word]
            return said.value if said else _NOT_SAID
        if self._is_left_out(word):
            return _LEFT_OUT
        who = began_of(word)
        return who.value if who else _NOT_SAID

    def _is_left_out(self, word: str) -> bool:
        assert self._likely is not None
        return word in self._likely.left_out or came_to_nothing(word)
