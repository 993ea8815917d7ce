"""The words for values and undo steps, and one sentence for each error (from `errors_in_words`)."""

from __future__ import annotations

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut
from reconnect_desktop.output.errors_in_words import explain

__all__ = [
    "TOLD",
    "closeness_word",
    "count_words",
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
    Medium.CALL: "Call",
    Medium.VIDEO: "Video",
    Medium.VISIT: "In person",
    Medium.MESSAGE: "Message",
    Medium.LETTER: "Letter",
    Medium.OTHER: "Other",
}
_REACHED_OUT = {ReachedOut.ME: "I did", ReachedOut.MOM: "She did", ReachedOut.BOTH: "Both of us"}
_MOODS = {1: "Very low", 2: "Low", 3: "So-so", 4: "Good", 5: "Great"}
# What is not plain from the screen, or one may want back at once: there it is said that it was done.
TOLD = frozenset(
    {
        *(Action.LOG, Action.DELETE, Action.IMPORT, Action.RESTORE, Action.GO_BACK),
        *(Action.TAKE_OUT, Action.NOT_HER, Action.NUDGE, Action.TRY, Action.PAUSE),
    }
)
# What follows "Undo ", the thing that is counted there ("" where counting says nothing), and what is said once it is done.
_ACTIONS: dict[Action, tuple[str, str, str]] = {
    Action.LOG: ("logging", "interaction", "Saved."),
    Action.EDIT: ("the change to", "interaction", "Changed."),
    Action.DELETE: ("deleting", "interaction", "Deleted"),
    Action.RATE: ("rating", "interaction", "Rated."),
    Action.IMPORT: ("bringing in", "entry", "Brought in"),
    Action.TAKE_OUT: ("taking out", "interaction", "Took out"),
    Action.MERGE: ("the merging", "", "Merged."),
    Action.APART: ("keeping both", "", "Both kept."),
    Action.NOT_HER: ("taking one out", "", "Taken out."),
    Action.MOOD: ("the mood", "", "Noted."),
    Action.TOPIC: ("the change to the topics", "", "Saved."),
    Action.PAUSE: ("the change to the pauses", "", "Saved."),
    Action.NUDGE: ("the answer to the suggestion", "", "Noted."),
    Action.TRY: ("the change to the tries", "", "Noted."),
    Action.LETTER: ("the change to the letters", "", "Saved."),
    Action.NEED: ("the change to the needs", "", "Saved."),
    Action.REFLECTION: ("the change to the reflection", "", "Saved."),
    Action.SETTING: ("the change of settings", "", "Saved."),
    Action.RESTORE: ("bringing back", "", "Brought back."),
    Action.GO_BACK: ("going back to a backup", "", "The journal is as it was in the backup."),
}


def medium_word(medium: Medium) -> str:
    """The medium as on its button: "Call"."""
    return _MEDIA[medium]


def contact_words(interaction: Interaction) -> str:
    """What it was, in a list: "Call"; of an exchange whose messages were counted, "23 messages"."""
    if interaction.medium is Medium.MESSAGE and (interaction.messages or 0) > 1:
        return count_words(interaction.messages or 0, "message")
    return medium_word(interaction.medium)


def reached_out_word(who: ReachedOut) -> str:
    """Who began it, as on the screen: "I did"."""
    return _REACHED_OUT[who]


def closeness_word(closeness: int) -> str:
    """A rating, 1…7: "4 of 7"."""
    return f"{closeness} of 7"


def mood_word(mood: int) -> str:
    """A mood, 1…5: "Good"."""
    return _MOODS[mood]


def length_words(minutes: int) -> str:
    """A length: "25 min", "1 h", "1 h 15 min"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def count_words(count: int, noun: str) -> str:
    """A number of things: "1 call", "1,204 calls", "2 entries"."""
    if count == 1:
        return f"1 {noun}"
    plural = noun[:-1] + "ies" if noun[-1] == "y" and noun[-2] not in "aeiou" else noun + "s"
    return f"{count:,} {plural}"


def days_words(days: float) -> str:
    """A span of days as people say it: "about 3 days", "about a week", "about two months"."""
    if days < 0.75:
        return "less than a day"
    if days < 1.5:
        return "about a day"
    if not 6.5 <= days < 7.5 and days < 13:
        return f"about {max(2, round(days))} days"
    if days < 24.5:
        return _about(round(days / 7), "week")
    months = round(days / 30.44)
    if months < 11:
        return _about(months, "month")
    if 15 <= months < 21:
        return "about a year and a half"
    return _about(max(1, round(days / 365.25)), "year")


def exact_days(days: float) -> str:
    """A span of days with one digit where it needs one: "7 days", "8.3 days", "1 day"."""
    rounded = round(days, 1)
    if rounded == int(rounded):
        return count_words(int(rounded), "day")
    return f"{rounded:,.1f} days"


def undo_words(action: Action, count: int = 1) -> str:
    """The undo step in the menu: "Undo deleting 3 interactions"."""
    return f"Undo {_step(action, count)}"


def redo_words(action: Action, count: int = 1) -> str:
    """The redo step in the menu: "Redo deleting 3 interactions"."""
    return f"Redo {_step(action, count)}"


def done_words(action: Action, count: int = 1) -> str:
    """What is said once it is done: "Saved.", "Deleted 3 interactions."."""
    _, noun, done = _ACTIONS[action]
    return done if done.endswith(".") else f"{done} {count_words(count, noun)}."


def _step(action: Action, count: int) -> str:
    words, noun, _ = _ACTIONS[action]
    if not noun:
        return words
    return f"{words} {count_words(count, noun) if count != 1 else f'an {noun}'}"


_NUMBERS = ("", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def _about(count: int, unit: str) -> str:
    number = _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"
    return f"about {number} {unit}" + ("s" if count > 1 else "")
