"""Words made comparable: without case, accents, signs and other scripts' digits."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SIGNS = re.compile(r"[\W_]+")
# Letters that have no accent to take off, yet are typed in two ways.
_TWINS = str.maketrans({"ß": "ss", "\u0131": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The words of `text` in small letters without accents, one blank between them; "" where it has no word."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in bare if not _is_mark(letter)).translate(_TWINS)
    return _SIGNS.sub(" ", unicodedata.normalize("NFC", bare)).strip()


def _is_mark(letter: str) -> bool:
    # Marks of the scripts of India and Thailand are letters to their readers, and stay.
    return unicodedata.combining(letter) > 0 and letter < "\u0900"


def plain_digits(text: str) -> str:
    """The same text with the digits of every script as 0 to 9."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(letter)) if letter.isdecimal() else letter for letter in text)
