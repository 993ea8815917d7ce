"""The sentences of a chosen rhythm."""

from __future__ import annotations

from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.rhythm import Interval, Rhythm
from reconnect_desktop.language import number, tr, tr_n
from reconnect_desktop.output.sentences import medium_word
from reconnect_desktop.output.spans import days_words, every_words, up_to_words

__all__ = [
    "every_words",
    "medium_sentence",
    "rhythm_sentences",
    "up_to_words",
    "usually_words",
    "wish_sentence",
]


def rhythm_sentences(rhythm: Rhythm) -> list[str]:
    """What was chosen, a line each: "Contact: every 7 days or so; up to 14 days are still fine."."""
    lines = [_sentence(tr("Contact"), rhythm.contact)] if rhythm.contact else []
    lines += [_sentence(medium_word(medium), interval) for medium, interval in rhythm.by_medium]
    return lines or [tr("No rhythm is chosen.")]


def wish_sentence(interval: Interval) -> str:
    """What was chosen, as Today says it: "You'd like about every 7 days; up to 14 is fine."."""
    if interval.fine == interval.good:
        return tr_n("You'd like about every day.", "You'd like about every {count} days.", interval.good)
    return tr_n(
        "You'd like about every day; up to {fine} is fine.",
        "You'd like about every {count} days; up to {fine} is fine.",
        interval.good,
        fine=number(interval.fine),
    )


def medium_sentence(medium: Medium, days: int, interval: Interval, paused: int = 0) -> str:
    """How long the last contact of one medium is ago beside what was chosen: "Call: 12 days ago; up to 10 is fine.".

    paused: how many of the days were in a pause.
    """
    ago, fine = _ago(days, paused), number(interval.fine)
    return tr("{medium}: {ago}; up to {fine} is fine.", medium=medium_word(medium), ago=ago, fine=fine)


def usually_words(usual_gap: float) -> str:
    """The own usual, for orientation: "Usually it is about 8 days between you."."""
    return tr("Usually it is {span} between you.", span=days_words(usual_gap))


def _ago(days: int, paused: int) -> str:
    if days == 0:
        return tr("today")
    if days == 1:
        return tr("yesterday")
    ago = tr_n("{count} day ago", "{count} days ago", days)
    if paused >= days:
        return tr("{ago}, all of them in a pause", ago=ago)
    if paused:
        return tr_n("{ago}, {count} of them in a pause", "{ago}, {count} of them in a pause", paused, ago=ago)
    return ago


def _sentence(what: str, interval: Interval) -> str:
    every = tr_n("every day or so", "every {count} days or so", interval.good)
    fine = tr_n("up to {count} day is still fine", "up to {count} days are still fine", interval.fine)
    return tr("{what}: {every}; {fine}.", what=what, every=every, fine=fine)
