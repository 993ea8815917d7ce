"""Wins, and the hard moment."""

from __future__ import annotations

from reconnect_desktop.domain.measures import Medium
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.review.month_review import Moment, MonthReview
from reconnect_desktop.language import mark, number, tr
from reconnect_desktop.output.capitals import opening
from reconnect_desktop.output.review_options import Options
from reconnect_desktop.output.review_words.names import listed, weekday_and_day
from reconnect_desktop.output.sheet import Item, Items, Paragraph, Part, Section, Voice
from reconnect_desktop.output.tag_names import shown_tags

_HEADS = {
    Medium.CALL: mark("{day}, call"),
    Medium.VIDEO: mark("{day}, video call"),
    Medium.VISIT: mark("{day}, visit"),
    Medium.MESSAGE: mark("{day}, message"),
    Medium.LETTER: mark("{day}, letter"),
    Medium.OTHER: mark("{day}, other contact"),
}
_FURTHER = {
    Medium.CALL: mark("On {day}, a call felt further apart: {closeness} of 7."),
    Medium.VIDEO: mark("On {day}, a video call felt further apart: {closeness} of 7."),
    Medium.VISIT: mark("On {day}, a visit felt further apart: {closeness} of 7."),
    Medium.MESSAGE: mark("On {day}, a message felt further apart: {closeness} of 7."),
    Medium.LETTER: mark("On {day}, a letter felt further apart: {closeness} of 7."),
    Medium.OTHER: mark("On {day}, another contact felt further apart: {closeness} of 7."),
}


def wins(review: MonthReview) -> Section | None:
    """The small good moments; None without any."""
    if not review.wins:
        return None
    items = tuple(Item(_head(one, review.month), own(one.text)) for one in review.wins)
    return Section("wins", tr("Small good moments"), (Items(items),))


def hard(review: MonthReview, options: Options) -> Section | None:
    """The hard moment, set apart; None where there was none.

    Under it a word to the user, which makes light of nothing where there are words of fear or harm. A counsellor is
    told none: it would give away what was noted.
    """
    moment = review.hard
    if moment is None or moment.closeness is None:
        return None
    day = weekday_and_day(moment.when.day, review.month)
    felt = tr(_FURTHER[moment.medium], day=day, closeness=number(moment.closeness))
    parts: list[Part] = [Paragraph(felt)]
    if moment.tags:
        parts.append(Paragraph(tr("Noted with it: {tags}.", tags=listed(shown_tags(moment.tags)))))
    parts += own(moment.text)
    if not options.counsellor:
        parts.append(Paragraph(_aside(harm=review.harm), Voice.ASIDE))
    return Section("hard", tr("A harder moment"), tuple(parts), apart=True)


def own(text: str) -> tuple[Paragraph, ...]:
    """What the user wrote; nothing where it is blank."""
    return (Paragraph(text.strip(), Voice.OWN),) if text.strip() else ()


def _aside(*, harm: bool) -> str:
    if harm:
        return tr(
            "What you noted sounds hard, perhaps frightening. You need not be alone with it; Ideas has people to turn to."
        )
    return tr("One such day does not undo the others.")


def _head(moment: Moment, month: Month) -> str:
    return opening(tr(_HEADS[moment.medium], day=weekday_and_day(moment.when.day, month)))
