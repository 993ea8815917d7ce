"""Settings: one pause, with what can be done with it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.views.forms.pause_card import Ui_PauseCard
from reconnect_desktop.views.kit.dates import date_words
from reconnect_desktop.views.kit.flow_layout import FlowLayout
from reconnect_desktop.views.kit.line_breaks import breakable


class PauseCard(QFrame):
    """What a pause is for, from when until when, and its note.

    change_wanted, end_wanted, delete_wanted: the pause that is shown.
    """

    change_wanted = Signal(Pause)
    end_wanted = Signal(Pause)
    delete_wanted = Signal(Pause)

    def __init__(self, pause: Pause, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.pause = pause
        self.form = Ui_PauseCard()
        self.form.setupUi(self)
        self.form.reason.setText(self._reason())
        self.form.days.setText(self._days(today))
        self.form.note.setText(breakable(pause.note.strip()))
        self.form.note.setVisible(bool(pause.note.strip()))
        row = FlowLayout(self.form.deeds, gap=0)
        self.change_button = self._button(row, self.tr("Change…"))
        self.end_button = self._button(row, self.tr("End it now"))
        self.delete_button = self._button(row, self.tr("Delete"))
        self.end_button.setVisible(pause.covers(today))
        self.change_button.clicked.connect(lambda: self.change_wanted.emit(pause))
        self.end_button.clicked.connect(lambda: self.end_wanted.emit(pause))
        self.delete_button.clicked.connect(lambda: self.delete_wanted.emit(pause))

    def _button(self, row: FlowLayout, words: str) -> QPushButton:
        button = QPushButton(words, self.form.deeds)
        button.setProperty("kind", "text")
        button.setAutoDefault(False)
        which = f"{self.form.reason.text()}, {self.form.days.text()}"
        button.setAccessibleName(f"{words.rstrip('…')}: {which}")
        row.addWidget(button)
        return button

    def _reason(self) -> str:
        words = {
            PauseReason.TRAVEL: self.tr("Away"),
            PauseReason.BOUNDARY: self.tr("Some distance"),
            PauseReason.GRIEF: self.tr("Grief"),
            PauseReason.OTHER: self.tr("A pause"),
        }
        return words[self.pause.reason]

    def _days(self, today: date) -> str:
        pause, start = self.pause, date_words(self.pause.start)
        if pause.end is not None:
            last = date_words(pause.end)
            return start if last == start else self.tr("{start} to {end}").format(start=start, end=last)
        words = self.tr("Since {day}") if pause.start <= today else self.tr("From {day} on")
        return words.format(day=start)
