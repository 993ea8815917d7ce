"""A month's review as a sheet."""

from __future__ import annotations

from collections.abc import Sequence

from reconnect_desktop.domain.records import PauseReason
from reconnect_desktop.domain.review.month_review import MonthReview
from reconnect_desktop.language import mark, number, tr
from reconnect_desktop.output.capitals import opening
from reconnect_desktop.output.dates import day_and_month, month_and_year
from reconnect_desktop.output.pause_words import pause_line
from reconnect_desktop.output.review_discretion import discreet
from reconnect_desktop.output.review_options import Options
from reconnect_desktop.output.review_words import compared, moments, steps
from reconnect_desktop.output.review_words.happened import sentences
from reconnect_desktop.output.review_words.names import month_alone, times
from reconnect_desktop.output.sheet import Paragraph, Picture, Section, Sheet

FOOT = mark("From my own journal, kept with Reconnect")
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
    name = month_and_year(review.month)
    return Sheet(
        title=opening(tr("{month} so far", month=name) if review.so_far else name),
        under=_under(review),
        notices=notices(options),
        sections=tuple(section for section in told if section is not None),
        foot=tr(FOOT),
        made=review.today,
        language=options.language,
    )


def notices(options: Options) -> tuple[str, ...]:
    """What a counsellor's version says of itself: "Names and notes are left out."; nothing in one's own."""
    if not options.counsellor:
        return ()
    if not options.notes:
        return (tr("Notes are left out.") if options.names else tr("Names and notes are left out."),)
    if not options.names:
        # Who else is named in them, the program cannot know.
        return (tr("What she is called is left out; other names stand as they were written."),)
    return (tr("Names and notes are included."),)


def _under(review: MonthReview) -> str:
    """Up to when it goes, and the pauses in it."""
    pauses = [
        pause_line(one, review.month.first) for one in review.pauses if one.reason is not PauseReason.GRIEF
    ]
    if review.so_far:
        today = day_and_month(review.today, review.month.first)
        return ". ".join([tr("So far, up to {day}", day=today), *pauses])
    return ". ".join(pauses)


def _happened(review: MonthReview) -> Section:
    return Section("happened", tr("What happened"), tuple(Paragraph(one) for one in sentences(review)))


def _closeness(review: MonthReview) -> Section | None:
    """Each rating as a dot, beside the usual."""
    if len(review.dots) < _DOTS_LEAST:
        return None
    return Section("closeness", tr("How close it felt"), (Picture(review, _ratings(review)),))


def _ratings(review: MonthReview) -> str:
    rated = [dot.closeness for dot in review.dots]
    low, high = min(rated), max(rated)
    if review.band:
        told = (
            tr("{ratings} ratings in {month}, from {low} to {high} of 7; usually {usual}.")
            if low < high
            else tr("{ratings} ratings in {month}, each {low} of 7; usually {usual}.")
        )
    else:
        told = (
            tr("{ratings} ratings in {month}, from {low} to {high} of 7.")
            if low < high
            else tr("{ratings} ratings in {month}, each {low} of 7.")
        )
    return told.format(
        ratings=number(len(rated)),
        month=month_alone(review.month),
        low=number(low),
        high=number(high),
        usual=times(review.band.middle) if review.band else "",
    )
