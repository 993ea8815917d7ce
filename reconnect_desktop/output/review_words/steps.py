"""What was tried, what is needed, the rhythm, and one's own words."""

from __future__ import annotations

from reconnect_desktop import catalogue
from reconnect_desktop.domain.records import Asked, Met, Need, Try
from reconnect_desktop.domain.review.month_review import MonthReview
from reconnect_desktop.domain.suggestions import filled
from reconnect_desktop.domain.tries import Followed
from reconnect_desktop.language import mark, tr, tr_n
from reconnect_desktop.output.capitals import opening
from reconnect_desktop.output.dates import day_and_month
from reconnect_desktop.output.review_options import Options
from reconnect_desktop.output.review_words.moments import own
from reconnect_desktop.output.review_words.names import month_alone
from reconnect_desktop.output.rhythm_words import every_words
from reconnect_desktop.output.sheet import Item, Items, Paragraph, Section, Voice
from reconnect_desktop.output.suggestion_words import followed_words, outcome_words

_NOTED: dict[tuple[Asked | None, Met | None], str] = {
    (None, None): mark("Noted on {day}."),
    (None, Met.YES): mark("Noted on {day}, met."),
    (None, Met.PARTLY): mark("Noted on {day}, partly met."),
    (None, Met.NOT_YET): mark("Noted on {day}, not met yet."),
    (Asked.YES, None): mark("Noted on {day}, asked for."),
    (Asked.YES, Met.YES): mark("Noted on {day}, asked for, met."),
    (Asked.YES, Met.PARTLY): mark("Noted on {day}, asked for, partly met."),
    (Asked.YES, Met.NOT_YET): mark("Noted on {day}, asked for, not met yet."),
    (Asked.NOT_YET, None): mark("Noted on {day}, not asked for yet."),
    (Asked.NOT_YET, Met.YES): mark("Noted on {day}, not asked for yet, met."),
    (Asked.NOT_YET, Met.PARTLY): mark("Noted on {day}, not asked for yet, partly met."),
    (Asked.NOT_YET, Met.NOT_YET): mark("Noted on {day}, not asked for yet, not met yet."),
}


def tries(review: MonthReview, options: Options) -> Section | None:
    """What was tried and what followed; None without any."""
    if not review.tries:
        return None
    items = tuple(_tried(one, found, review, options) for one, found in review.tries)
    words = tr("Before and after are ratings of closeness, side by side; what led to what, they can't say.")
    return Section("tries", tr("What I tried"), (Items(items), Paragraph(words, Voice.ASIDE)))


def needs(review: MonthReview, options: Options) -> Section | None:
    """What was needed: asked, met? None without any."""
    if not review.needs:
        return None
    items = tuple(_needed(one, review, options) for one in review.needs)
    return Section("needs", tr("What I need"), (Items(items),))


def rhythm(review: MonthReview, options: Options) -> Section | None:
    """The offer to move the rhythm to what is real, as a question; None where there is none."""
    offer = review.rhythm_offer
    if offer is None:
        return None
    was = tr_n(
        "You had hoped for contact {hoped}; in these three months it was about every day.",
        "You had hoped for contact {hoped}; in these three months it was about every {count} days.",
        max(1, round(offer.real)),
        hoped=every_words(offer.now.good),
    )
    parts = [Paragraph(was)]
    if not options.counsellor:
        kinder = tr_n(
            "A rhythm that fits life as it is may feel kinder: {every}, with {count} day still fine?",
            "A rhythm that fits life as it is may feel kinder: {every}, with {count} days still fine?",
            offer.proposed.fine,
            every=every_words(offer.proposed.good),
        )
        parts.append(Paragraph(kinder))
    return Section("rhythm", tr("The rhythm"), tuple(parts))


def own_words(review: MonthReview) -> list[Section]:
    """The reflection, and what is intended for the month after; none where nothing is written."""
    kept = review.reflection
    if kept is None:
        return []
    after = tr("For {month}", month=month_alone(review.month.ahead(1)))
    found = [("reflection", tr("In my own words"), kept.text), ("intention", after, kept.intention)]
    return [Section(key, heading, own(text)) for key, heading, text in found if text.strip()]


def _tried(one: Try, found: Followed, review: MonthReview, options: Options) -> Item:
    row = catalogue.load(options.language).suggestion(one.suggestion)
    idea = filled(row.title, options.she) if row else tr("An idea that is no longer listed")
    head = tr("{idea}, {day}", idea=idea, day=day_and_month(one.begun.day, review.month.first))
    told = (Paragraph(outcome_words(one.outcome)), *own(one.note), Paragraph(followed_words(found)))
    return Item(opening(head), told)


def _needed(need: Need, review: MonthReview, options: Options) -> Item:
    row = catalogue.load(options.language).need(need.need)
    name = filled(row.name, options.she) if row else need.need
    noted = tr(_NOTED[need.asked, need.met], day=day_and_month(need.noted.day, review.month.first))
    return Item(name, (Paragraph(noted), *own(need.words), *own(need.note)))
