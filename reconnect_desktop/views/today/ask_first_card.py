"""The question that comes before a gap is spoken of, for it is easy to forget to write a contact down."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCalendarWidget, QFrame, QPushButton, QWidget

from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.signals import Gap
from reconnect_desktop.output.suggestion_words import ask_first_sentence
from reconnect_desktop.views.forms.ask_first_card import Ui_AskFirstCard
from reconnect_desktop.views.kit.dates import field_format
from reconnect_desktop.views.kit.flow_layout import FlowLayout
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.today.advice_reading import AdviceReading


class AskFirstCard(QFrame):
    """Yes opens a short form, day and medium; No is an answer by itself.

    logged: the date and the Medium of a contact; quiet: the Gap that is one.
    """

    logged = Signal(object, object)
    quiet = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap: Gap | None = None
        self.form = Ui_AskFirstCard()
        self.form.setupUi(self)
        form = self.form
        form.media.set_look(look)
        form.day.setDisplayFormat(field_format())
        _calm(form.day.calendarWidget())
        self.yes_button = QPushButton(self.tr("&Yes, log it"), self)
        self.no_button = QPushButton(self.tr("N&o, it has been quiet"), self)
        self.save_button = QPushButton(self.tr("&Save"), self)
        self.save_button.setProperty("kind", "primary")
        self.back_button = QPushButton(self.tr("Bac&k"), self)
        self.back_button.setProperty("kind", "text")
        answers, saving = FlowLayout(), FlowLayout()
        for button in (self.yes_button, self.no_button):
            answers.addWidget(button)
        for button in (self.save_button, self.back_button):
            saving.addWidget(button)
        form.answers_place.addLayout(answers)
        form.save_place.addLayout(saving)
        form.entry.hide()
        self.yes_button.clicked.connect(self._open)
        self.back_button.clicked.connect(self._close)
        self.no_button.clicked.connect(lambda: self.quiet.emit(self._gap))
        self.save_button.clicked.connect(self._save)

    def show_question(self, reading: AdviceReading) -> None:
        """Ask about this silence; a form that is open for it stays as it is."""
        gap = reading.advice.ask_first
        if gap is None:
            return
        today = reading.advice.day
        if self._gap is None or self._gap.since != gap.since:
            self._show_entry(opened=False)
            self._offer(gap, today, reading.recent[0].medium if reading.recent else Medium.CALL)
        self._gap = gap
        self.form.day.setMaximumDate(_qdate(today))
        self.form.question.setText(ask_first_sentence(gap, today))
        self.setAccessibleName(self.form.question.text())

    def begin_again(self) -> None:
        """Ask afresh next time."""
        self._gap = None

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes through, in the order of the eye."""
        form = self.form
        entry = [form.day, *form.media.choices.values(), self.save_button, self.back_button]
        return [self.yes_button, self.no_button, *entry]

    def take_focus(self) -> None:
        """Where the keyboard goes on; Enter there only opens the form."""
        self.yes_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """While the form is open, Esc goes back to the question, and Enter saves from its fields."""
        key, is_open = event.key(), not self.form.entry.isHidden()
        on_button = isinstance(QApplication.focusWidget(), QPushButton)
        if is_open and key == Qt.Key.Key_Escape:
            self._close()
        elif is_open and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not on_button:
            self._save()
        else:
            super().keyPressEvent(event)

    def _offer(self, gap: Gap, today: date, medium: Medium) -> None:
        """Yesterday, as far as that is after the last contact, and the medium of last time."""
        day = self.form.day
        day.setDateRange(_qdate(min(gap.since + timedelta(days=1), today)), _qdate(today))
        day.setDate(_qdate(today - timedelta(days=1)))  # kept within the range
        self.form.media.value = medium

    def _open(self) -> None:
        self._show_entry(opened=True)
        self.form.day.setFocus()

    def _close(self) -> None:
        self.form.answers.show()
        self.yes_button.setFocus()
        self._show_entry(opened=False)

    def _show_entry(self, *, opened: bool) -> None:
        self.form.entry.setVisible(opened)
        self.form.answers.setVisible(not opened)

    def _save(self) -> None:
        chosen, medium = self.form.day.date(), self.form.media.value
        if medium is not None:
            self.logged.emit(date(chosen.year(), chosen.month(), chosen.day()), medium)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _calm(calendar: QCalendarWidget) -> None:
    """No red weekends, and no numbers of weeks."""
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, calendar.weekdayTextFormat(Qt.DayOfWeek.Monday))
