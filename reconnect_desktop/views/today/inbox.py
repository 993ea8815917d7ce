"""What came in and is not rated: told of on Today without a debt, and rated a few at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reconnect_desktop.domain.action import Applied
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.language import number, tr_n
from reconnect_desktop.views.forms.today_page import Ui_TodayPage
from reconnect_desktop.views.kit.flow_layout import FlowLayout
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.today.today_journal import TodayJournal
from reconnect_desktop.views.today.today_reading import Reading
from reconnect_desktop.views.today.unrated_words import counted_words

if TYPE_CHECKING:
    from reconnect_desktop.views.today.batch_rater import BatchRater

AT_A_TIME = 20  # of many thousand, so many are enough for one sitting


class Inbox(QObject):
    """The card on Today, and the rating of a batch in the place of the page."""

    def __init__(self, look: Look, journal: TodayJournal, form: Ui_TodayPage, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._journal, self._form = look, journal, form
        self._waiting: list[Interaction] = []
        self.rater: BatchRater | None = None
        flow = FlowLayout(form.inbox_deeds)
        for button in (form.leave_button, form.rate_button):
            flow.addWidget(button)
        form.rate_button.clicked.connect(self._begin)
        form.leave_button.clicked.connect(journal.leave_all)

    @property
    def is_rating(self) -> bool:
        """Whether the rating is what is shown."""
        return self.rater is not None and self._form.stack.currentWidget() is self.rater

    @property
    def is_done(self) -> bool:
        """Whether the last one was rated, and it is said so."""
        return self.rater is not None and self.rater.is_done

    def show(self, reading: Reading) -> None:
        """Say how many there are; of many, that they may well stay so."""
        form, many = self._form, reading.to_ask.count
        form.inbox.setVisible(many > 0)
        if many > AT_A_TIME:
            form.inbox_count.setText(self.tr("Brought in without a rating"))
            words = self.tr(
                "{count}. They count as they are; if you like, rate the newest ones and leave the rest."
            )
            form.inbox_hint.setText(words.format(count=counted_words(reading.to_ask)))
            form.rate_button.setText(self.tr("&Rate the newest {count}").format(count=number(AT_A_TIME)))
        else:
            words = self.tr("{count} without a rating")
            form.inbox_count.setText(words.format(count=counted_words(reading.to_ask)))
            form.inbox_hint.setText(self.tr("One key each; those you don't remember can stay as they are."))
            form.rate_button.setText(tr_n("&Rate it", "&Rate them", many))

    def follow(self, applied: Applied) -> None:
        """Take over what was changed, where a batch is being rated."""
        if self.rater is not None:
            self.rater.follow(applied)

    def end(self) -> None:
        """Enough for now: back to the overview."""
        if self.is_rating:
            self._form.stack.setCurrentWidget(self._form.scroll)
            self._form.rate_button.setFocus()
            self._journal.rest(resting=False)

    def _begin(self) -> None:
        if self._journal.reading is not None:
            self._journal.rest(resting=True)
            self.rater = self.rater or self._make_rater()
            self._form.stack.setCurrentWidget(self.rater)
            self._waiting = list(self._journal.reading.to_ask.newest)
            self._go_on()

    def _go_on(self) -> None:
        """With the next few."""
        reading = self._journal.reading
        if reading is not None and self.rater is not None:
            few, self._waiting = self._waiting[:AT_A_TIME], self._waiting[AT_A_TIME:]
            more = len(self._waiting)
            self.rater.begin(few, reading.today, her_name=reading.her_name(), more=more)

    def _leave_rest(self) -> None:
        self._journal.leave_all()
        self.end()

    def _make_rater(self) -> BatchRater:
        from reconnect_desktop.views.today.batch_rater import BatchRater

        rater, journal = BatchRater(self._look, self._form.stack), self._journal
        rater.rated.connect(
            lambda before, after: journal.rate(before, after, lambda: rater.take_back(before))
        )
        rater.left.connect(lambda one: journal.leave(one, lambda: rater.take_back(one)))
        rater.not_hers.connect(lambda one: journal.say_not_hers(one, lambda: rater.take_back(one)))
        rater.more_wanted.connect(self._go_on)
        rater.rest_left.connect(self._leave_rest)
        rater.finished.connect(self.end)
        self._form.stack.addWidget(rater)
        return rater
