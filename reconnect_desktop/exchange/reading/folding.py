"""Words made comparable: without case, accents, signs and other scripts' digits."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Letters that have no accent to take off, yet are typed in two ways.
_TWINS = str.maketrans({"ß": "ss", "\u0131": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})
_ACCENTS_END = "\u0900"  # from here on, as in Hindi and Thai, marks are vowels, and stay


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The words of `text` in small letters without accents, one blank between them; "" where it has no word."""
    parts = unicodedata.normalize("NFKD", text.casefold().translate(_TWINS))
    return " ".join(unicodedata.normalize("NFC", "".join(map(_bare, parts))).split())


def _bare(letter: str) -> str:
    """The letter itself, nothing for an accent or what can't be seen, and a blank for a sign."""
    if letter.isalnum():
        return letter
    kind = unicodedata.category(letter)
    if kind[0] == "M":
        return "" if letter < _ACCENTS_END else letter
    return "" if kind == "Cf" else " "


def plain_digits(text: str) -> str:
    """The same text with the digits of every script as 0 to 9."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(letter)) if letter.isdecimal() else letter for letter in text)
