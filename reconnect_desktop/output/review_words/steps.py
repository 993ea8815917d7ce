"""What was tried, what is needed, the rhythm, and one's own words."""

from __future__ import annotations

from reconnect_desktop import catalogue
from reconnect_desktop.domain.records import Asked, Met, Need, Try
from reconnect_desktop.domain.review.month_review import MonthReview
from reconnect_desktop.domain.suggestions import filled
from reconnect_desktop.domain.tries import Followed
from reconnect_desktop.output.dates import MONTHS, day_and_month
from reconnect_desktop.output.review_options import Options
from reconnect_desktop.output.review_words.moments import own
from reconnect_desktop.output.rhythm_words import every_words
from reconnect_desktop.output.sentences import exact_days
from reconnect_desktop.output.sheet import Item, Items, Paragraph, Section, Voice
from reconnect_desktop.output.suggestion_words import followed_words, outcome_words

_SIDE_BY_SIDE = "Before and after are ratings of closeness, side by side; what led to what, they can't say."
_GONE = "An idea that is no longer listed"


def tries(review: MonthReview, options: Options) -> Section | None:
    """What was tried and what followed; None without any."""
    if not review.tries:
        return None
    items = tuple(_tried(one, found, review, options) for one, found in review.tries)
    aside = Paragraph(_SIDE_BY_SIDE, Voice.ASIDE)
    return Section("tries", "What I tried", (Items(items), aside))


def needs(review: MonthReview, options: Options) -> Section | None:
    """What was needed: asked, met? None without any."""
    if not review.needs:
        return None
    return Section(
        "needs", "What I need", (Items(tuple(_needed(one, review, options) for one in review.needs)),)
    )


def rhythm(review: MonthReview, options: Options) -> Section | None:
    """The offer to move the rhythm to what is real, as a question; None where there is none."""
    offer = review.rhythm_offer
    if offer is None:
        return None
    hoped = f"You had hoped for contact {every_words(offer.now.good)}"
    was = f"in these three months it was about every {_days(offer.real)}"
    parts = [Paragraph(f"{hoped}; {was}.")]
    if not options.counsellor:
        kinder = f"{every_words(offer.proposed.good)}, with {exact_days(offer.proposed.fine)} still fine"
        parts.append(Paragraph(f"A rhythm that fits life as it is may feel kinder: {kinder}?"))
    return Section("rhythm", "The rhythm", tuple(parts))


def own_words(review: MonthReview) -> list[Section]:
    """The reflection, and what is intended for the month after; none where nothing is written."""
    kept = review.reflection
    if kept is None:
        return []
    after = MONTHS[review.month.ahead(1).month - 1]
    found = [("reflection", "In my own words", kept.text), ("intention", f"For {after}", kept.intention)]
    return [Section(key, heading, own(text)) for key, heading, text in found if text.strip()]


def _tried(one: Try, found: Followed, review: MonthReview, options: Options) -> Item:
    row = catalogue.load(options.language).suggestion(one.suggestion)
    title = filled(row.title, options.she) if row else _GONE
    head = f"{title[0].upper()}{title[1:]}, {day_and_month(one.begun.day, review.month.first)}"
    told = (Paragraph(outcome_words(one.outcome)), *own(one.note), Paragraph(followed_words(found)))
    return Item(head, told)


def _needed(need: Need, review: MonthReview, options: Options) -> Item:
    row = catalogue.load(options.language).need(need.need)
    name = filled(row.name, options.she) if row else need.need
    noted = f"Noted on {day_and_month(need.noted.day, review.month.first)}"
    facts = ", ".join([noted, *_answers(need)])
    return Item(name, (Paragraph(f"{facts}."), *own(need.words), *own(need.note)))


def _answers(need: Need) -> list[str]:
    asked = {Asked.YES: "asked for", Asked.NOT_YET: "not asked for yet"}
    met = {Met.YES: "met", Met.PARTLY: "partly met", Met.NOT_YET: "not met yet"}
    return [*([asked[need.asked]] if need.asked else []), *([met[need.met]] if need.met else [])]


def _days(real: float) -> str:
    return exact_days(round(real)) if round(real) > 1 else "day"
