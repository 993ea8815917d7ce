"""The quiet word on Today, in the first days of a month, that the one before is ready to look back on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from reconnect_desktop.domain.months import Month
from reconnect_desktop.views.forms.month_ready_card import Ui_MonthReadyCard
from reconnect_desktop.views.kit.side_by_side import arrange
from reconnect_desktop.views.kit.tab_order import chain, focusable_before
from reconnect_desktop.views.today.today_journal import TodayJournal
from reconnect_desktop.views.today.today_reading import Reading

_ONE_ROW = 44  # letters m of width


class MonthReadyCard(QFrame):
    """Which month it is, and two buttons of `form`: to look back on it, and not now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_MonthReadyCard()
        self.form.setupUi(self)

    def show_month(self, month: Month) -> None:
        """Tell of this one."""
        name = QLocale().standaloneMonthName(month.month)
        self.form.words.setText(self.tr("{month} is ready to look back on.").format(month=name))
        self.form.look_button.setAccessibleName(self.tr("Look back on {month}").format(month=name))
        self.setAccessibleName(self.form.words.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons below the words where it is narrow."""
        super().resizeEvent(event)
        arrange(self, (self.form.row, _ONE_ROW))

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            arrange(self, (self.form.row, _ONE_ROW))


class MonthReady(QObject):
    """Says it once. wanted: the Month to look back on."""

    wanted = Signal(object)

    def __init__(self, journal: TodayJournal, page: QWidget) -> None:
        super().__init__(page)
        self._journal, self._page = journal, page
        self._month: Month | None = None
        self.card: MonthReadyCard | None = None  # made when there is something to say

    def show(self, reading: Reading, place: QBoxLayout, after: QWidget) -> None:
        """Tell of the month that is ready, in `place`; `after` is what Tab comes to after it."""
        self._month = reading.month_ready
        if self._month is not None:
            card = self.card = self.card or self._make_card(place, after)
            card.show_month(self._month)
        if self.card is not None:
            self.card.setVisible(self._month is not None)

    def _make_card(self, place: QBoxLayout, after: QWidget) -> MonthReadyCard:
        card = MonthReadyCard(self._page)
        card.form.look_button.clicked.connect(self._look_back)
        card.form.later_button.clicked.connect(self._put_away)
        place.addWidget(card)
        chain(focusable_before(after), [card.form.later_button, card.form.look_button])
        return card

    def _look_back(self) -> None:
        month = self._month
        self._put_away()
        self.wanted.emit(month)

    def _put_away(self) -> None:
        if self._month is not None:
            self._journal.put_month_away(self._month)
