"""Wins, and the hard moment."""

from __future__ import annotations

from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.review.month_review import Moment, MonthReview
from reconnect_desktop.output.review_options import Options
from reconnect_desktop.output.review_words.names import ONE, listed, medium_noun, weekday_and_day
from reconnect_desktop.output.sheet import Item, Items, Paragraph, Part, Section, Voice

_NOT_ALL = "One such day does not undo the others."
_NOT_ALONE = "What you noted sounds hard, perhaps frightening. You need not be alone with it; Ideas has people to turn to."


def wins(review: MonthReview) -> Section | None:
    """The small good moments; None without any."""
    if not review.wins:
        return None
    items = tuple(Item(_head(one, review.month), own(one.text)) for one in review.wins)
    return Section("wins", "Small good moments", (Items(items),))


def hard(review: MonthReview, options: Options) -> Section | None:
    """The hard moment, set apart; None where there was none.

    Under it a word to the user, which makes light of nothing where there are words of fear or harm. A counsellor is
    told none: it would give away what was noted.
    """
    moment = review.hard
    if moment is None:
        return None
    day, what = weekday_and_day(moment.when.day, review.month), ONE[moment.medium]
    parts: list[Part] = [Paragraph(f"On {day}, {what} felt further apart: {moment.closeness} of 7.")]
    if moment.tags:
        parts.append(Paragraph(f"Noted with it: {listed(moment.tags)}."))
    parts += own(moment.text)
    if not options.counsellor:
        parts.append(Paragraph(_NOT_ALONE if review.harm else _NOT_ALL, Voice.ASIDE))
    return Section("hard", "A harder moment", tuple(parts), apart=True)


def own(text: str) -> tuple[Paragraph, ...]:
    """What the user wrote; nothing where it is blank."""
    return (Paragraph(text.strip(), Voice.OWN),) if text.strip() else ()


def _head(moment: Moment, month: Month) -> str:
    return f"{weekday_and_day(moment.when.day, month)}, {medium_noun(moment.medium)}"
