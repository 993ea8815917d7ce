"""What commands print of one value: an interaction as a line, a number of things, a text without control characters, a mean as JSON."""

from __future__ import annotations

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.output.sentences import closeness_word, length_words, medium_word

ID_SHOWN = 8
_NOTE_SHOWN = 60


def interaction_line(interaction: Interaction) -> str:
    """As in "2026-11-22 18:40  Call  25 min  5 of 7  first words of the note  [9f03c2aa]"."""
    parts = [
        interaction.when.local.isoformat(" ", "minutes"),
        medium_word(interaction.medium).ljust(9),
        (length_words(interaction.minutes) if interaction.minutes is not None else "").rjust(10),
        (closeness_word(interaction.closeness) if interaction.closeness else "unrated").ljust(9),
        f"[{interaction.id[:ID_SHOWN]}]",
        _first_words(interaction.note or interaction.win),
    ]
    return "  ".join(parts).rstrip()


def count_words(count: int, noun: str) -> str:
    """A number of things, in English: "1 call", "1,204 calls", "2 entries"."""
    if count == 1:
        return f"1 {noun}"
    plural = noun[:-1] + "ies" if noun[-1] == "y" and noun[-2] not in "aeiou" else noun + "s"
    return f"{count:,} {plural}"


def _first_words(note: str) -> str:
    line = printable(" ".join(note.split()))
    return line if len(line) <= _NOTE_SHOWN else f"{line[: _NOTE_SHOWN - 1]}…"


def printable(text: str) -> str:
    """`text` without what would steer a terminal or turn the line around."""
    return "".join(character if character.isprintable() else " " for character in text)


def rounded(mean: float | None) -> float | None:
    """A mean as JSON has it: three digits say all there is to say."""
    return None if mean is None else round(mean, 3)
