"""Which days the charts show: a range by name, or own days; and looking earlier and later."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.trends.ranges import Range, may_go_earlier, may_go_later, panned, span_of
from reconnect_desktop.domain.trends.span import Span, own
from reconnect_desktop.views.forms.range_bar import Ui_RangeBar
from reconnect_desktop.views.kit.dates import short_date_words
from reconnect_desktop.views.kit.flow_layout import FlowLayout
from reconnect_desktop.views.kit.look import Look

STEP = 0.5  # of the span's length


class RangeBar(QWidget):
    """Knows the span once the sources are told.

    changed: the user wants to see other days. chosen: another range, to be remembered.
    """

    changed = Signal()
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date.min
        self._whole: Span | None = None  # all there is
        self._moved = False  # away from where its range begins
        self.span: Span | None = None
        self.form = Ui_RangeBar()
        self.form.setupUi(self)
        row = FlowLayout(self.form.row, gap=12)
        row.addWidget(self.form.choices)
        row.addWidget(self.form.moving)
        self.form.own.hide()
        self._enable()

    def set_look(self, look: Look) -> None:
        """Make the choices; called once, before it is shown."""
        words = {
            Range.THREE_MONTHS: self.tr("3 months"),
            Range.YEAR: self.tr("1 year"),
            Range.EVERYTHING: self.tr("Everything"),
            Range.OWN: self.tr("Own…"),
        }
        choices = self.form.choices
        choices.set_words(list(words.items()), look)
        choices.choose(Range.YEAR)
        for value in words:
            choices.choices[value].clicked.connect(lambda _on=False, value=value: self.choose(value))
        for button, icon in (
            (self.form.earlier_button, "chevron-left"),
            (self.form.later_button, "chevron-right"),
        ):
            button.setIcon(look.icon(icon))
        self.form.earlier_button.clicked.connect(lambda: self.pan(-STEP))
        self.form.later_button.clicked.connect(lambda: self.pan(STEP))
        self.form.first_field.dateChanged.connect(self._take_own)
        self.form.last_field.dateChanged.connect(self._take_own)
        look.changed.connect(self._fit)
        self._fit()

    @property
    def range(self) -> Range:
        """The chosen one."""
        value = self.form.choices.chosen_value()
        return value if isinstance(value, Range) else Range.YEAR

    def set_whole(self, today: date, whole: Span) -> None:
        """What there is, as of this day: the span follows it, unless one looks at other days."""
        self._today, self._whole = today, whole
        if self.span is None or not (self._moved or self.range is Range.OWN):
            self.span = span_of(self.range, today, whole)
        self._show()

    def choose(self, chosen: Range) -> None:
        """Show this range as of today; own days begin with what is shown."""
        self.form.choices.choose(chosen)
        self._moved = False
        if self._whole is not None and chosen is not Range.OWN:
            self.span = span_of(chosen, self._today, self._whole)
        self._show()
        self.chosen.emit(chosen)
        self.changed.emit()

    def pan(self, by: float) -> None:
        """Look earlier (`by` < 0) or later by that part of the span, as far as there is anything."""
        if self._whole is None or self.span is None:
            return
        there = panned(self.span, by, self._whole)
        if there != self.span:
            self.span, self._moved = there, True
            self._show()
            self.changed.emit()

    def _take_own(self) -> None:
        first, last = sorted((self.form.first_field.day(), self.form.last_field.day()))
        self.span = own(first, last)
        self._enable()
        self.changed.emit()

    def _show(self) -> None:
        form, span = self.form, self.span
        form.own.setVisible(self.range is Range.OWN)
        form.span_label.setVisible(self.range is not Range.OWN)
        if span is not None:
            form.span_label.setText(self._words(span))
            for field, day in ((form.first_field, span.first), (form.last_field, span.last)):
                field.blockSignals(True)
                field.set_day(day)
                field.blockSignals(False)
        self._enable()

    def _words(self, span: Span) -> str:
        first, last = short_date_words(span.first), short_date_words(span.last)
        return self.tr("{first} – {last}").format(first=first, last=last)

    def _enable(self) -> None:
        form, span, whole = self.form, self.span, self._whole
        form.earlier_button.setEnabled(bool(span and whole and may_go_earlier(span, whole)))
        form.later_button.setEnabled(bool(span and whole and may_go_later(span, whole)))

    def _fit(self) -> None:
        side = max(16, self.fontMetrics().height())
        for button in (self.form.earlier_button, self.form.later_button):
            button.setIconSize(QSize(side, side))
