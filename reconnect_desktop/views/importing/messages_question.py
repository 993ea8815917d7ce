"""How messages become exchanges, and whether their words are kept."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from reconnect_desktop.output.sentences import length_words
from reconnect_desktop.views.forms.messages_question import Ui_MessagesQuestion
from reconnect_desktop.views.importing.answers import Answers
from reconnect_desktop.views.importing.question import Question

_OFFERED = (15, 30, 60, 120, 240, 480, 720, 1440)  # minutes


class MessagesQuestion(Question):
    """Quiet ones: both are answered as they were last time, or as most would."""

    def __init__(self, silence: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_MessagesQuestion()
        self.form.setupUi(self)
        for minutes in sorted({*_OFFERED, silence}):
            self.form.silence_box.addItem(length_words(minutes), minutes)
        self.form.silence_box.setCurrentIndex(self.form.silence_box.findData(silence))
        self.setFocusProxy(self.form.silence_box)

    def answer(self, answers: Answers) -> Answers:
        """Both."""
        silence = self.form.silence_box.currentData()
        return replace(answers, silence=silence, keep_texts=self.form.texts_box.isChecked())
