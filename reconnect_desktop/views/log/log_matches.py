"""Where the words of a search stand in a text, and the part of a note worth showing."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from reconnect_desktop.domain.tags import BUILT_IN
from reconnect_desktop.output.tag_names import shown_tag

_FROM_RIGHT = ("R", "AL", "RLE", "RLO", "RLI")
_FAR = 5_000  # characters of a note that are searched for something to show
_LEAD = 24  # characters shown before a match that stands far into the note
_SHOWN = 400  # characters that may come into view in one line


def search_words(typed: str) -> tuple[str, ...]:
    """The words of a search, folded: those that the journal looks for."""
    return tuple(fold(word)[0] for word in typed.split() if any(letter.isalnum() for letter in word))


def named_tags(typed: str) -> tuple[tuple[str, str], ...]:
    """Of the words of a search, those that name a built-in tag in the language that is spoken, each with the tag as it is kept."""
    names = [(tag, name) for tag in BUILT_IN if (name := shown_tag(tag)) != tag]
    return tuple(
        (word, tag) for word in typed.split() for tag, name in names if matches(name, search_words(word))
    )


@lru_cache(maxsize=256)
def fold(text: str) -> tuple[str, tuple[int, ...]]:
    """The text without case and accents, and for each of its characters the place it had."""
    if text.isascii():
        return text.lower(), tuple(range(len(text)))
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for plain in unicodedata.normalize("NFKD", letter.casefold()):
            if not unicodedata.combining(plain):
                letters.append(plain)
                places.append(place)
    return "".join(letters), tuple(places)


def matches(text: str, words: tuple[str, ...]) -> list[tuple[int, int]]:
    """The (start, length) of all beginnings of words in `text` that match, in order, not overlapping."""
    if not words or not text:
        return []
    folded, places = fold(text)
    spans = sorted(
        (places[at], places[at + len(word) - 1] + 1) for word in words for at in _starts(folded, word)
    )
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if not found or start >= found[-1][0] + found[-1][1]:
            found.append((start, end - start))
    return found


@lru_cache(maxsize=512)
def runs_from_left(text: str) -> bool:
    """Whether all of it is written from left to right."""
    return text.isascii() or not any(unicodedata.bidirectional(letter) in _FROM_RIGHT for letter in text)


def one_line(text: str) -> str:
    """The first line that says something, spaces folded, no longer than may come into view."""
    for line in text[:_FAR].splitlines():
        if words := line.split():
            return " ".join(words)[:_SHOWN]
    return ""


@lru_cache(maxsize=512)
def excerpt(text: str, words: tuple[str, ...]) -> str:
    """The first line of a note; while searching, the part of the note in which a word was found."""
    if not words:
        return one_line(text)
    whole = " ".join(text[:_FAR].split())
    found = matches(whole, words)
    if not found or found[0][0] <= 2 * _LEAD:
        return whole[:_SHOWN] if found else one_line(text)
    start = whole.rfind(" ", 0, found[0][0] - _LEAD) + 1
    return f"…{whole[start : start + _SHOWN]}"


def _starts(folded: str, word: str) -> list[int]:
    starts = []
    at = folded.find(word)
    while at >= 0:
        if at == 0 or not folded[at - 1].isalnum():
            starts.append(at)
        at = folded.find(word, at + 1)
    return starts
