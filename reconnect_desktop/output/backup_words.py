"""Backups in words: why one was made, how large it is, and what going back to one would change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reconnect_desktop.domain.backups import Occasion, SecondFolder
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.plan import Plan
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
from reconnect_desktop.language import mark, number, tr, tr_n

if TYPE_CHECKING:
    from reconnect_desktop.forgetting import Forgotten

_OCCASIONS = {
    Occasion.DAY: mark("First change of the day"),
    Occasion.EXIT: mark("When Reconnect closed or locked"),
    Occasion.ASKED: mark("You asked for it"),
    Occasion.MIGRATION: mark("Before an update"),
    Occasion.RESTORE: mark("Before going back to a backup"),
    Occasion.IMPORT: mark("Before history was brought in"),
    Occasion.TAKE_OUT: mark("Before history was taken out again"),
    Occasion.ENCRYPTION: mark("Before the encryption was changed"),
}
_SECOND = {
    SecondFolder.NONE: "",
    SecondFolder.CURRENT: mark("The newest backup is there, too."),
    SecondFolder.BEHIND: mark("The newest backup is not there yet; it comes with the next one."),
    SecondFolder.MISSING: mark("It can't be reached right now. Backups go there again once it is back."),
    SecondFolder.UNWRITABLE: mark(
        "It can't be written to right now, so the newest backup is not there; look at its permissions."
    ),
    SecondFolder.FULL: mark("There is no room left there for the newest backup."),
}
_COUNTED: dict[type[Record], Callable[[int], str]] = {
    Interaction: lambda n: tr_n("{count} interaction", "{count} interactions", n),
    MoodCheckIn: lambda n: tr_n("{count} mood", "{count} moods", n),
    Topic: lambda n: tr_n("{count} topic", "{count} topics", n),
    Plan: lambda n: tr_n("{count} plan", "{count} plans", n),
    Pause: lambda n: tr_n("{count} pause", "{count} pauses", n),
    # Translators: an answer to a suggestion.
    Nudge: lambda n: tr_n("{count} answer", "{count} answers", n),
    # Translators: of a suggestion that was taken up.
    Try: lambda n: tr_n("{count} try", "{count} tries", n),
    Letter: lambda n: tr_n("{count} letter", "{count} letters", n),
    LetterVersion: lambda n: tr_n("{count} letter version", "{count} letter versions", n),
    Need: lambda n: tr_n("{count} need", "{count} needs", n),
    Reflection: lambda n: tr_n("{count} reflection", "{count} reflections", n),
    Import: lambda n: tr_n("{count} import", "{count} imports", n),
    Setting: lambda n: tr_n("{count} setting", "{count} settings", n),
}
_UNITS = ("KB", "MB", "GB", "TB")


def occasion_words(occasion: Occasion) -> str:
    """Why a backup was made: "First change of the day"."""
    return tr(_OCCASIONS[occasion])


def second_folder_words(state: SecondFolder) -> str:
    """How it is with the second folder, in a sentence or two; "" where none is chosen."""
    return tr(_SECOND[state])


def size_words(size: int) -> str:
    """So many bytes as people say it: "412 KB", "1.4 MB"; never less than 1 KB."""
    amount, unit = size / 1000, _UNITS[0]
    for unit in _UNITS:
        if amount < 999.5 or unit == _UNITS[-1]:
            break
        amount /= 1000
    if unit == "KB":
        return f"{max(1, round(amount))} KB"
    return f"{number(amount, 1 if amount < 99.95 else 0)} {unit}"


def difference_words(comparison: Comparison) -> list[str]:
    """What going back would do, at most three lines, each a verb and what it is about."""
    told = (
        (mark("Comes back: {entries}."), comparison.added),
        (mark("Taken out: {entries}."), comparison.gone),
        (mark("Becomes as it was then: {entries}."), comparison.changed),
    )
    return [tr(words, entries=counted_words(counts)) for words, counts in told if counts]


def forgotten_words(interactions: int, done: Forgotten) -> list[str]:
    """What came of forgetting so many: that it is done, and where they may still be found."""
    lines = [_forgotten(interactions, done.rewritten)]
    if done.out_of_reach:
        lines.append(_out_of_reach(interactions, done.out_of_reach))
    if done.second_is_away:
        lines.append(_second_is_away(interactions))
    return lines


def counted_words(counts: Counts) -> str:
    """Records of several kinds, as in "2 interactions, 1 letter", in the order of the kinds."""
    return ", ".join(_COUNTED[kind](counts[kind]) for kind in RECORD_TYPES if kind in counts)


def _forgotten(interactions: int, backups: int) -> str:
    if not backups:
        return tr_n(
            "Forgotten: {count} interaction, in the journal.",
            "Forgotten: {count} interactions, in the journal.",
            interactions,
        )
    return tr_n(
        "Forgotten: {interactions}, in the journal and {count} backup.",
        "Forgotten: {interactions}, in the journal and {count} backups.",
        backups,
        interactions=_COUNTED[Interaction](interactions),
    )


def _out_of_reach(interactions: int, files: int) -> str:
    if interactions == 1:
        return tr_n(
            "{count} file that can't be opened may still hold it: damaged, or under another passphrase.",
            "{count} files that can't be opened may still hold it: damaged, or under another passphrase.",
            files,
        )
    return tr_n(
        "{count} file that can't be opened may still hold them: damaged, or under another passphrase.",
        "{count} files that can't be opened may still hold them: damaged, or under another passphrase.",
        files,
    )


def _second_is_away(interactions: int) -> str:
    return tr_n(
        "The second folder can't be reached right now; backups there may still hold it.",
        "The second folder can't be reached right now; backups there may still hold them.",
        interactions,
    )
