"""A month's review as a sheet."""

from __future__ import annotations

from collections.abc import Sequence

from reconnect_desktop.domain.records import PauseReason
from reconnect_desktop.domain.review.month_review import MonthReview
from reconnect_desktop.output.dates import MONTHS, day_and_month, month_and_year
from reconnect_desktop.output.pause_words import pause_line
from reconnect_desktop.output.review_discretion import discreet
from reconnect_desktop.output.review_options import Options
from reconnect_desktop.output.review_words import compared, moments, steps
from reconnect_desktop.output.review_words.happened import sentences
from reconnect_desktop.output.sentences import count_words
from reconnect_desktop.output.sheet import Paragraph, Picture, Section, Sheet
from reconnect_desktop.output.today_words import number

FOOT = "From my own journal, kept with Reconnect"
_DOTS_LEAST = 2  # one alone shows nothing that its sentence does not


def month_sheet(review: MonthReview, options: Options) -> Sheet:
    """All that is told of the month; what `options` leave out is not in it."""
    review = discreet(review, options)
    told: Sequence[Section | None] = (
        _happened(review),
        _closeness(review),
        compared.section(review),
        moments.wins(review),
        moments.hard(review, options),
        steps.tries(review, options),
        steps.needs(review, options),
        steps.rhythm(review, options),
        *steps.own_words(review),
    )
    return Sheet(
        title=month_and_year(review.month) + (" so far" if review.so_far else ""),
        under=_under(review),
        notices=notices(options),
        sections=tuple(section for section in told if section is not None),
        foot=FOOT,
        made=review.today,
        language=options.language,
    )


def notices(options: Options) -> tuple[str, ...]:
    """What a counsellor's version says of itself: "Names and notes are left out."; nothing in one's own."""
    if not options.counsellor:
        return ()
    if not options.notes:
        return ("Notes are left out.",) if options.names else ("Names and notes are left out.",)
    if not options.names:
        # Who else is named in them, the program cannot know.
        return ("What she is called is left out; other names stand as they were written.",)
    return ("Names and notes are included.",)


def _under(review: MonthReview) -> str:
    """Up to when it goes, and the pauses in it."""
    so_far = f"So far, up to {day_and_month(review.today, review.month.first)}" if review.so_far else ""
    pauses = [
        pause_line(one, review.month.first) for one in review.pauses if one.reason is not PauseReason.GRIEF
    ]
    return ". ".join(words for words in (so_far, *pauses) if words)


def _happened(review: MonthReview) -> Section:
    return Section("happened", "What happened", tuple(Paragraph(one) for one in sentences(review)))


def _closeness(review: MonthReview) -> Section | None:
    """Each rating as a dot, beside the usual."""
    if len(review.dots) < _DOTS_LEAST:
        return None
    rated = [dot.closeness for dot in review.dots]
    name = MONTHS[review.month.month - 1]
    words = f"{count_words(len(rated), 'rating')} in {name}, from {min(rated)} to {max(rated)} of 7"
    if min(rated) == max(rated):
        words = f"{count_words(len(rated), 'rating')} in {name}, each {rated[0]} of 7"
    usual = f"; usually {number(review.band.middle)}" if review.band else ""
    return Section("closeness", "How close it felt", (Picture(review, f"{words}{usual}."),))
