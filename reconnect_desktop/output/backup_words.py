"""Backups in words: why one was made, how large it is, and what going back to one would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reconnect_desktop.domain.backups import Occasion, SecondFolder
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import (
    RECORD_TYPES,
    Import,
    Letter,
    LetterVersion,
    MoodCheckIn,
    Need,
    Nudge,
    Pause,
    Record,
    Reflection,
    Setting,
    Topic,
    Try,
)
from reconnect_desktop.domain.restoring import Comparison, Counts
from reconnect_desktop.output.sentences import count_words

if TYPE_CHECKING:
    from reconnect_desktop.forgetting import Forgotten

_OCCASIONS = {
    Occasion.DAY: "First change of the day",
    Occasion.EXIT: "When Reconnect closed or locked",
    Occasion.ASKED: "You asked for it",
    Occasion.MIGRATION: "Before an update",
    Occasion.RESTORE: "Before going back to a backup",
    Occasion.IMPORT: "Before history was brought in",
    Occasion.TAKE_OUT: "Before history was taken out again",
    Occasion.ENCRYPTION: "Before the encryption was changed",
}
_SECOND = {
    SecondFolder.NONE: "",
    SecondFolder.CURRENT: "The newest backup is there, too.",
    SecondFolder.BEHIND: "The newest backup is not there yet; it comes with the next one.",
    SecondFolder.MISSING: "It can't be reached right now. Backups go there again once it is back.",
    SecondFolder.UNWRITABLE: "It can't be written to right now, so the newest backup is not there; look at its permissions.",
    SecondFolder.FULL: "There is no room left there for the newest backup.",
}
_NOUNS: dict[type[Record], str] = {
    Interaction: "interaction",
    MoodCheckIn: "mood",
    Topic: "topic",
    Pause: "pause",
    Nudge: "answer",  # to a suggestion
    Try: "try",
    Letter: "letter",
    LetterVersion: "letter version",
    Need: "need",
    Reflection: "reflection",
    Import: "import",
    Setting: "setting",
}
_UNITS = ("KB", "MB", "GB", "TB")


def occasion_words(occasion: Occasion) -> str:
    """Why a backup was made: "First change of the day"."""
    return _OCCASIONS[occasion]


def second_folder_words(state: SecondFolder) -> str:
    """How it is with the second folder, in a sentence or two; "" where none is chosen."""
    return _SECOND[state]


def size_words(size: int) -> str:
    """So many bytes as people say it: "412 KB", "1.4 MB"; never less than 1 KB."""
    amount, unit = size / 1000, _UNITS[0]
    for unit in _UNITS:
        if amount < 999.5 or unit == _UNITS[-1]:
            break
        amount /= 1000
    if unit == "KB":
        return f"{max(1, round(amount))} KB"
    return f"{amount:,.1f} {unit}" if amount < 99.95 else f"{amount:,.0f} {unit}"


def difference_words(comparison: Comparison) -> list[str]:
    """What going back would do, at most three lines, each a verb and what it is about."""
    told = (
        ("Comes back", comparison.added),
        ("Taken out", comparison.gone),
        ("Becomes as it was then", comparison.changed),
    )
    return [f"{verb}: {counted_words(counts)}." for verb, counts in told if counts]


def forgotten_words(interactions: int, done: Forgotten) -> list[str]:
    """What came of forgetting so many: that it is done, and where they may still be found."""
    places = f" and {count_words(done.rewritten, 'backup')}" if done.rewritten else ""
    lines = [f"Forgotten: {count_words(interactions, 'interaction')}, in the journal{places}."]
    held = "it" if interactions == 1 else "them"
    if done.out_of_reach:
        files = count_words(done.out_of_reach, "file")
        lines.append(
            f"{files} that can't be opened may still hold {held}: damaged, or under another passphrase."
        )
    if done.second_is_away:
        lines.append(f"The second folder can't be reached right now; backups there may still hold {held}.")
    return lines


def counted_words(counts: Counts) -> str:
    """Records of several kinds, as in "2 interactions, 1 letter", in the order of the kinds."""
    return ", ".join(count_words(counts[kind], _NOUNS[kind]) for kind in RECORD_TYPES if kind in counts)
