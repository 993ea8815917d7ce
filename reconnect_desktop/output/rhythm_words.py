"""The sentences of a chosen rhythm."""

from __future__ import annotations

from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.domain.rhythm import Interval, Rhythm
from reconnect_desktop.output.sentences import count_words, days_words, medium_word

_EXACT = (*range(2, 13), 14, 21)  # days of which `days_words` says just what they are


def rhythm_sentences(rhythm: Rhythm) -> list[str]:
    """What was chosen, a line each: "Contact: every 7 days or so; up to 14 days are still fine."."""
    lines = [_sentence("Contact", rhythm.contact)] if rhythm.contact else []
    lines += [_sentence(medium_word(medium), interval) for medium, interval in rhythm.by_medium]
    return lines or ["No rhythm is chosen."]


def wish_sentence(interval: Interval) -> str:
    """What was chosen, as Today says it: "You'd like about every 7 days; up to 14 is fine."."""
    every = "day" if interval.good == 1 else f"{interval.good:,} days"
    if interval.fine == interval.good:
        return f"You'd like about every {every}."
    return f"You'd like about every {every}; up to {interval.fine:,} is fine."


def medium_sentence(medium: Medium, days: int, interval: Interval, paused: int = 0) -> str:
    """How long the last contact of one medium is ago beside what was chosen: "Call: 12 days ago; up to 10 is fine.".

    paused: how many of the days were in a pause.
    """
    ago = {0: "today", 1: "yesterday"}.get(days, f"{days:,} days ago")
    if paused and days > 1:
        ago += ", all of them in a pause" if paused >= days else f", {paused:,} of them in a pause"
    return f"{medium_word(medium)}: {ago}; up to {interval.fine:,} is fine."


def every_words(days: int) -> str:
    """How often that is, as people say it: "every day", "about every week", "about every 3 days"."""
    if days == 1:
        return "every day"
    span = days_words(days).removeprefix("about ").removeprefix("a ")
    return f"every {span}" if days in _EXACT else f"about every {span}"


def up_to_words(days: int) -> str:
    """How long that is: "a day", "about two weeks"."""
    return days_words(days).removeprefix("about ") if days in _EXACT else days_words(days)


def usually_words(usual_gap: float) -> str:
    """The own usual, for orientation: "Usually it is about 8 days between you."."""
    return f"Usually it is {days_words(usual_gap)} between you."


def _sentence(what: str, interval: Interval) -> str:
    every = "every day" if interval.good == 1 else f"every {interval.good:,} days"
    fine = "1 day is" if interval.fine == 1 else f"{count_words(interval.fine, 'day')} are"
    return f"{what}: {every} or so; up to {fine} still fine."
