"""The words for values, and doors to those for undo steps, spans of days and errors."""

from __future__ import annotations

from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut
from reconnect_desktop.language import mark, tr, tr_in, tr_n
from reconnect_desktop.output.errors_in_words import explain
from reconnect_desktop.output.spans import days_words, exact_days
from reconnect_desktop.output.undo_words import TOLD, done_words, redo_words, undo_words

__all__ = [
    "TOLD",
    "closeness_word",
    "contact_words",
    "days_words",
    "done_words",
    "exact_days",
    "explain",
    "length_words",
    "medium_word",
    "mood_word",
    "reached_out_word",
    "redo_words",
    "undo_words",
]

_MEDIA = {
    Medium.CALL: mark("Call"),
    Medium.VIDEO: mark("Video"),
    Medium.VISIT: mark("In person"),
    Medium.MESSAGE: mark("Message"),
    Medium.LETTER: mark("Letter"),
    Medium.OTHER: mark("Other"),
}
_REACHED_OUT = {
    ReachedOut.ME: mark("I did"),
    ReachedOut.MOM: mark("She did"),
    ReachedOut.BOTH: mark("Both of us"),
}
# The context tells them from other things that are good or so-so.
_MOODS = {
    1: lambda: tr_in("mood", "Very low"),
    2: lambda: tr_in("mood", "Low"),
    3: lambda: tr_in("mood", "So-so"),
    4: lambda: tr_in("mood", "Good"),
    5: lambda: tr_in("mood", "Great"),
}


def medium_word(medium: Medium) -> str:
    """The medium as on its button: "Call"."""
    return tr(_MEDIA[medium])


def contact_words(interaction: Interaction) -> str:
    """What it was, in a list: "Call"; of an exchange whose messages were counted, "23 messages"."""
    if interaction.medium is Medium.MESSAGE and (interaction.messages or 0) > 1:
        return tr_n("{count} message", "{count} messages", interaction.messages or 0)
    return medium_word(interaction.medium)


def reached_out_word(who: ReachedOut) -> str:
    """Who began it, as on the screen: "I did"."""
    return tr(_REACHED_OUT[who])


def closeness_word(closeness: int) -> str:
    """A rating, 1…7: "4 of 7"."""
    return tr("{closeness} of 7", closeness=closeness)


def mood_word(mood: int) -> str:
    """A mood, 1…5: "Good"."""
    return _MOODS[mood]()


def length_words(minutes: int) -> str:
    """A length: "25 min", "1 h", "1 h 15 min"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return tr("{minutes} min", minutes=rest)
    return tr("{hours} h {minutes} min", hours=hours, minutes=rest) if rest else tr("{hours} h", hours=hours)
