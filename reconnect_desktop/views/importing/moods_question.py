"""Whether moods that are not about her come in too, and how good the file's own words for them are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from reconnect_desktop.domain.interaction import MOOD
from reconnect_desktop.exchange.reader import Mood
from reconnect_desktop.output.group_words import shortened
from reconnect_desktop.output.sentences import mood_word
from reconnect_desktop.views.forms.moods_question import Ui_MoodsQuestion
from reconnect_desktop.views.importing.answers import Answers
from reconnect_desktop.views.importing.question import Question
from reconnect_desktop.views.kit.counts import times_words
from reconnect_desktop.views.kit.line_breaks import breakable

_WORD_MOST = 60  # characters shown
_ASKED_MOST = 60  # words: diaries have five to some twenty


class MoodsQuestion(Question):
    """An offer that is not taken unless it is ticked. Words are asked about then, or where one can't be guessed."""

    def __init__(self, moods: Sequence[Mood], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moods = moods[:_ASKED_MOST]
        self.boxes: dict[str, QComboBox] = {}
        self.form = Ui_MoodsQuestion()
        self.form.setupUi(self)
        self._unfold(wanted=False)
        self.form.moods_box.toggled.connect(self._unfold)
        self.setFocusProxy(self.form.moods_box)

    def answer(self, answers: Answers) -> Answers:
        """Whether they are wanted, and the levels that were chosen."""
        wanted = self.form.moods_box.isChecked()
        levels = {word: box.currentData() for word, box in self.boxes.items() if box.currentData()}
        return replace(answers, moods=wanted, levels=levels)

    def lacks(self) -> str:
        """Where they are wanted, each word needs its level."""
        open_ones = [box for box in self.boxes.values() if not box.currentData()]
        if not (self.form.moods_box.isChecked() and open_ones):
            return ""
        self.setFocusProxy(open_ones[0])
        return self.tr("Please say of each word how good it is.")

    def say(self, problem: str) -> None:
        """Below the words."""
        self.form.problem.say(problem)

    def _unfold(self, wanted: bool) -> None:
        asked = wanted or any(mood.guess is None for mood in self._moods)
        if asked and not self.boxes:
            for row, mood in enumerate(self._moods):
                self._add(row, mood)
        self.form.levels.setVisible(asked and bool(self._moods))
        self.form.levels_label.setVisible(not wanted and asked)
        self.say("")

    def _add(self, row: int, mood: Mood) -> None:
        word = shortened(mood.word, _WORD_MOST)
        label, box = QLabel(self.form.levels), QComboBox(self.form.levels)
        label.setText(f"{breakable(word)} ({times_words(mood.count)})".replace("&", "&&"))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setBuddy(box)
        box.addItem(self.tr("Choose…"), 0)
        for level in reversed(MOOD):
            box.addItem(mood_word(level), level)
        box.setCurrentIndex(max(0, box.findData(mood.guess)))
        box.setAccessibleName(word)
        box.currentIndexChanged.connect(lambda: self.say(""))
        self.form.grid.addWidget(label, row, 0)
        self.form.grid.addWidget(box, row, 1)
        self.boxes[mood.word] = box
