"""Settings: whether, how often and when the desktop shows a notification."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.quiet_hours import QuietHours
from reconnect_desktop.domain.reminding import EVERY_CHOICES
from reconnect_desktop.domain.settings import NOTIFY, NOTIFY_EVERY, NOTIFY_HOURS
from reconnect_desktop.language import tr_n
from reconnect_desktop.views.forms.notifications_section import Ui_NotificationsSection
from reconnect_desktop.views.settings.kept import Kept


class NotificationsSection(QWidget):
    """Off until wanted; at most one in so many days, in a window of the day."""

    def __init__(self, kept: Kept, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        self.form = Ui_NotificationsSection()
        self.form.setupUi(self)
        self._fill()
        self.form.notify_box.clicked.connect(self._take_wanted)
        self.form.every_box.activated.connect(self._take_every)
        self.form.from_box.activated.connect(self._take_hours)
        self.form.until_box.activated.connect(self._take_hours)

    def _fill(self) -> None:
        form, locale = self.form, QLocale()
        for days in EVERY_CHOICES:
            form.every_box.addItem(tr_n("{count} day", "{count} days", days))
        for box in (form.from_box, form.until_box):
            for hour in range(24):
                box.addItem(locale.toString(QTime(hour, 0), QLocale.FormatType.ShortFormat), hour)
        self._show()

    def _show(self) -> None:
        """As it is kept."""
        form, kept = self.form, self._kept
        form.notify_box.setChecked(kept.value(NOTIFY))
        form.every_box.setCurrentIndex(EVERY_CHOICES.index(kept.value(NOTIFY_EVERY)))
        hours = kept.value(NOTIFY_HOURS)
        form.from_box.setCurrentIndex(hours.start)
        form.until_box.setCurrentIndex(hours.end)
        for part in (form.every_box, form.from_box, form.until_box):
            part.setEnabled(form.notify_box.isChecked())

    def _take_wanted(self, wanted: bool) -> None:
        self._kept.choose(NOTIFY, wanted, self.form.problem.say)
        self._show()

    def _take_every(self, row: int) -> None:
        self._kept.choose(NOTIFY_EVERY, EVERY_CHOICES[row], self.form.problem.say)
        self._show()

    def _take_hours(self) -> None:
        hours = QuietHours(self.form.from_box.currentIndex(), self.form.until_box.currentIndex())
        self._kept.choose(NOTIFY_HOURS, hours, self.form.problem.say)
        self._show()
