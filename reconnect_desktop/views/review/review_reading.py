"""Everything the Review page shows, read from the journal in one go, off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtCore import QLocale

from reconnect_desktop.domain.months import Month, month_of
from reconnect_desktop.domain.records import Reflection
from reconnect_desktop.domain.review.month_review import MonthReview
from reconnect_desktop.domain.review.which_month import shown_first
from reconnect_desktop.domain.review.year_review import YearReview
from reconnect_desktop.domain.settings import HER_NAME, REVIEW_RHYTHM_KEPT
from reconnect_desktop.domain.trends.closeness import Dot
from reconnect_desktop.domain.trends.sources import Point
from reconnect_desktop.journal import Journal
from reconnect_desktop.output.review_options import Options
from reconnect_desktop.output.review_words import sheet_of
from reconnect_desktop.output.sheet import Sheet
from reconnect_desktop.views.kit.paper import usual_paper


@dataclass(frozen=True, kw_only=True)
class MonthReading:
    """One month. intended: what one had in mind for it a month before, or ""; offers: whether the rhythm may be moved."""

    review: MonthReview
    sheet: Sheet
    intended: str
    offers: bool

    @property
    def month(self) -> Month:
        """The month it is."""
        return self.review.month


@dataclass(frozen=True, kw_only=True)
class YearReading:
    """One year."""

    review: YearReview
    sheet: Sheet

    @property
    def year(self) -> int:
        """The year it is."""
        return self.review.year


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What the page is made of; `shown` is None where there is nothing to look back on.

    months: those with anything in them, newest first; running: today's.
    """

    months: tuple[Month, ...]
    running: Month
    options: Options
    shown: MonthReading | YearReading | None = None

    @cached_property
    def points(self) -> dict[str, Point]:
        """What is known of the interactions in the month's picture, by their ids."""
        dots = self.shown.review.dots if isinstance(self.shown, MonthReading) else ()
        return {dot.id: _as_far_as_known(dot) for dot in dots}


def _as_far_as_known(dot: Dot) -> Point:
    return Point(dot.local, 0, dot.id, dot.local.date(), dot.medium, None, dot.closeness, None, ())


def read_month(journal: Journal, wanted: Month | None) -> Reading:
    """This month, or the one to begin with; the running one in the place of one that has not begun. Raises UserErrors."""
    reading = _frame(journal)
    month = min(wanted, reading.running) if wanted else shown_first(journal.now().day, reading.months)
    if month is None:
        return reading
    review = journal.review(month)
    before = journal.get(Reflection, month.ahead(-1).isoformat())
    kept = journal.setting(REVIEW_RHYTHM_KEPT) == month.isoformat()
    shown = MonthReading(
        review=review,
        sheet=sheet_of(review, reading.options),
        intended=before.intention if before is not None else "",
        offers=review.rhythm_offer is not None and not kept,
    )
    return replace(reading, shown=shown)


def read_year(journal: Journal, year: int) -> Reading:
    """This year. Raises UserErrors."""
    reading, review = _frame(journal), journal.year(year)
    return replace(reading, shown=YearReading(review=review, sheet=sheet_of(review, reading.options)))


def with_own_words(reading: Reading, journal: Journal) -> Reading:
    """The same with the reflection as it is kept now: what was typed since is not read again for the page."""
    shown = reading.shown
    if not isinstance(shown, MonthReading):
        return reading
    kept = journal.get(Reflection, shown.month.isoformat())
    return replace(reading, shown=replace(shown, review=replace(shown.review, reflection=kept)))


def _frame(journal: Journal) -> Reading:
    options = Options(
        her_name=journal.setting(HER_NAME),
        paper=usual_paper(),
        first_weekday=QLocale().firstDayOfWeek().value - 1,
    )
    return Reading(months=tuple(journal.months()), running=month_of(journal.now().day), options=options)
