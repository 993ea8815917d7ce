"""When it was: "Just now" until somebody says otherwise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTime, QTimeZone, Signal
from PySide6.QtWidgets import QCalendarWidget, QDateTimeEdit, QPushButton, QWidget

from reconnect_desktop.views.kit.flow import Flow
from reconnect_desktop.views.kit.look import Look


class WhenField(Flow):
    """A button that says "Just now", and behind it a date and time.

    changed: another time, or "just now" again. `local()` is None for "just now".
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: Callable[[], datetime] | None = None
        self._kept: datetime | None = None
        self._again_allowed = True
        self.now_button = QPushButton(self.tr("Just now"), self)
        self.now_button.setToolTip(self.tr("Choose another time"))
        self.now_button.setAccessibleDescription(self.tr("Choose another time"))
        self.edit = QDateTimeEdit(self)
        # A date and time runs from the left in every language; Qt would turn 18:40 into 40:18.
        self.edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        # Wall time as it is written: in the computer's zone Qt would move what falls into a clock change.
        self.edit.setTimeZone(QTimeZone.utc())
        self.edit.setCalendarPopup(True)
        self.edit.setDisplayFormat(_display_format())
        self.edit.setAccessibleName(self.tr("When"))
        self.again_button = QPushButton(self.tr("Just now"), self)
        self.again_button.setProperty("kind", "text")
        self.setFocusProxy(self.now_button)
        self._show_edit(shown=False)
        self.now_button.clicked.connect(self._open)
        self.again_button.clicked.connect(self._close)
        self.edit.dateTimeChanged.connect(lambda _moment: self.changed.emit())

    def set_up(self, look: Look, offered: Callable[[], datetime]) -> None:
        """`offered` tells the local time to begin with when another than "just now" is wanted."""
        self.now_button.setIcon(look.icon("clock", "muted"))
        self._offered = offered

    def local(self) -> datetime | None:
        """The naive local time that is shown, or None for "just now"."""
        if self.edit.isHidden():
            return None
        date, time = self.edit.date(), self.edit.time()
        shown = datetime(date.year(), date.month(), date.day(), time.hour(), time.minute())
        # Seconds are not shown: a time that was put in and left alone comes back whole.
        kept = self._kept
        return kept if kept is not None and kept.replace(second=0) == shown else shown

    def set_local(self, local: datetime | None) -> None:
        """Show a time, or "just now"; without telling anybody."""
        self.edit.blockSignals(True)
        if local is not None:
            self.edit.setDateTime(
                QDateTime(
                    QDate(local.year, local.month, local.day),
                    QTime(local.hour, local.minute),
                    QTimeZone.utc(),
                )
            )
        self.edit.blockSignals(False)
        self._kept = local
        self._show_edit(shown=local is not None)

    def forbid_just_now(self) -> None:
        """There is no way back to "just now": for an interaction of long ago."""
        self._again_allowed = False
        self._show_edit(shown=not self.edit.isHidden())

    def _open(self) -> None:
        self.set_local(self._offered() if self._offered else datetime(2000, 1, 1))  # set_up comes first
        self._kept = None
        self._calm_calendar()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _calm_calendar(self) -> None:
        """No red weekends, and no numbers of weeks."""
        calendar = self.edit.calendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, calendar.weekdayTextFormat(Qt.DayOfWeek.Monday))

    def _close(self) -> None:
        self.set_local(None)
        self.now_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _show_edit(self, *, shown: bool) -> None:
        visible = {
            self.now_button: not shown,
            self.edit: shown,
            self.again_button: shown and self._again_allowed,
        }
        self.parts = [widget for widget, is_visible in visible.items() if is_visible]
        for widget, is_visible in visible.items():
            widget.setVisible(is_visible)
        self.setFocusProxy(self.edit if shown else self.now_button)
        self.updateGeometry()
        self.place_parts()


def _display_format() -> str:
    """The locale's short date with the weekday and all digits of the year, and its time."""
    locale = QLocale()
    date = locale.dateFormat(QLocale.FormatType.ShortFormat)
    if "yyyy" not in date:
        date = date.replace("yy", "yyyy")
    return f"ddd {date}  {locale.timeFormat(QLocale.FormatType.ShortFormat)}"
