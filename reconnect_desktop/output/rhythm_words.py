"""The sentences of a chosen rhythm."""

from __future__ import annotations

from reconnect_desktop.domain.rhythm import Interval, Rhythm
from reconnect_desktop.output.sentences import count_words, medium_word


def rhythm_sentences(rhythm: Rhythm) -> list[str]:
    """What was chosen, a line each: "Contact: every 7 days or so; up to 14 days are still fine."."""
    lines = [_sentence("Contact", rhythm.contact)] if rhythm.contact else []
    lines += [_sentence(medium_word(medium), interval) for medium, interval in rhythm.by_medium]
    return lines or ["No rhythm is chosen."]


def _sentence(what: str, interval: Interval) -> str:
    every = "every day" if interval.good == 1 else f"every {interval.good:,} days"
    fine = "1 day is" if interval.fine == 1 else f"{count_words(interval.fine, 'day')} are"
    return f"{what}: {every} or so; up to {fine} still fine."
