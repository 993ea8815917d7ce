"""Which days the charts show: a range by name, or own days; and looking earlier and later."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.trends.ranges import Range, may_go_earlier, may_go_later, panned, span_of
from reconnect_desktop.domain.trends.span import Span
from reconnect_desktop.views.forms.range_bar import Ui_RangeBar
from reconnect_desktop.views.kit.dates import short_date_words
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.side_by_side import arrange
from reconnect_desktop.views.kit.tab_order import chain

if TYPE_CHECKING:
    from reconnect_desktop.views.trends.own_days import OwnDays

STEP = 0.5  # of the span's length
_ONE_ROW = 62  # letters m of width, from which on ranges and days stand side by side


class RangeBar(QWidget):
    """Knows the span once it is told what there is.

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
        self.own: OwnDays | None = None
        self.form = Ui_RangeBar()
        self.form.setupUi(self)
        # Time runs from the left in every language.
        self.form.moving.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._enable()

    def set_look(self, look: Look) -> None:
        """Make the choices; called once, before it is shown."""
        form = self.form
        words = {
            Range.THREE_MONTHS: self.tr("3 months"),
            Range.YEAR: self.tr("1 year"),
            Range.EVERYTHING: self.tr("Everything"),
            Range.OWN: self.tr("Own…"),
        }
        form.choices.set_words(list(words.items()), look)
        form.choices.choose(Range.YEAR)
        for value in words:
            form.choices.choices[value].clicked.connect(lambda _on=False, value=value: self.choose(value))
        form.earlier_button.setIcon(look.icon("chevron-left"))
        form.later_button.setIcon(look.icon("chevron-right"))
        form.earlier_button.clicked.connect(lambda: self.pan(-STEP))
        form.later_button.clicked.connect(lambda: self.pan(STEP))
        first, *others = form.choices.choices.values()
        chain(first, [form.earlier_button, form.later_button])
        chain(first, others)  # at once, Qt would take the arrows to follow them already, round the ring
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
        if self.own is not None:
            self.span = self.own.span
            self._enable()
            self.changed.emit()

    def _show(self) -> None:
        form, is_own = self.form, self.range is Range.OWN
        if is_own and self.own is None:
            self.own = self._make_own()
        if self.own is not None:
            self.own.setVisible(is_own)
        form.span_label.setVisible(not is_own)
        if self.span is not None:
            first, last = short_date_words(self.span.first), short_date_words(self.span.last)
            form.span_label.setText(self.tr("{first} – {last}").format(first=first, last=last))
            if self.own is not None:
                self.own.show_span(self.span)
        self._enable()

    def _make_own(self) -> OwnDays:
        """Two calendars take a while to make, and few will ask for them."""
        from reconnect_desktop.views.trends.own_days import OwnDays

        days = OwnDays(self)
        days.changed.connect(self._take_own)
        self.form.column.addWidget(days)
        chain(self.form.later_button, [days.form.first_field, days.form.last_field])
        return days

    def _enable(self) -> None:
        form, span, whole = self.form, self.span, self._whole
        form.earlier_button.setEnabled(bool(span and whole and may_go_earlier(span, whole)))
        form.later_button.setEnabled(bool(span and whole and may_go_later(span, whole)))

    def _fit(self) -> None:
        side = max(16, self.fontMetrics().height())
        for button in (self.form.earlier_button, self.form.later_button):
            button.setIconSize(QSize(side, side))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another arrangement."""
        super().resizeEvent(event)
        arrange(self, (self.form.row, _ONE_ROW))

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more room, too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            arrange(self, (self.form.row, _ONE_ROW))
