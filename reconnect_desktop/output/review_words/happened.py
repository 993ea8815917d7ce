"""The five sentences that say what happened in a month; fewer where there is less to say."""

from __future__ import annotations

from reconnect_desktop.domain.records import Outcome, PauseReason
from reconnect_desktop.domain.review.month_review import Arrow, Compared, Figures, Measure, MonthReview
from reconnect_desktop.output.dates import MONTHS
from reconnect_desktop.output.review_words.names import (
    FEW_DAYS,
    contacts_words,
    listed,
    month_name,
    span_words,
)
from reconnect_desktop.output.sentences import count_words, length_words
from reconnect_desktop.output.today_words import number

IN_GRIEF = "Nothing is counted here, and nothing has to be."
_LEAST_GAP = 2  # days; from one day to the next is no gap
_CLOSENESS = {Arrow.MORE: "It felt closer than usual", Arrow.LESS: "It felt less close than usual"}
_GAPS = {Arrow.MORE: ", longer than usual", Arrow.LESS: ", shorter than usual"}


def sentences(review: MonthReview) -> list[str]:
    """How often and by what, how long, how close, the longest gap, what stood out; in grief one that counts nothing."""
    if review.grief:
        return [IN_GRIEF]
    found = (
        _how_often(review),
        _how_long(review.figures),
        _how_close(review),
        _gap(review),
        _stood_out(review),
    )
    return [sentence for sentence in found if sentence]


def row(review: MonthReview, measure: Measure) -> Compared | None:
    """The row of this measure, if there is one."""
    return next((one for one in review.compared if one.measure is measure), None)


def _how_often(review: MonthReview) -> str:
    figures, name = review.figures, MONTHS[review.month.month - 1]
    if not figures.contacts:
        if review.so_far:
            return f"Nothing is logged for {name} yet."
        return f"Nothing is logged for {name}; a month can simply go by."
    by = contacts_words(figures.contacts)
    so_far = "So far you" if review.so_far else "You"
    if figures.days == 1:
        return f"{so_far} were in touch on the first day: {by}."
    if figures.in_touch == figures.days:
        return f"{so_far} were in touch on every one of {figures.days} days: {by}."
    if figures.in_touch == 1:
        return f"{so_far} were in touch on one day of {figures.days}: {by}."
    return f"{so_far} were in touch on {figures.in_touch} of {figures.days} days: {by}."


def _how_long(figures: Figures) -> str:
    minutes, contacts = sum(figures.minutes.values()), sum(figures.contacts.values())
    if not minutes:
        return ""
    told = length_words(minutes)
    if contacts == 1:
        return f"It lasted {told}."
    if figures.lengths == contacts:
        return f"Together that came to {told}."
    if figures.lengths == 1:
        return f"The one whose length you noted lasted {told}."
    return f"The {figures.lengths} whose length you noted came to {told}."


def _how_close(review: MonthReview) -> str:
    figures = review.figures
    if figures.closeness is None:
        return "How close it felt was not rated." if figures.contacts else ""
    beside = row(review, Measure.CLOSENESS)
    rated = "rated once" if figures.rated == 1 else f"over {figures.rated:,} ratings"
    felt = f"{number(figures.closeness)} of 7, {rated}"
    before = _beside(review, beside.before if beside else None)
    usual = beside.usual if beside else None
    if beside and usual is not None and beside.beside_usual is not Arrow.NONE:
        against = f"{felt}, against {number(usual)}"
        return f"{_CLOSENESS[beside.beside_usual]}: {against}{f'; {before}' if before else ''}."
    rest = [words for words in (before, f"usually {number(usual)}" if usual is not None else "") if words]
    return f"How close it felt: {felt}{'; ' + ', '.join(rest) if rest else ''}."


def _beside(review: MonthReview, before: float | None) -> str:
    return f"{number(before)} in {_last(review)}" if before is not None else ""


def _gap(review: MonthReview) -> str:
    figures, gap = review.figures, review.figures.longest_gap
    if any(pause.reason is PauseReason.BOUNDARY for pause in review.pauses):
        return ""  # a distance that was chosen
    if gap is None or gap < _LEAST_GAP:
        return ""
    left_out = ", pauses left out" if figures.gap_paused else ""
    if not figures.contacts:
        when = (
            "It has been" if review.so_far else f"At the end of {MONTHS[review.month.month - 1]} it had been"
        )
        return f"{when} {span_words(gap)} since you were last in touch{left_out}."
    beside = row(review, Measure.LONGEST_GAP)
    return f"The longest time without contact was {span_words(gap)}{left_out}{_gap_beside(review, beside)}."


def _gap_beside(review: MonthReview, beside: Compared | None) -> str:
    if beside is None or (beside.now or 0) > FEW_DAYS:
        return ""
    stands_out = _GAPS.get(beside.beside_usual, "")
    now, last = span_words(beside.now or 0), _last(review)
    before = span_words(beside.before) if beside.before is not None else ""
    usual = span_words(beside.usual) if beside.usual is not None else ""
    if now == before:
        return f"{stands_out}, as in {last}" + (
            " and usually" if usual == now else f"; usually {usual}" if usual else ""
        )
    if now == usual:
        return ", as usually" + (f"; {before} in {last}" if before else "")
    before = f"{before} in {last}" if before else ""
    usual = f"usually {usual}" if usual else ""
    rest = ", ".join(words for words in (before, usual) if words)
    return f"{stands_out}; {rest}" if rest else ""


def _stood_out(review: MonthReview) -> str:
    deeds = []
    if review.wins:
        deeds.append(f"kept {_some(len(review.wins), 'small good moment')}")
    tried = sum(one.outcome is not Outcome.NOT_DONE for one, _ in review.tries)
    if tried:
        deeds.append(f"tried {_some(tried, 'idea')}")
    mood = _mood(review.figures)
    if not deeds:
        return f"{mood[0].upper()}{mood[1:]}." if mood else ""
    return f"You {listed(deeds)}{f'; {mood}' if mood else ''}."


def _mood(figures: Figures) -> str:
    if figures.mood is None:
        return ""
    if figures.moods == 1:
        return f"your own mood, noted once, was {number(figures.mood)} of 5"
    often = "twice" if figures.moods == 2 else f"{figures.moods:,} times"
    return f"your own mood was {number(figures.mood)} of 5, noted {often}"


def _some(count: int, noun: str) -> str:
    if count == 1:
        return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
    return count_words(count, noun)


def _last(review: MonthReview) -> str:
    return month_name(review.month.ahead(-1), review.month)
