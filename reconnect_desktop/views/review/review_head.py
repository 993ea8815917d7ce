"""The head of the Review page: which month or year it is, and the ways to others."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.months import Month
from reconnect_desktop.views.forms.review_page import Ui_ReviewPage
from reconnect_desktop.views.kit.icons import back, onward
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.side_by_side import arrange
from reconnect_desktop.views.review.review_actions import ReviewActions
from reconnect_desktop.views.review.review_reading import MonthReading, Reading
from reconnect_desktop.views.review.sheet_view import is_narrow, set_kind

_ONE_ROW = 52  # letters m of width, from which on it is one row
_MONTH, _YEAR = "month", "year"


class ReviewHead(QObject):
    """Acts on its part of the page's form. month_wanted: a Month; year_wanted: a year."""

    month_wanted = Signal(object)
    year_wanted = Signal(int)

    def __init__(self, form: Ui_ReviewPage, look: Look, acts: ReviewActions, page: QWidget) -> None:
        super().__init__(page)
        self._form, self._acts, self._page = form, acts, page
        self._reading: Reading | None = None
        self._at: Month | int | None = None  # what is wanted, shown or not yet
        form.switch.set_words([(_MONTH, self.tr("Month")), (_YEAR, self.tr("Year"))], look)
        form.more_button.setMenu(acts.menu())
        for button, icon in (
            (form.more_button, "ellipsis"),
            (form.earlier_button, back()),
            (form.later_button, onward()),
        ):
            button.setIcon(look.icon(icon))
        form.earlier_button.clicked.connect(acts.earlier.trigger)
        form.later_button.clicked.connect(acts.later.trigger)
        form.month_box.month_chosen.connect(self.month_wanted)
        form.month_box.year_chosen.connect(self.year_wanted)
        form.switch.chosen.connect(self._switch)
        acts.earlier.triggered.connect(lambda: self._step(-1))
        acts.later.triggered.connect(lambda: self._step(1))

    def stops(self) -> list[QWidget]:
        """Where Tab stops in it."""
        form = self._form
        turning = [form.earlier_button, form.later_button, form.month_box]
        return [*turning, form.switch, *form.switch.parts, form.more_button]

    def show(self, reading: Reading) -> None:
        """Name what is shown."""
        form, shown = self._form, reading.shown
        self._reading = reading
        is_month = isinstance(shown, MonthReading)
        if isinstance(shown, MonthReading):
            self._at = shown.month
            form.month_box.show_months(reading.months, shown.month)
        elif shown is not None:
            self._at = shown.year
            form.month_box.show_years([month.year for month in reading.months], shown.year)
        form.switch.choose(_MONTH if is_month else _YEAR)
        before = self.tr("Month before") if is_month else self.tr("Year before")
        after = self.tr("Month after") if is_month else self.tr("Year after")
        for button, words in ((form.earlier_button, before), (form.later_button, after)):
            button.setAccessibleName(words)
            button.setToolTip(words)
        self.enable()

    def go_to(self, at: Month | int) -> None:
        """This is wanted now, and will be shown in a moment: the next step goes on from here."""
        self._at = at
        self.enable()

    def forget(self) -> None:
        """There is nothing shown."""
        self._reading = self._at = None
        self.enable()

    def enable(self) -> None:
        """Offer only what there is."""
        earlier = self._at is not None and self._beside(-1) is not None
        later = self._at is not None and self._beside(1) is not None
        self._acts.enable(earlier=earlier, later=later, shown=self._at is not None)
        self._form.earlier_button.setEnabled(earlier)
        self._form.later_button.setEnabled(later)

    def fit(self, side: int) -> None:
        """As wide as what is below it: `side` is how far from the edge that begins."""
        form = self._form
        icon = max(16, self._page.fontMetrics().height())
        for button in (form.earlier_button, form.later_button, form.more_button):
            button.setIconSize(QSize(icon, icon))
        arrange(self._page, (form.head, _ONE_ROW))
        set_kind(form.month_box, "narrow" if is_narrow(self._page) else "")
        form.head.setContentsMargins(side, 24, side, 12)

    def _beside(self, by: int) -> Month | int | None:
        """What is before or after, within what there is."""
        reading, at = self._reading, self._at
        if reading is None or at is None:
            return None
        first = min(reading.months, default=reading.running)
        if isinstance(at, Month):
            month = at.ahead(by)
            return month if first <= month <= reading.running else None
        return at + by if first.year <= at + by <= reading.running.year else None

    def _step(self, by: int) -> None:
        self._go(self._beside(by))

    def _switch(self, to: object) -> None:
        reading, at = self._reading, self._at
        if isinstance(at, Month) and to == _YEAR:
            self._go(at.year)
        elif reading is not None and isinstance(at, int) and to == _MONTH:
            last = [month for month in reading.months if month.year == at]
            self._go(max(last, default=Month(at, 1)))

    def _go(self, to: Month | int | None) -> None:
        if isinstance(to, Month):
            self.month_wanted.emit(to)
        elif to is not None:
            self.year_wanted.emit(to)
