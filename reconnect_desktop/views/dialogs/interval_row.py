"""One interval of a rhythm: wanted or not, how many days are good, and how many still fine."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.domain.rhythm import DAYS, Interval
from reconnect_desktop.language import tr_n
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.output.rhythm_words import every_words, up_to_words
from reconnect_desktop.views.forms.interval_row import Ui_IntervalRow


class IntervalRow(QWidget):
    """A box to tick, and the two numbers below it while it is.

    changed: the user chose something else; it may be what cannot be taken yet.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered = 7
        self._filled = False
        self.form = Ui_IntervalRow()
        self.form.setupUi(self)
        form = self.form
        form.good.set_phrase(lambda days: tr_n("every day", "every {count} days", days))
        form.fine.set_phrase(lambda days: tr_n("up to {count} day", "up to {count} days", days))
        form.wanted.toggled.connect(self._show_days)
        form.wanted.clicked.connect(self.changed)
        form.good.valueChanged.connect(self._move_good)
        form.fine.valueChanged.connect(self._move_fine)
        self.set_interval(None)

    def set_up(self, words: str) -> None:
        """What the interval is of."""
        self.form.wanted.setText(words)
        self.form.good.setAccessibleName(self.tr("{what}: good").format(what=words))
        self.form.fine.setAccessibleName(self.tr("{what}: still fine").format(what=words))

    def offer(self, days: float | None) -> None:
        """The good interval to begin with where none is chosen yet."""
        self._offered = min(max(DAYS.start, round(days)), DAYS.stop - 1) if days else 7
        if not self._filled:
            self._fill(self._offered, 2 * self._offered)

    def set_interval(self, interval: Interval | None) -> None:
        """Show this one, or none; without telling anybody."""
        self._filled = interval is not None
        if interval is None:
            self._fill(self._offered, 2 * self._offered)
        else:
            self._fill(interval.good, interval.fine)
        self.form.wanted.setChecked(interval is not None)
        self._show_days(interval is not None)

    def interval(self) -> Interval | None:
        """What is chosen; None while the box is empty. Raises Invalid, having said beside the numbers what is wrong."""
        if not self.form.wanted.isChecked():
            return None
        try:
            return Interval(self.form.good.value(), self.form.fine.value())
        except Invalid as problem:
            self.form.problem.say(explain(problem))
            raise

    def _fill(self, good: int, fine: int) -> None:
        self.form.good.set_days(good)
        self.form.fine.set_days(fine)
        self._say_words()

    def _move_good(self, good: int) -> None:
        """What is still fine goes along, so that it is never less than what is good."""
        self._filled = True
        if self.form.fine.value() < good:
            self._fill(good, good)
        self._tell()

    def _move_fine(self) -> None:
        self._filled = True
        self._tell()

    def _tell(self) -> None:
        self._say_words()
        self.form.problem.say("")
        self.changed.emit()

    def _say_words(self) -> None:
        """What the numbers come to, where words say more than the digits do."""
        form = self.form
        for field, label, words in (
            (form.good, form.good_words, every_words),
            (form.fine, form.fine_words, up_to_words),
        ):
            days = field.value()
            said = words(days)
            label.setText("" if str(days) in said or said == field.text() else said)

    def _show_days(self, shown: bool) -> None:
        self.form.days.setVisible(shown)
        self.form.problem.say("")
