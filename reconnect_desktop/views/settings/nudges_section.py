"""Settings: whether, how often and when suggestions come by themselves."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.quiet_hours import QuietHours
from reconnect_desktop.domain.settings import (
    CAUSES_ASKED,
    NUDGES,
    NUDGES_MOST,
    NUDGES_MOST_CHOICES,
    QUIET_HOURS,
    REVIEW_ON_TODAY,
)
from reconnect_desktop.views.forms.nudges_section import Ui_NudgesSection
from reconnect_desktop.views.settings.kept import Kept


class NudgesSection(QWidget):
    """Suggestions on or off, how many in 30 days, quiet hours, the question after a low rating, and the word of a month."""

    def __init__(self, kept: Kept, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        self.form = Ui_NudgesSection()
        self.form.setupUi(self)
        self._fill()
        self.form.nudges_box.clicked.connect(self._take_nudges)
        self.form.most_box.activated.connect(self._take_most)
        self.form.from_box.activated.connect(self._take_hours)
        self.form.until_box.activated.connect(self._take_hours)
        self.form.causes_box.clicked.connect(self._take_causes)
        self.form.review_box.clicked.connect(self._take_review)

    def _fill(self) -> None:
        form, locale = self.form, QLocale()
        words = {1: self.tr("once"), 2: self.tr("twice"), 4: self.tr("four times")}
        for most in NUDGES_MOST_CHOICES:
            form.most_box.addItem(words[most], most)
        for box in (form.from_box, form.until_box):
            for hour in range(24):
                box.addItem(locale.toString(QTime(hour, 0), QLocale.FormatType.ShortFormat), hour)
        self._show()

    def _show(self) -> None:
        """As it is kept."""
        form, kept = self.form, self._kept
        form.nudges_box.setChecked(kept.value(NUDGES))
        form.most_box.setCurrentIndex(NUDGES_MOST_CHOICES.index(kept.value(NUDGES_MOST)))
        hours = kept.value(QUIET_HOURS)
        form.from_box.setCurrentIndex(hours.start)
        form.until_box.setCurrentIndex(hours.end)
        form.causes_box.setChecked(kept.value(CAUSES_ASKED))
        form.review_box.setChecked(kept.value(REVIEW_ON_TODAY))
        for part in (form.most_box, form.from_box, form.until_box):
            part.setEnabled(form.nudges_box.isChecked())

    def _take_nudges(self, wanted: bool) -> None:
        self._kept.choose(NUDGES, wanted, self.form.problem.say)
        self._show()

    def _take_most(self, row: int) -> None:
        self._kept.choose(NUDGES_MOST, NUDGES_MOST_CHOICES[row], self.form.problem.say)
        self._show()

    def _take_hours(self) -> None:
        hours = QuietHours(self.form.from_box.currentIndex(), self.form.until_box.currentIndex())
        self._kept.choose(QUIET_HOURS, hours, self.form.problem.say)
        self._show()

    def _take_causes(self, wanted: bool) -> None:
        self._kept.choose(CAUSES_ASKED, wanted, self.form.problem.say)
        self._show()

    def _take_review(self, wanted: bool) -> None:
        self._kept.choose(REVIEW_ON_TODAY, wanted, self.form.problem.say)
        self._show()
