"""A field for a day, as the locale writes it, with a calm calendar behind it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QWidget

from reconnect_desktop.views.kit.dates import field_format

_FIRST = QDate(1900, 1, 1)


class DayField(QDateEdit):
    """Days only, from 1900 on; past and coming ones."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A date runs from the left in every language; Qt would turn its parts round.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setCalendarPopup(True)
        self.setDisplayFormat(field_format())
        self.setMinimumDate(_FIRST)
        self._calm_calendar()

    def day(self) -> date:
        """The day that is shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_day(self, day: date) -> None:
        """Show another day."""
        self.setDate(QDate(day.year, day.month, day.day))

    def _calm_calendar(self) -> None:
        """No red weekends, and no numbers of weeks."""
        calendar = self.calendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, calendar.weekdayTextFormat(Qt.DayOfWeek.Monday))
