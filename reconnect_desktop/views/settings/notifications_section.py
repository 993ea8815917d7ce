"""Settings: whether, how often and when the desktop shows a notification."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QTime
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.quiet_hours import QuietHours
from reconnect_desktop.domain.reminding import EVERY_CHOICES
from reconnect_desktop.domain.settings import NOTIFY, NOTIFY_EVERY, NOTIFY_HOURS
from reconnect_desktop.language import tr_n
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.forms.notifications_section import Ui_NotificationsSection
from reconnect_desktop.views.notifying.notifier import is_served
from reconnect_desktop.views.preferences import IN_TRAY, Preferences
from reconnect_desktop.views.settings.kept import Kept
from reconnect_desktop.views.tray.place import Place, SystemPlace


class NotificationsSection(QWidget):
    """Off until wanted; at most one in so many days, in a window of the day.

    place, served: stand-ins for this desktop's tray, and for whether it shows notifications without one.
    """

    def __init__(
        self,
        kept: Kept,
        preferences: Preferences,
        background: Background,
        *,
        place: Place | None = None,
        served: Callable[[], bool] = is_served,
    ) -> None:
        super().__init__()
        self._kept, self._preferences, self._background = kept, preferences, background
        self._place, self._served = place or SystemPlace(), served
        self.form = Ui_NotificationsSection()
        self.form.setupUi(self)
        self.form.nobody_words.hide()
        self._fill()
        self.form.notify_box.clicked.connect(self._take_wanted)
        self.form.every_box.activated.connect(self._take_every)
        self.form.from_box.activated.connect(self._take_hours)
        self.form.until_box.activated.connect(self._take_hours)

    def showEvent(self, event: QShowEvent) -> None:
        """Look again who shows them: the tray is switched on and off in another section."""
        super().showEvent(event)
        self._background.beside().run(self._served, self._take_served, lambda _error: None)

    def _take_served(self, served: bool) -> None:
        wanted = self._preferences.get(IN_TRAY) == "yes"
        there = served or (wanted and self._place.is_there(at_last=True))
        self.form.nobody_words.setVisible(not there)

    def _fill(self) -> None:
        form, locale = self.form, QLocale()
        for days in EVERY_CHOICES:
            form.every_box.addItem(tr_n("once a day", "once in {count} days", days))
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
