"""Patterns of words, as the table of phrases writes them: `you|ye just? never, ever`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

# Acute accents are often not typed; the umlauts of German make other words of them ("hattest", "hättest").
_LEFT_OUT = str.maketrans("áéíóú", "aeiou", "'’ʼ")  # noqa: RUF001 - all kinds of apostrophes


class Word(NamedTuple):
    """A word of a text, at [start, end); plain as patterns have it.

    joins: what parts it from the word before: " " white space, "," a comma and white space, "" anything else.
    """

    start: int
    end: int
    plain: str
    joins: str


class Slot(NamedTuple):
    """One place of a pattern: which words fit, whether there need be one, whether a comma may follow."""

    words: frozenset[str]
    optional: bool
    comma: bool


Pattern = tuple[Slot, ...]


def plain_word(word: str) -> str:
    """The word without capitals, apostrophes and acute accents: "Don’t" and "dont" are one, and "estás" and "estas"."""  # noqa: RUF002 - a real apostrophe
    return word.casefold().translate(_LEFT_OUT)


def read_pattern(text: str) -> Pattern:
    """The pattern that is written so. Raises ValueError where it is none, or all of it is optional."""
    slots = []
    for piece in text.split():
        bare = piece.removesuffix(",")
        words = frozenset(plain_word(word) for word in bare.removesuffix("?").split("|"))
        if "" in words or not all(word.isalnum() for word in words):
            raise ValueError(f"{text!r} is no pattern")
        slots.append(Slot(words, bare.endswith("?"), bare != piece))
    if all(slot.optional for slot in slots):
        raise ValueError(f"{text!r} says nothing")
    return tuple(slots)


def turned_round(pattern: Pattern) -> Pattern:
    """The pattern read from its end: each slot with the comma that may part it from the one before it in the text."""
    before = (False, *(slot.comma for slot in pattern[:-1]))
    return tuple(slot._replace(comma=comma) for slot, comma in zip(pattern[::-1], before[::-1], strict=True))


def beginnings(pattern: Pattern) -> frozenset[str]:
    """The words that a match can begin with."""
    found: frozenset[str] = frozenset()
    for slot in pattern:
        found |= slot.words
        if not slot.optional:
            break
    return found


def ends_of(pattern: Pattern, words: Sequence[Word], at: int, step: int = 1) -> set[int]:
    """Where a match of `pattern` that begins with words[at] may end: the places after its last word.

    step: -1 for one of `turned_round`, matched towards the beginning. The work is bounded by the pattern's length
    squared: a set of places is carried along, and nothing is tried twice.
    """
    places = {at}  # of the words to look at next
    comma = False  # whether one may stand before them
    for slot in pattern:
        fitting = {
            place + step
            for place in places
            if _fits(slot, words, place, first=place == at, comma=comma, step=step)
        }
        places = fitting | places if slot.optional else fitting
        comma = slot.comma
    return places - {at}


def _fits(slot: Slot, words: Sequence[Word], place: int, *, first: bool, comma: bool, step: int) -> bool:
    if not 0 <= place < len(words) or words[place].plain not in slot.words:
        return False
    joins = words[place if step > 0 else place + 1].joins
    return first or joins == " " or (comma and joins == ",")
