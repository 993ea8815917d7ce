"""Trends: seven questions about how things go, each with its chart and its answer in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.action import Applied
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import MoodCheckIn, Pause, Setting, Try
from reconnect_desktop.domain.trends.ranges import Range
from reconnect_desktop.domain.trends.span import Span
from reconnect_desktop.journal import Journal
from reconnect_desktop.output.charts.kinds import KINDS, ChartKind
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.forms.trends_page import Ui_TrendsPage
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.sign import Sign
from reconnect_desktop.views.page_journal import PageJournal
from reconnect_desktop.views.preferences import TRENDS_RANGE, Preferences
from reconnect_desktop.views.today.midnight import Midnight
from reconnect_desktop.views.trends.chart_canvas import ChartCanvas
from reconnect_desktop.views.trends.chart_card import ChartCard
from reconnect_desktop.views.trends.chart_deeds import ChartDeeds
from reconnect_desktop.views.trends.chart_desk import ChartDesk
from reconnect_desktop.views.trends.range_bar import STEP
from reconnect_desktop.views.trends.spot_teller import SpotTeller
from reconnect_desktop.views.trends.trends_reading import Reading, read_trends

_SHOWN = (Interaction, MoodCheckIn, Pause, Try, Setting)  # what the charts are made from
_PATIENCE = 60  # milliseconds: if nothing is known by then, the questions stand there alone


class TrendsPage(QWidget):
    """failed: the error of a reading or a write. page_wanted: another page, and what to show there.

    quick_add_wanted: from the empty page. said: what was done where the screen does not show it.
    """

    failed = Signal(object)
    page_wanted = Signal(str, object)
    quick_add_wanted = Signal()
    said = Signal(str)

    def __init__(
        self,
        look: Look,
        background: Background,
        kinds: Sequence[ChartKind[Any]] = KINDS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._stale = self._shows_in_grief = self._was_seen = self._is_read_ahead = False
        self._midnight: Midnight | None = None
        self._preferences: Preferences | None = None
        self.form = Ui_TrendsPage()
        self.form.setupUi(self)
        self.range = self.form.range_bar
        self.range.set_look(look)
        self.journal = PageJournal(background, read_trends, self)
        self.desk = ChartDesk(background, self)
        self.deeds = ChartDeeds(look, background, self.desk, self)
        self.teller = SpotTeller(look, background, self.journal, self)
        self.cards = [ChartCard(kind, look, self.form.scroll.sees) for kind in kinds]
        self._lay_out()
        self._connect()

    # What the main window says

    def set_preferences(self, preferences: Preferences) -> None:
        """Begin with the range of last time, and remember the next one."""
        self._preferences = preferences
        kept = preferences.get(TRENDS_RANGE)
        if kept in Range.__members__.values() and kept != Range.OWN:
            self.range.choose(Range(kept))

    def set_journal(self, journal: Journal | None) -> None:
        """Show this journal, or wait for one."""
        self.journal.set_journal(journal)
        self.teller.forget(journal_too=True)
        if self._midnight is not None:
            self._midnight.deleteLater()
        self._midnight = Midnight(journal.now, self) if journal is not None else None
        if self._midnight is not None:
            self._midnight.passed.connect(lambda: self.refresh(None))
        self.refresh(None)

    def refresh(self, applied: Applied | None) -> None:
        """Show the journal as it is now: when the page is seen again, at the latest."""
        if applied is None or any(isinstance(change.record, _SHOWN) for change in applied.changes):
            self._stale = True
            self._read_if_seen()

    # Showing

    def _show(self, reading: Reading) -> None:
        self.teller.forget()
        form, quiet = self.form, reading.grieves and not self._shows_in_grief
        self.range.setVisible(not (reading.is_empty or quiet))
        shown = form.empty_page if reading.is_empty else form.quiet_page if quiet else form.scroll
        form.stack.setCurrentWidget(shown)
        if shown is form.scroll:
            self.range.set_whole(reading.sources.today, reading.whole)
            self._begin()

    def _begin(self) -> None:
        reading: Reading | None = self.journal.reading
        if reading is not None and self.range.span is not None:
            self.desk.begin(reading.sources, self.range.span)

    def _show_in_grief(self) -> None:
        self._shows_in_grief = True
        self.journal.show(self.journal.reading)
        self.setFocus()

    def _stop_waiting(self) -> None:
        """The questions stand there; what they ask about is still being read."""
        if self.form.stack.currentWidget() is self.form.blank_page:
            self.form.stack.setCurrentWidget(self.form.scroll)

    def _range_chosen(self, chosen: Range) -> None:
        if self._preferences is not None:
            self._preferences.put(TRENDS_RANGE, chosen)

    # Opening

    def _open(self, matter: str | Span) -> None:
        if isinstance(matter, Span):
            self.page_wanted.emit("log", matter)
        else:
            self.teller.open(matter)

    def _watch(self, canvas: ChartCanvas) -> None:
        self.teller.watch(canvas)
        canvas.opened.connect(self._open)
        canvas.panned.connect(lambda steps: self.range.pan(steps * STEP))

    # Making

    def _lay_out(self) -> None:
        form = self.form
        for place in (form.sign_place, form.quiet_sign_place):
            place.addWidget(Sign(self._look, self))
        for card in self.cards:
            form.column.addWidget(card)
            self.desk.add(card)
            if card.kind.key == "going-with":
                card.add_switch(self.tr("Leave out days on which I was drained"))
        form.column.addStretch()
        form.stack.setCurrentWidget(form.blank_page)

    def _connect(self) -> None:
        form = self.form
        self.journal.read.connect(self._show)
        for worker in (self.journal, self.desk, self.deeds):
            worker.failed.connect(self.failed)
        self.deeds.said.connect(self.said)
        self.deeds.windowed.connect(self._watch)
        self.range.changed.connect(self._begin)
        self.range.chosen.connect(self._range_chosen)
        form.scroll.moved.connect(self.desk.go_on)
        form.add_button.clicked.connect(self.quick_add_wanted)
        form.show_button.clicked.connect(self._show_in_grief)
        for card in self.cards:
            self._watch(card.canvas)
            card.canvas.outdated.connect(self.desk.go_on)
            card.options_changed.connect(lambda card=card: self.desk.begin_one(card))
            self.deeds.serve(card)

    # Qt

    def _read_if_seen(self) -> None:
        """Once also before it is seen for the first time: by then, something can be said."""
        ahead = not (self._was_seen or self._is_read_ahead) and self.journal.journal is not None
        if self._stale and (self.isVisible() or ahead):
            self._stale, self._is_read_ahead = False, True
            self.journal.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """It may have changed since it was seen last."""
        super().showEvent(event)
        if not self._was_seen:
            self._was_seen = True
            QTimer.singleShot(_PATIENCE, self, self._stop_waiting)
        if self._midnight is not None:
            self._midnight.look()
        self._read_if_seen()
        self.desk.rest(resting=False)

    def hideEvent(self, event: QHideEvent) -> None:
        """What is not seen is not drawn; who comes back in grief finds it quiet again."""
        super().hideEvent(event)
        if event.spontaneous():
            return
        self.desk.rest()
        self._stale = self._stale or self._shows_in_grief
        self._shows_in_grief = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right look earlier and later."""
        ways = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}
        if event.key() in ways and self.range.isVisible():
            self.range.pan(ways[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
