"""Characters that can't be seen, which exports have between those that can."""

from __future__ import annotations

# Which way text runs (WhatsApp on an iPhone begins with one what it says itself), byte order marks, spaces of no width.
MARKS = "\u200b\u200e\u200f\u061c\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
SPACES = " \t\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000"
UNSEEN = MARKS + SPACES

_PLAIN = str.maketrans(dict.fromkeys(MARKS, "") | dict.fromkeys(SPACES, " "))


def plain(text: str) -> str:
    """The same without marks, and with blanks of one kind."""
    return text if text.isascii() else text.translate(_PLAIN)
