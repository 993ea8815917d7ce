"""Review: a month at a time, looked back on; or a year, in one picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.action import Applied
from reconnect_desktop.domain.months import Month, read_month
from reconnect_desktop.domain.records import Reflection
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.forms.review_page import Ui_ReviewPage
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.sign import Sign
from reconnect_desktop.views.kit.tab_order import chain
from reconnect_desktop.views.review.month_view import MonthView
from reconnect_desktop.views.review.review_actions import ReviewActions
from reconnect_desktop.views.review.review_head import ReviewHead
from reconnect_desktop.views.review.review_journal import ReviewJournal
from reconnect_desktop.views.review.review_reading import MonthReading, Reading, with_own_words
from reconnect_desktop.views.review.sheet_view import SheetView, side_for

if TYPE_CHECKING:
    from reconnect_desktop.views.review.chart_picture import ChartPicture
    from reconnect_desktop.views.review.review_deeds import ReviewDeeds
    from reconnect_desktop.views.review.year_view import YearView
    from reconnect_desktop.views.trends.spot_teller import SpotTeller


class ReviewPage(QWidget):
    """A month as cards, with own words; or a year.

    failed: the error of a reading or a write. page_wanted: another page, and what to show there.
    quick_add_wanted: to log the first interaction. said: what was done, where the page does not show it.
    """

    failed = Signal(object)
    page_wanted = Signal(str, object)
    quick_add_wanted = Signal()
    said = Signal(str)

    def __init__(self, look: Look, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._background = look, background
        self._stale = False
        self._year: YearView | None = None
        self._deeds: ReviewDeeds | None = None
        self._teller: SpotTeller | None = None
        self.form = Ui_ReviewPage()
        self.form.setupUi(self)
        self.journal = ReviewJournal(background, self)
        self.acts = ReviewActions(look, self)
        self.head = ReviewHead(self.form, look, self.acts, self)
        self.month = MonthView(look, background, self)
        self.own_words = self.month.own_words
        self._lay_out()
        self._connect()

    # What the main window says

    def set_journal(self, journal: Journal | None) -> None:
        """Show this journal, or wait for one."""
        self.own_words.keeper.keep_now()
        self.own_words.close_desk()
        self._forget(journal_too=True)
        self.journal.set_journal(journal)
        self.form.stack.setCurrentWidget(self.form.blank_page)
        self.head.forget()
        self.refresh(None)

    def refresh(self, applied: Applied | None) -> None:
        """Show the journal as it is now: when the page is seen again, at the latest."""
        changes = applied.changes if applied is not None else ()
        own = [change for change in changes if isinstance(change.record, Reflection)]
        if self.journal.journal is not None:
            for change in own:
                self.own_words.follow(self.journal.journal, change)
        if not changes or len(own) < len(changes):
            self._forget()
            self._stale = True
            self._read_if_seen()

    def turn_to(self, matter: object) -> None:
        """Show this month: a Month, or as in 2026-10."""
        self._turn(matter if isinstance(matter, Month) else read_month(str(matter)))

    def may_close(self) -> bool:
        """Whether the window may go: what was typed is kept, or is to be let go."""
        return self.own_words.may_close()

    def keep_now(self) -> Exception | None:
        """Keep what was typed; the error, if that could not be done."""
        return self.own_words.keeper.keep_now()

    @property
    def menu_actions(self) -> list[QAction]:
        """What a menu of the main window may offer while this page is shown."""
        return self.acts.of_page

    # Showing

    def _turn(self, to: Month | int) -> None:
        """Show another month, or year; what was typed is kept first."""
        if self.own_words.is_kept():
            self.head.go_to(to)
            self.journal.turn(to)
        elif self.journal.reading is not None:
            self.head.show(self.journal.reading)

    def _show(self, reading: Reading) -> None:
        form, shown = self.form, reading.shown
        self.head.show(reading)
        goes_on = self.hasFocus() or form.log_button.hasFocus()
        form.stack.setCurrentWidget(form.empty_page if shown is None else form.main_page)
        if isinstance(shown, MonthReading):
            self._show_month(shown)
        elif shown is not None:
            view = self._year = self._year or self._make_year()
            self._bring(view)
            view.show_sheet(shown.sheet)
        if goes_on:
            self._hand_on_focus()

    def _bring(self, view: SheetView) -> None:
        """Show the month, or the year; the keys go on there if they were in the other."""
        before = self.form.views.currentWidget()
        had_focus = before is not None and (
            before.hasFocus() or before.isAncestorOf(self.focusWidget() or self)
        )
        self.form.views.setCurrentWidget(view)
        if had_focus and before is not view:
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_month(self, told: MonthReading) -> None:
        journal = self.journal.journal
        is_another = self.own_words.month != told.month
        asks = not told.review.grief and bool(told.review.figures.in_touch or told.review.needs)
        self.month.show_sheet(told.sheet, asks=asks, offers=told.offers)
        self.own_words.show_intended(told.intended)
        self._bring(self.month)
        if is_another and journal is not None:
            self.own_words.open(journal, told.month, told.review.reflection)
            self.month.to_top()
        self.own_words.set_quiet(quiet=told.review.grief)

    def _make_year(self) -> YearView:
        from reconnect_desktop.views.review.year_view import YearView

        view = YearView(self._look, self._background, self)
        view.month_wanted.connect(self._turn)
        view.failed.connect(self.failed)
        self.form.views.addWidget(view)
        return view

    def _watch(self, picture: ChartPicture) -> None:
        """Say which interaction is pointed at in a month's picture, and let it be opened."""
        if self._teller is None:
            from reconnect_desktop.views.trends.spot_teller import SpotTeller

            self._teller = SpotTeller(self._look, self._background, self.journal, self)
        self._teller.watch(picture)
        picture.opened.connect(self._teller.open)

    def _forget(self, *, journal_too: bool = False) -> None:
        if self._teller is not None:
            self._teller.forget(journal_too=journal_too)

    # Deeds

    @property
    def deeds(self) -> ReviewDeeds:
        """What takes a month along; made when it is first wanted."""
        if self._deeds is None:
            from reconnect_desktop.views.review.review_deeds import ReviewDeeds

            self._deeds = ReviewDeeds(self._background, self.form.making_place, self)
            self._deeds.failed.connect(self.failed)
            self._deeds.said.connect(self.said)
        return self._deeds

    def _take_along(self, deed: Callable[[ReviewDeeds], Callable[[Reading], None]]) -> None:
        """Do it with what is shown, own words as they are now included."""
        journal, reading = self.journal.journal, self.journal.reading
        if journal is None or reading is None or not self.own_words.is_kept():
            return
        deed(self.deeds)(with_own_words(reading, journal))

    # Making

    def _lay_out(self) -> None:
        form = self.form
        form.views.addWidget(self.month)
        form.sign_place.addWidget(Sign(self._look, self))
        first, *others = self.head.stops()
        chain(first, [*others, self.month])
        form.stack.setCurrentWidget(form.blank_page)
        self._fit()

    def _connect(self) -> None:
        acts, month = self.acts, self.month
        self.journal.read.connect(self._show)
        self.journal.failed.connect(self.failed)
        self.journal.moved.connect(self.said)
        self.head.month_wanted.connect(self._turn)
        self.head.year_wanted.connect(self._turn)
        month.failed.connect(self.failed)
        month.pictured.connect(self._watch)
        month.needs_wanted.connect(lambda: self.page_wanted.emit("ideas", "needs"))
        month.rhythm_moved.connect(self.journal.move_rhythm)
        month.rhythm_kept.connect(self.journal.keep_rhythm)
        self.form.log_button.clicked.connect(self.quick_add_wanted)
        acts.save.triggered.connect(lambda: self._take_along(lambda deeds: deeds.save))
        acts.print.triggered.connect(lambda: self._take_along(lambda deeds: deeds.print))
        acts.counsellor.triggered.connect(lambda: self._take_along(lambda deeds: deeds.save_for_counsellor))
        self._look.changed.connect(self._fit)

    # Qt

    def _fit(self) -> None:
        bar = self.month.verticalScrollBar().sizeHint().width()
        self.head.fit(side_for(self, self.width() - bar))

    def _read_if_seen(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self.journal.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """It may have changed since it was seen last."""
        super().showEvent(event)
        self._read_if_seen()

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """The keys scroll the month. A focus proxy would let Tab pass over what is above it."""
        self._hand_on_focus()

    def _hand_on_focus(self) -> None:
        shown = self.form.stack.currentWidget()
        if shown is self.form.empty_page:
            self.form.log_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif shown is self.form.main_page and (view := self.form.views.currentWidget()) is not None:
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another arrangement."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more room, too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
