"""What of a review somebody else may read: names and own words taken out of the value itself, before it is told."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

from reconnect_desktop import catalogue
from reconnect_desktop.domain.records import Need, Pause, Reflection, Try
from reconnect_desktop.domain.review.month_review import Moment, MonthReview
from reconnect_desktop.domain.settings import HER_NAME
from reconnect_desktop.domain.tags import BUILT_IN
from reconnect_desktop.language import tr
from reconnect_desktop.output.review_options import NEUTRAL_NAME, Options

# Not a name by itself, where what she is called is more than one word ("My Mom").
_NO_NAMES = frozenset(
    {
        *("dear", "mam", "mama", "mamma", "mom", "mommy", "mother", "mum", "mummy", "our", "the"),
        *("der", "die", "liebe", "liebste", "mami", "mein", "meine", "mutter", "mutti", "unsere"),
        *("madre", "mamá", "mamita", "nuestra", "querida"),
    }
)
_FIRST_OTHER_SCRIPT = "\u0590"  # after Latin, Greek, Cyrillic and Armenian
_SHORTEST = 3  # letters of a part of her name that is taken out by itself

Redact = Callable[[str], str]


def discreet(review: MonthReview, options: Options) -> MonthReview:
    """The review without what `options` leave out; all else as it was.

    Without notes there is nothing left in it that the user typed. Without names, `NEUTRAL_NAME` stands in their words
    for what she is called, and for each longer part of it.
    """
    if not options.notes:
        review = _without_words(review)
    if not options.names:
        review = _in_own_words(review, without_name(options.her_name))
    return review


def without_name(name: str) -> Redact:
    """What puts `NEUTRAL_NAME` in place of her name; it leaves all as it is where she has none of her own."""
    if name in (HER_NAME.default, tr(HER_NAME.default)) or not name.strip():
        return lambda text: text
    whole = unicodedata.normalize("NFC", " ".join(name.split()))
    parts = [part for part in whole.split() if len(part) >= _SHORTEST and part.casefold() not in _NO_NAMES]
    found = re.compile("|".join(map(_pattern, [whole, *parts])), re.IGNORECASE)
    neutral = tr(NEUTRAL_NAME)
    return lambda text: found.sub(lambda _: neutral, unicodedata.normalize("NFC", text))


def _pattern(name: str) -> str:
    """The name as a word by itself, or with an s.

    In scripts that put endings or the next word right behind it, and where it is not of letters, wherever it stands.
    """
    pattern = r"\s+".join(map(re.escape, name.split()))
    is_set_apart = name[0].isalpha() and name[-1].isalpha() and max(name) < _FIRST_OTHER_SCRIPT
    return rf"(?<!\w){pattern}(?=s?(?!\w))" if is_set_apart else pattern


def _without_words(review: MonthReview) -> MonthReview:
    return replace(
        review,
        wins=tuple(map(_bare_moment, review.wins)),
        hard=_bare_moment(review.hard) if review.hard else None,
        tries=tuple((replace(one, note=""), found) for one, found in review.tries),
        needs=tuple(map(_bare_need, review.needs)),
        pauses=tuple(replace(one, note="") for one in review.pauses),
        reflection=None,
    )


def _bare_moment(moment: Moment) -> Moment:
    """Without its text, and with those tags alone that are in everybody's journal."""
    return replace(moment, text="", tags=tuple(tag for tag in moment.tags if tag.casefold() in BUILT_IN))


def _bare_need(need: Need) -> Need:
    is_listed = catalogue.load().need(need.need) is not None
    own = tr("A need in my own words")
    return replace(need, need=need.need if is_listed else own, words="", note="")


def _in_own_words(review: MonthReview, redact: Redact) -> MonthReview:
    return replace(
        review,
        wins=tuple(_redacted_moment(one, redact) for one in review.wins),
        hard=_redacted_moment(review.hard, redact) if review.hard else None,
        tries=tuple((_redacted_try(one, redact), found) for one, found in review.tries),
        needs=tuple(_redacted_need(one, redact) for one in review.needs),
        pauses=tuple(_redacted_pause(one, redact) for one in review.pauses),
        reflection=_redacted_reflection(review.reflection, redact) if review.reflection else None,
    )


def _redacted_moment(moment: Moment, redact: Redact) -> Moment:
    return replace(moment, text=redact(moment.text), tags=tuple(map(redact, moment.tags)))


def _redacted_try(one: Try, redact: Redact) -> Try:
    return replace(one, note=redact(one.note))


def _redacted_need(need: Need, redact: Redact) -> Need:
    listed = catalogue.load().need(need.need)
    own = need.need if listed else redact(need.need)
    return replace(need, need=own, words=redact(need.words), note=redact(need.note))


def _redacted_pause(pause: Pause, redact: Redact) -> Pause:
    return replace(pause, note=redact(pause.note))


def _redacted_reflection(reflection: Reflection, redact: Redact) -> Reflection:
    return replace(reflection, text=redact(reflection.text), intention=redact(reflection.intention))
