"""The longest time of a month without contact, in a sentence."""

from __future__ import annotations

from enum import Enum, auto

from reconnect_desktop.domain.records import PauseReason
from reconnect_desktop.domain.review.month_review import Arrow, Compared, MonthReview
from reconnect_desktop.language import mark, tr
from reconnect_desktop.output.review_words.names import FEW_DAYS, month_alone, month_name, span_words

_LEAST_GAP = 2  # days; from one day to the next is no gap


class _Beside(Enum):
    """What is known of the month before, or of the usual: nothing, as long in words, or another length."""

    UNKNOWN = auto()
    AS_LONG = auto()
    OTHER = auto()


_ALONE = mark("The longest time without contact was {span}.")
# By the month before and the usual.
_TOLD = {
    (_Beside.UNKNOWN, _Beside.UNKNOWN): _ALONE,
    (_Beside.UNKNOWN, _Beside.AS_LONG): mark("The longest time without contact was {span}, as usually."),
    (_Beside.UNKNOWN, _Beside.OTHER): mark("The longest time without contact was {span}; usually {usual}."),
    (_Beside.AS_LONG, _Beside.UNKNOWN): mark("The longest time without contact was {span}, as in {month}."),
    (_Beside.AS_LONG, _Beside.AS_LONG): mark(
        "The longest time without contact was {span}, as in {month} and usually."
    ),
    (_Beside.AS_LONG, _Beside.OTHER): mark(
        "The longest time without contact was {span}, as in {month}; usually {usual}."
    ),
    (_Beside.OTHER, _Beside.UNKNOWN): mark(
        "The longest time without contact was {span}; {before} in {month}."
    ),
    (_Beside.OTHER, _Beside.AS_LONG): mark(
        "The longest time without contact was {span}, as usually; {before} in {month}."
    ),
    (_Beside.OTHER, _Beside.OTHER): mark(
        "The longest time without contact was {span}; {before} in {month}, usually {usual}."
    ),
}
# Where it stands out beside the usual, which then is another; by the month before.
_STANDS_OUT = {
    (Arrow.MORE, _Beside.UNKNOWN): mark(
        "The longest time without contact was {span}, longer than usual; usually {usual}."
    ),
    (Arrow.MORE, _Beside.AS_LONG): mark(
        "The longest time without contact was {span}, longer than usual, as in {month}; usually {usual}."
    ),
    (Arrow.MORE, _Beside.OTHER): mark(
        "The longest time without contact was {span}, longer than usual; {before} in {month}, usually {usual}."
    ),
    (Arrow.LESS, _Beside.UNKNOWN): mark(
        "The longest time without contact was {span}, shorter than usual; usually {usual}."
    ),
    (Arrow.LESS, _Beside.AS_LONG): mark(
        "The longest time without contact was {span}, shorter than usual, as in {month}; usually {usual}."
    ),
    (Arrow.LESS, _Beside.OTHER): mark(
        "The longest time without contact was {span}, shorter than usual; {before} in {month}, usually {usual}."
    ),
}


def gap_sentence(review: MonthReview, beside: Compared | None) -> str:
    """How long it was, beside the month before and the usual; "" where there is none, or where the distance was chosen."""
    figures, gap = review.figures, review.figures.longest_gap
    if any(pause.reason is PauseReason.BOUNDARY for pause in review.pauses):
        return ""
    if gap is None or gap < _LEAST_GAP:
        return ""
    span = span_words(gap)
    if not figures.contacts:
        return _going_on(review, span)
    return _beside(review, tr("{span}, pauses left out", span=span) if figures.gap_paused else span, beside)


def _going_on(review: MonthReview, span: str) -> str:
    """Of a month without contact."""
    paused = review.figures.gap_paused
    if review.so_far:
        if paused:
            return tr("It has been {span} since you were last in touch, pauses left out.", span=span)
        return tr("It has been {span} since you were last in touch.", span=span)
    month = month_alone(review.month)
    if paused:
        return tr(
            "At the end of {month} it had been {span} since you were last in touch, pauses left out.",
            month=month,
            span=span,
        )
    return tr(
        "At the end of {month} it had been {span} since you were last in touch.", month=month, span=span
    )


def _beside(review: MonthReview, span: str, beside: Compared | None) -> str:
    if beside is None or (beside.now or 0) > FEW_DAYS:
        return tr(_ALONE, span=span)
    now, before, usual = (
        "" if days is None else span_words(days) for days in (beside.now or 0, beside.before, beside.usual)
    )
    known = _known(now, before), _known(now, usual)
    told = _TOLD[known]
    if known[1] is _Beside.OTHER:
        told = _STANDS_OUT.get((beside.beside_usual, known[0]), told)
    return tr(
        told, span=span, before=before, usual=usual, month=month_name(review.month.ahead(-1), review.month)
    )


def _known(now: str, other: str) -> _Beside:
    if not other:
        return _Beside.UNKNOWN
    return _Beside.AS_LONG if other == now else _Beside.OTHER
