"""Where lines of text on the screen may break, and where not."""

from __future__ import annotations

import re

_LONG = re.compile(r"(\S{16})(?=\S)")
_COUNTED = re.compile(r"(?<=\d) (?=[a-z])")


def breakable(text: str) -> str:
    """Words longer than a narrow line, addresses mostly, may be broken."""
    return _LONG.sub("\\1\u200b", text)


def kept_together(text: str) -> str:
    """A number stays with what it counts."""
    return _COUNTED.sub("\u00a0", text)
