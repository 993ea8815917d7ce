"""What the Log is narrowed to: media, closeness, length, dates, tags."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QFrame, QHBoxLayout, QPushButton, QWidget

from reconnect_desktop.domain.filter import EVERYTHING, Filter
from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.spans import first_of_month, first_of_year, months_before
from reconnect_desktop.output.sentences import medium_word
from reconnect_desktop.output.tag_names import shown_tag
from reconnect_desktop.views.forms.filter_bar import Ui_FilterBar
from reconnect_desktop.views.kit.chip import Chip
from reconnect_desktop.views.kit.dates import field_format, short_date_words
from reconnect_desktop.views.kit.flow_layout import FlowLayout
from reconnect_desktop.views.kit.icons import roomy
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.log.closeness_span import ClosenessSpan
from reconnect_desktop.views.log.log_matches import named_tags
from reconnect_desktop.views.quick_add.medium_buttons import ICONS

# Lowest and highest minutes of the classes of length; a call of half an hour belongs to both its neighbours.
LENGTHS: tuple[tuple[int, int] | None, ...] = (None, (0, 10), (10, 30), (30, 60), (61, 24 * 60))
_TO = "\N{EN DASH}"
_OWN = 4  # the place of "Own dates" among the dates


@dataclass(frozen=True)
class Narrowing:
    """One thing that narrows the Log, in words, and how to drop it."""

    words: str
    drop: Callable[[], None]


class FilterBar(QFrame):
    """The panel of filters.

    changed: the user wants something else.
    """

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_FilterBar()
        self.form.setupUi(self)
        self._today = date.today()  # noqa: DTZ011 - until the journal's day is told
        self._quiet = False
        self._make_media(look)
        self._make_closeness(look)
        self._make_more()
        look.changed.connect(self._fit)
        self._fit()

    def set_today(self, today: date) -> None:
        """The day that "this month" is counted from."""
        if today != self._today:
            self._today = today
            if self.form.dates.currentIndex() != _OWN:
                self._offer_own_dates()

    def set_tags(self, tags: list[str]) -> None:
        """The tags there are, the most used first."""
        self.form.tags.set_known(tags)

    def wanted(self, text: str = "") -> Filter:
        """What is asked for, with the words that were typed."""
        since, until = self._dates()
        return Filter(
            text=text,
            named=named_tags(text),
            since=since,
            until=until,
            media=frozenset(medium for medium, button in self.media.items() if button.isChecked()),
            closeness=self.span.span,
            minutes=LENGTHS[self.form.length.currentIndex()],
            tags=self.form.tags.chosen,
            unrated=self.unrated.isChecked(),
        )

    def show_filter(self, wanted: Filter) -> None:
        """Set all choices to those of `wanted` (its text aside; dates become own ones), and tell once."""
        self._quiet = True
        for medium, button in self.media.items():
            button.setChecked(medium in wanted.media)
        self.span.span = wanted.closeness
        self.unrated.setChecked(wanted.unrated)
        self.form.length.setCurrentIndex(LENGTHS.index(wanted.minutes) if wanted.minutes in LENGTHS else 0)
        self.form.dates.setCurrentIndex(_OWN if wanted.since or wanted.until else 0)
        if wanted.since or wanted.until:
            self.form.since.setDate(_qdate(wanted.since or date(1900, 1, 1)))
            self.form.until.setDate(_qdate(wanted.until or self._today))
        self.form.tags.choose(wanted.tags)
        self._quiet = False
        self._tell()

    def clear(self) -> None:
        """Ask for nothing."""
        self.show_filter(EVERYTHING)

    def media_focus(self) -> None:
        """Begin with the first choice."""
        self.media[Medium.CALL].setFocus(Qt.FocusReason.TabFocusReason)

    def narrowings(self) -> list[Narrowing]:
        """What narrows the Log now, in the order of the panel."""
        wanted, form = self.wanted(), self.form
        found = [
            Narrowing(medium_word(medium), partial(button.setChecked, False))
            for medium, button in self.media.items()
            if button.isChecked()
        ]
        if wanted.closeness:
            found.append(Narrowing(self._span_words(wanted.closeness), self._drop_span))
        if wanted.unrated:
            found.append(Narrowing(self.unrated.text(), lambda: self.unrated.setChecked(False)))
        if wanted.minutes:
            found.append(Narrowing(form.length.currentText(), lambda: form.length.setCurrentIndex(0)))
        if wanted.since or wanted.until:
            found.append(Narrowing(self._date_words(wanted), lambda: form.dates.setCurrentIndex(0)))
        found += [Narrowing(shown_tag(tag), partial(self._drop_tag, tag)) for tag in wanted.tags]
        return found

    def _make_media(self, look: Look) -> None:
        row = FlowLayout(self.form.media_place)
        self.media: dict[Medium, QPushButton] = {}
        for medium in Medium:
            button = Chip(medium_word(medium), self.form.media_place)
            button.setIcon(look.icon(ICONS[medium], f"medium_{medium.value}", "accent"))
            button.toggled.connect(self._tell)
            row.addWidget(button)
            self.media[medium] = button
        self.form.media_label.setBuddy(self.media[Medium.CALL])

    def _make_closeness(self, look: Look) -> None:
        row = FlowLayout(self.form.closeness_place, gap=2)
        self.span = ClosenessSpan(look, self.form.closeness_place)
        self.unrated = QCheckBox(self.tr("Not rated yet"), self.form.closeness_place)
        apart = QWidget(self.form.closeness_place)
        beside = QHBoxLayout(apart)
        beside.setContentsMargins(14, 0, 0, 0)
        beside.addWidget(self.unrated)
        for part in (*self.span.figures.values(), apart):
            row.addWidget(part)
        self.form.closeness_label.setBuddy(self.span.figures[1])
        self.span.changed.connect(self._span_changed)
        self.unrated.toggled.connect(self._unrated_changed)

    def _make_more(self) -> None:
        form = self.form
        row = FlowLayout(form.more_place, gap=16)
        for part in (form.length, form.dates_pair, form.own_pair, form.tags_pair):
            row.addWidget(part)
        form.length.addItems(
            [
                self.tr("Any length"),
                self.tr("Up to 10 min"),
                self.tr("10–30 min"),
                self.tr("30–60 min"),
                self.tr("Over an hour"),
            ]
        )
        form.dates.addItems(
            [
                self.tr("Any time"),
                self.tr("This month"),
                self.tr("Last 3 months"),
                self.tr("This year"),
                self.tr("Own dates…"),
            ]
        )
        for field in (form.since, form.until):
            field.setDisplayFormat(field_format())
            field.dateChanged.connect(self._tell)
        self._offer_own_dates()
        form.own_pair.hide()
        form.length.currentIndexChanged.connect(self._tell)
        form.dates.currentIndexChanged.connect(self._dates_changed)
        form.tags.changed.connect(self._tell)

    def _fit(self) -> None:
        """Icons as large as the text; labels in the middle of the first line beside them."""
        form, side = self.form, max(16, self.fontMetrics().height())
        for button in self.media.values():
            button.setIconSize(roomy(side))
        beside: dict[QWidget, QWidget] = {
            form.media_label: self.media[Medium.CALL],
            form.closeness_label: self.span.figures[1],
            form.length_label: form.length,
        }
        for label, field in beside.items():
            label.setMinimumHeight(field.sizeHint().height())

    def _offer_own_dates(self) -> None:
        self._quiet, quiet = True, self._quiet
        for field, day in ((self.form.since, months_before(self._today, 1)), (self.form.until, self._today)):
            field.setMaximumDate(_qdate(self._today))
            field.setDate(_qdate(day))
        self._quiet = quiet

    def _dates(self) -> tuple[date | None, date | None]:
        choice = self.form.dates.currentIndex()
        if choice == _OWN:
            since, until = sorted((_day(self.form.since), _day(self.form.until)))
            return since, until
        since_when = (
            None,
            first_of_month(self._today),
            months_before(self._today, 3),
            first_of_year(self._today),
        )
        return since_when[choice], None

    def _dates_changed(self, choice: int) -> None:
        self.form.own_pair.setVisible(choice == _OWN)
        self._tell()

    def _span_changed(self) -> None:
        # What is rated so and so is rated: both together would ask for nothing at all.
        self._quiet = True
        if self.span.span:
            self.unrated.setChecked(False)
        self._quiet = False
        self._tell()

    def _unrated_changed(self, on: bool) -> None:
        if on:
            self.span.span = None
        self._tell()

    def _drop_span(self) -> None:
        self.span.span = None
        self._tell()

    def _drop_tag(self, tag: str) -> None:
        self.form.tags.choose(tuple(other for other in self.form.tags.chosen if other != tag))
        self._tell()

    def _span_words(self, span: tuple[int, int]) -> str:
        low, high = span
        return self.tr("Closeness {}").format(str(low) if low == high else f"{low}{_TO}{high}")

    def _date_words(self, wanted: Filter) -> str:
        if self.form.dates.currentIndex() != _OWN or not (wanted.since and wanted.until):
            return self.form.dates.currentText()
        first, last = short_date_words(wanted.since), short_date_words(wanted.until)
        return first if first == last else f"{first} {_TO} {last}"

    def _tell(self) -> None:
        if not self._quiet:
            self.changed.emit()


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _day(field: QDateEdit) -> date:
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())
