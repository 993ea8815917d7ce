"""What the words in a column of a table mean: each with a choice beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from reconnect_desktop.language import tr_n
from reconnect_desktop.output.group_words import shortened
from reconnect_desktop.views.forms.word_meanings import Ui_WordMeanings
from reconnect_desktop.views.importing.still_box import StillBox
from reconnect_desktop.views.kit.counts import times_words
from reconnect_desktop.views.kit.line_breaks import breakable

_ASKED_MOST = 30  # words: the rest are as they seem
_SHOWN_MOST = 60  # characters of a word


class WordMeanings(QWidget):
    """The most frequent words of a column; what is chosen for one stays while the column is the same."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_WordMeanings()
        self.form.setupUi(self)
        self.boxes: dict[str, StillBox] = {}
        self._column = ""

    def show_words(
        self,
        column: str,
        words: Mapping[str, int],
        meanings: Sequence[tuple[str, str]],
        likely: Callable[[str], str],
    ) -> None:
        """Ask for these words of this column (how often each is there); each may have one of the meanings, and likely has that one."""
        if column == self._column:
            return
        self._clear()
        self._column = column
        for row, word in enumerate(islice(words, _ASKED_MOST)):
            self._add(row, word, words[word], meanings, likely(word))
        rest = len(words) - len(self.boxes)
        self.form.more.setText(
            tr_n(
                "{count} word more is taken as it seems.",
                "{count} words more are taken as they seem.",
                rest,
            )
        )
        self.form.more.setVisible(rest > 0)

    @property
    def meanings(self) -> Mapping[str, str]:
        """What was chosen for each word that is asked for."""
        return {word: box.currentData() for word, box in self.boxes.items()}

    def _add(self, row: int, word: str, count: int, meanings: Sequence[tuple[str, str]], likely: str) -> None:
        label, box = QLabel(self), StillBox(self)
        shown = shortened(word, _SHOWN_MOST)
        label.setText(f"{breakable(shown)} ({times_words(count)})".replace("&", "&&"))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setBuddy(box)
        box.setAccessibleName(shown)
        for text, meaning in meanings:
            box.addItem(text, meaning)
        box.setCurrentIndex([meaning for _, meaning in meanings].index(likely))
        box.currentIndexChanged.connect(lambda _place: self.changed.emit())
        self.form.grid.addWidget(label, row, 0)
        self.form.grid.addWidget(box, row, 1)
        self.boxes[word] = box

    def _clear(self) -> None:
        self.boxes = {}
        while item := self.form.grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
