"""From the journal to a month or a year looked back on, reading no more of it than that takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from reconnect_desktop import catalogue
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.records import MoodCheckIn, Need, Pause, Record, Reflection, Try
from reconnect_desktop.domain.review.month_review import MonthReview
from reconnect_desktop.domain.review.reviewing import Material, first_looked_at, review_month
from reconnect_desktop.domain.review.year import review_year
from reconnect_desktop.domain.review.year_review import YearReview
from reconnect_desktop.domain.safety import UNSAFE_DAYS, tells_of_harm
from reconnect_desktop.domain.settings import HER_NAME, RHYTHM
from reconnect_desktop.domain.trends.sources import Sources

if TYPE_CHECKING:
    from reconnect_desktop.journal_reading import JournalReading


def month_of_journal(journal: JournalReading, month: Month) -> MonthReview:
    """See `Journal.review`. Raises what reading raises, and Invalid."""
    first = first_looked_at(month).first
    own = journal.between(Interaction, month.ahead(-1).first, month.last)
    today = journal.now().day
    review = review_month(
        month,
        Material(
            sources=_sources(journal, first, month.last, today),
            interactions=tuple(one for one in own if one.when.day <= today),
            needs=tuple(journal.all(Need)),
            reflection=journal.get(Reflection, month.isoformat()),
        ),
    )
    if review.rhythm_offer is not None and _is_unsafe(journal, today - timedelta(days=UNSAFE_DAYS), today):
        review = replace(review, rhythm_offer=None)
    if review.hard is not None and _is_unsafe(journal, month.first, month.last):
        review = replace(review, harm=True)
    return review


def year_of_journal(journal: JournalReading, year: int) -> YearReview:
    """See `Journal.year`. Raises what reading raises."""
    first, last = Month(year, 1).first, Month(year, 12).last
    return review_year(year, _sources(journal, first, last, journal.now().day))


def _is_unsafe(journal: JournalReading, first: date, last: date) -> bool:
    """Whether there are words of fear or harm: then no rhythm is spoken of, and nothing is made light of.

    Of interactions and moods those from `first` to `last` are read, of the rest those of the half year up to `last`.
    """
    written: tuple[Record, ...] = (
        *journal.between(Interaction, first, last),
        *journal.between(MoodCheckIn, first, last),
        *journal.all(Need),
        *journal.all(Try),
        *journal.all(Pause),
    )
    return tells_of_harm(written, last, catalogue.load().unsafe, journal.setting(HER_NAME))


def _sources(journal: JournalReading, first: date, last: date, today: date) -> Sources:
    points, moods = journal.points_around(first, last), journal.between(MoodCheckIn, first, last)
    return Sources(
        today=today,
        points=tuple(one for one in points if one.local.date() <= today),
        moods=tuple(one for one in moods if one.when.day <= today),
        pauses=tuple(journal.all(Pause)),
        tries=tuple(journal.all(Try)),
        rhythm=journal.setting(RHYTHM),
    )
