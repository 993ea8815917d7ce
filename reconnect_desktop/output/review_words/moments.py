"""Wins, and the hard moment."""

from __future__ import annotations

from reconnect_desktop import catalogue
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.review.month_review import Moment, MonthReview
from reconnect_desktop.domain.safety import is_unsafe
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


def hard(review: MonthReview, aside: str) -> Section | None:
    """The hard moment, set apart, with `aside` ("" for none) under it; None where there was none."""
    moment = review.hard
    if moment is None:
        return None
    day, what = weekday_and_day(moment.when.day, review.month), ONE[moment.medium]
    parts: list[Part] = [Paragraph(f"On {day}, {what} felt further apart: {moment.closeness} of 7.")]
    if moment.tags:
        parts.append(Paragraph(f"Noted with it: {listed(moment.tags)}."))
    parts += own(moment.text)
    if aside:
        parts.append(Paragraph(aside, Voice.ASIDE))
    return Section("hard", "A harder moment", tuple(parts), apart=True)


def beside_the_hard_one(review: MonthReview, options: Options) -> str:
    """What is said to the user under the hard moment: nothing that would make light of words of fear or harm in it.

    A counsellor is told neither: it would give away what was noted.
    """
    moment = review.hard
    if moment is None or options.counsellor:
        return ""
    unsafe = catalogue.load(options.language).unsafe
    return _NOT_ALONE if is_unsafe(moment.tags, (), (moment.text,), unsafe, options.her_name) else _NOT_ALL


def own(text: str) -> tuple[Paragraph, ...]:
    """What the user wrote; nothing where it is blank."""
    return (Paragraph(text.strip(), Voice.OWN),) if text.strip() else ()


def _head(moment: Moment, month: Month) -> str:
    return f"{weekday_and_day(moment.when.day, month)}, {medium_noun(moment.medium)}"
