"""The words of a review: a month or a year as a sheet, for the page, for paper and for the command line."""

from __future__ import annotations

from reconnect_desktop.domain.review.month_review import MonthReview
from reconnect_desktop.domain.review.year_review import YearReview
from reconnect_desktop.output.review_options import Options
from reconnect_desktop.output.review_words.month import month_sheet
from reconnect_desktop.output.review_words.year import year_sheet
from reconnect_desktop.output.sheet import Sheet

__all__ = ["month_sheet", "sheet_of", "year_sheet"]


def sheet_of(review: MonthReview | YearReview, options: Options) -> Sheet:
    """The sheet of either."""
    return month_sheet(review, options) if isinstance(review, MonthReview) else year_sheet(review, options)
