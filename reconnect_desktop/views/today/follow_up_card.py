"""The card that asks how something went that was tried."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from reconnect_desktop.domain.records import Outcome, Try
from reconnect_desktop.domain.suggestions import filled
from reconnect_desktop.views.forms.follow_up_card import Ui_FollowUpCard
from reconnect_desktop.views.kit.flow_layout import FlowLayout
from reconnect_desktop.views.today.advice_reading import AdviceReading


class FollowUpCard(QFrame):
    """One tap answers. A note that was begun goes with it.

    told: the Try, its Outcome and the note; put_off: the Try about which not to ask today.
    """

    told = Signal(object, object, str)
    put_off = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._try: Try | None = None
        self.form = Ui_FollowUpCard()
        self.form.setupUi(self)
        words = {
            Outcome.GOOD: self.tr("It &went well"),
            Outcome.SO_SO: self.tr("&So-so"),
            Outcome.HARD: self.tr("It was har&d"),
            Outcome.NOT_DONE: self.tr("It didn't ha&ppen"),
        }
        row = FlowLayout()
        self.buttons = {outcome: QPushButton(word, self) for outcome, word in words.items()}
        for outcome, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, outcome=outcome: self._tell(outcome))
            row.addWidget(button)
        self.later_button = QPushButton(self.tr("Ask me la&ter"), self)
        self.later_button.setProperty("kind", "text")
        self.later_button.clicked.connect(lambda: self.put_off.emit(self._try))
        row.addWidget(self.later_button)
        self.form.answers_place.setContentsMargins(0, 8, 0, 0)
        self.form.answers_place.addLayout(row)

    def show_question(self, reading: AdviceReading) -> None:
        """Ask about the try that is to be followed up; what is being written about it stays."""
        one = reading.advice.to_follow_up
        row = reading.row(one) if one else None
        if one is None or row is None:
            return
        if self._try is None or self._try.id != one.id:
            self.form.note.setText(one.note)
        self._try = one
        self.form.tried.setText(
            self.tr("You wanted to try: {title}").format(title=filled(row.title, reading.name))
        )
        self.form.question.setText(filled(row.follow_up, reading.name))
        self.setAccessibleName(self.form.question.text())
        self.setAccessibleDescription(self.form.tried.text())

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes through, in the order of the eye."""
        return [self.form.note, *self.buttons.values(), self.later_button]

    def take_focus(self) -> None:
        """Where the keyboard goes on: in the note, where Enter decides nothing."""
        self.form.note.setFocus()

    def _tell(self, outcome: Outcome) -> None:
        if self._try is not None:
            self.told.emit(self._try, outcome, self.form.note.text().strip())
