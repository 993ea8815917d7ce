"""Today: how close it feels, how long ago the last contact was, what is for next time, and how I am."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from reconnect_desktop import clock
from reconnect_desktop.domain.action import Applied
from reconnect_desktop.domain.glance import Glance
from reconnect_desktop.domain.when import When
from reconnect_desktop.journal import Journal
from reconnect_desktop.output.capitals import opening
from reconnect_desktop.output.today_words import usual_sentence
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.forms.today_page import Ui_TodayPage
from reconnect_desktop.views.kit.dates import full_day_words
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.side_by_side import arrange
from reconnect_desktop.views.kit.tab_order import chain
from reconnect_desktop.views.plans.coming_up import ComingUp
from reconnect_desktop.views.today.advice_door import AdviceDoor
from reconnect_desktop.views.today.closeness_card import ClosenessCard
from reconnect_desktop.views.today.gap_card import GapCard
from reconnect_desktop.views.today.inbox import Inbox
from reconnect_desktop.views.today.midnight import Midnight
from reconnect_desktop.views.today.month_ready import MonthReady
from reconnect_desktop.views.today.pause_deeds import PauseDeeds
from reconnect_desktop.views.today.today_journal import TodayJournal
from reconnect_desktop.views.today.today_reading import Reading
from reconnect_desktop.views.today.topics_card import TopicsCard
from reconnect_desktop.views.today.twins_door import TwinsDoor
from reconnect_desktop.views.today.win_card import show_win

if TYPE_CHECKING:
    from reconnect_desktop.views.today.keepsake import Keepsake
    from reconnect_desktop.views.today.welcome import Welcome

# Letters m of width, from which on cards, or words and buttons, stand side by side.
_TWO_COLUMNS = 62
_ONE_ROW = 60


class TodayPage(QWidget):
    """The first page: an overview, before the first entry a welcome, for a while the rating of a batch, in grief a keepsake.

    failed: the error of a reading or a write. quick_add_wanted, import_wanted, demo_wanted: of the welcome.
    page_wanted, settings_wanted: where a suggestion leads to.
    """

    failed = Signal(object)
    quick_add_wanted = Signal()
    import_wanted = Signal()
    demo_wanted = Signal()
    page_wanted = Signal(str, object)
    settings_wanted = Signal(str)

    def __init__(
        self,
        look: Look,
        background: Background,
        now: Callable[[], When] = clock.now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._background, self._now = look, background, now
        self._welcome: Welcome | None = None
        self._keepsake: Keepsake | None = None
        self.form = Ui_TodayPage()
        self.form.setupUi(self)
        self.closeness, self.gap = ClosenessCard(look, self), GapCard(look, self)
        self.topics = TopicsCard(look, self)
        self.journal = TodayJournal(background, now, self)
        self.inbox = Inbox(look, self.journal, self.form, self)
        self.pauses = PauseDeeds(look, now, self.journal, self)
        self.twins = TwinsDoor(look, background, self.journal, self)
        self.advice = AdviceDoor(look, background, now, self)
        self.month_ready = MonthReady(self.journal, self)
        self.plans = ComingUp(look, self.journal, self)
        self._midnight = Midnight(now, self)
        self._lay_out()
        self._connect()
        self._show_frame()

    def set_journal(self, journal: Journal | None) -> None:
        """Show this journal, or wait for one."""
        if self.inbox.is_rating:
            self.form.stack.setCurrentWidget(self.form.scroll)
        self.advice.set_journal(journal)
        self.twins.set_journal(journal)
        self.journal.set_journal(journal)

    def refresh(self, applied: Applied | None) -> None:
        """Show the journal as it is now."""
        self.advice.follow(applied)
        if applied is not None:
            self.inbox.follow(applied)
            self.twins.follow(applied)
        self.journal.refresh()

    # Showing

    def _show_frame(self) -> None:
        # Cards as they mostly are, so that little moves when the contents come.
        self._show_date()
        for part in (self.form.usual, self.form.inbox, self.form.win, self.form.mood_on):
            part.hide()
        self._enable_mood(False)

    def _show(self, reading: Reading) -> None:
        glance = reading.glance
        if reading.grief is not None:
            self.advice.rest()
            self._show_keepsake(reading)
            return
        if glance.is_empty and not self.inbox.is_rating:
            self._show_welcome(reading)
            return
        self._show_date()
        self._show_standing()
        self.topics.show_topics(glance)
        self.gap.paused = reading.pause is not None
        self.pauses.show(reading, self.form.suggestion_place, self.form.rate_button)
        self.form.usual.setText(usual_sentence(glance))
        self.inbox.show(reading)
        self.twins.show()
        self._show_mood(reading, glance)
        show_win(self.form, glance)
        self.plans.show(reading, self.form.plans_place, self.form.rate_button)
        self.month_ready.show(reading, self.form.review_place, self.form.rate_button)
        if not self.inbox.is_rating:
            self.form.stack.setCurrentWidget(self.form.scroll)
        self.advice.refresh()

    def _show_standing(self) -> None:
        """The circles in the numbers of a dip, where there is one, and the gap as far as it may be compared."""
        reading, told = self.journal.reading, self.advice.told
        if reading is not None:
            glance, dip = reading.glance, told.dip if told else None
            self.closeness.show_closeness(glance.closeness, reading.her_name(), dip)
            compared = not (reading.pause or (told and told.unsafe))
            self.gap.show_gap(glance, reading.rhythm, reading.by_medium, compared=compared)
            self.plans.be_silent(bool(told and told.unsafe))
            # Beside a boundary nothing is counted, and nothing asks what to tell her.
            for card in (self.closeness, self.gap, self.topics):
                card.setVisible(not reading.keeps_distance)
            belied = bool(reading.pause or (told and told.stands_out))
            self.form.usual.setVisible(glance.all_is_as_usual and not belied)

    def _show_date(self) -> None:
        self.form.date.setText(opening(full_day_words(self._now().day, year=False)))

    def _show_mood(self, reading: Reading, glance: Glance) -> None:
        asks, form = reading.asks_for_mood(), self.form
        follows = (form.mood_on if asks else form.mood_off).hasFocus()
        form.mood.setVisible(asks)
        form.mood_on.setVisible(not asks)
        if follows:
            (form.mood_off if asks else form.mood_on).setFocus()
        self._enable_mood(True)
        self.form.mood_scale.value = glance.mood.mood if glance.mood else None

    def _enable_mood(self, enabled: bool) -> None:
        self.form.mood_scale.setEnabled(enabled)
        self.form.mood_off.setEnabled(enabled)

    def _show_welcome(self, reading: Reading) -> None:
        welcome = self._welcome = self._welcome or self._make_welcome()
        welcome.show_name(reading.her_name())
        welcome.offer_passphrase(self._background, self.journal.journal)
        self.form.stack.setCurrentWidget(welcome)

    def _make_welcome(self) -> Welcome:
        from reconnect_desktop.views.today.welcome import Welcome

        welcome = Welcome(self._look, self)
        welcome.named.connect(self.journal.name_her)
        welcome.log_wanted.connect(self.quick_add_wanted)
        welcome.import_wanted.connect(self.import_wanted)
        welcome.demo_wanted.connect(self.demo_wanted)
        self.form.stack.addWidget(welcome)
        return welcome

    def _show_keepsake(self, reading: Reading) -> None:
        if self.inbox.is_rating:
            self.journal.rest(resting=False)
        keepsake = self._keepsake = self._keepsake or self._make_keepsake()
        keepsake.show_reading(reading)
        self.form.stack.setCurrentWidget(keepsake)

    def _make_keepsake(self) -> Keepsake:
        from reconnect_desktop.views.today.keepsake import Keepsake

        keepsake = Keepsake(self._look, self)
        keepsake.log_wanted.connect(lambda: self.page_wanted.emit("log", None))
        keepsake.letters_wanted.connect(lambda: self.page_wanted.emit("letters", None))
        keepsake.pause_changed.connect(self.pauses.change)
        keepsake.pause_ended.connect(self.pauses.end)
        self.form.stack.addWidget(keepsake)
        return keepsake

    # Building

    def _lay_out(self) -> None:
        form = self.form
        form.upper.addWidget(self.closeness, 1)
        form.upper.addWidget(self.gap, 1)
        form.left.addWidget(self.topics)
        form.left.addStretch()
        self.twins.put_in(form.twins_place, self.topics.form.new_topic)
        form.mood_scale.set_look(self._look)
        form.mood_off.setIcon(self._look.icon("x", "muted"))
        # What is above the mood is put before it: its faces have to stay behind their scale.
        chain(form.leave_button, [self.gap.form.more_button])
        chain(self.gap.form.more_button, [form.rate_button, form.leave_button, self.topics.form.new_topic])

    def _connect(self) -> None:
        form, journal, topics = self.form, self.journal, self.topics
        journal.read.connect(self._show)
        journal.failed.connect(self.failed)
        self.advice.read.connect(self._show_standing)
        self._midnight.passed.connect(journal.refresh)
        self.month_ready.wanted.connect(lambda month: self.page_wanted.emit("review", month))
        self.gap.rhythm_wanted.connect(self.pauses.ask_for_rhythm)
        self.gap.pause_wanted.connect(self.pauses.change)
        self.gap.end_wanted.connect(self.pauses.end)
        self.gap.list_wanted.connect(lambda: self.settings_wanted.emit("pauses"))
        topics.added.connect(lambda text: journal.add_topic(text, lambda: topics.added_one(text)))
        topics.ticked.connect(journal.tick)
        topics.renamed.connect(journal.rename)
        topics.deleted.connect(journal.delete_topic)
        form.mood_scale.chosen.connect(journal.note_mood)
        form.mood_off.clicked.connect(lambda: journal.ask_for_mood(asked=False))
        form.mood_on.clicked.connect(lambda: journal.ask_for_mood(asked=True))

    def hideEvent(self, event: QHideEvent) -> None:
        """Who comes back after the last one was rated finds Today itself."""
        super().hideEvent(event)
        if self.inbox.is_done and not event.spontaneous():
            self.inbox.end()

    def showEvent(self, event: QShowEvent) -> None:
        """It may be another day than when it was seen last."""
        super().showEvent(event)
        self._midnight.look()
        if not event.spontaneous():
            self.advice.look_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another arrangement."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more room, too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()

    def _arrange(self) -> None:
        form = self.form
        arrange(self, (form.upper, _TWO_COLUMNS), (form.lower, _TWO_COLUMNS), (form.inbox_row, _ONE_ROW))
