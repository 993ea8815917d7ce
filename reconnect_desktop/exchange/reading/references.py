"""Character references that XML parsers refuse, mended in a stream of bytes.

Some phone programs write an emoji as two UTF-16 halves, `&#55357;&#56396;`, which no XML parser takes. Halves that
belong together are joined; single ones, NUL and other characters that XML forbids become U+FFFD.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_HIGH = rb"(?:x0{0,9}[dD][89abAB][0-9a-fA-F]{2}|0{0,9}(?:5529[6-9]|55[3-9]\d\d|56[0-2]\d\d|563[01]\d));"
_LOW = rb"(?:x0{0,9}[dD][c-fC-F][0-9a-fA-F]{2}|0{0,9}(?:563[2-9]\d|56[4-9]\d\d|57[0-2]\d\d|573[0-3]\d|5734[0-3]));"
_ANY = rb"(?:x[0-9a-fA-F]{1,16}|\d{1,16});"
# "&#" stands before the alternatives, so that the search can leap from one to the next.
_TO_MEND = re.compile(rb"&#(?:(?P<high>" + _HIGH + rb")&#(?P<low>" + _LOW + rb")|(?P<any>" + _ANY + rb"))")
# What must wait for the next chunk: the first half of a pair, and a reference that isn't complete.
_TAIL = re.compile(rb"(?:&#" + _HIGH + rb")?(?:&(?:#(?:x[0-9a-fA-F]{0,16}|\d{0,16}))?)?\Z")
_TAIL_MOST = 48
_REPLACEMENT = 0xFFFD


def mended(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes with the references mended, also where one lies across the border of two chunks."""
    waiting = b""
    for chunk in chunks:
        data = waiting + chunk
        tail = _TAIL.search(data, max(0, len(data) - _TAIL_MOST))
        end = tail.start() if tail else len(data)
        waiting = data[end:]
        yield _TO_MEND.sub(_mend, data[:end])
    yield _TO_MEND.sub(_mend, waiting)


def _mend(match: re.Match[bytes]) -> bytes:
    if match["high"]:
        high, low = _code(match["high"]), _code(match["low"])
        return b"&#%d;" % (0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    return match[0] if _is_allowed(_code(match["any"])) else b"&#%d;" % _REPLACEMENT


def _code(reference: bytes) -> int:
    digits = reference.removesuffix(b";")
    return int(digits[1:], 16) if digits.startswith(b"x") else int(digits)


def _is_allowed(code: int) -> bool:
    """Whether XML 1.0 has this character (section 2.2 of its specification)."""
    return (
        code in (0x9, 0xA, 0xD)
        or 0x20 <= code <= 0xD7FF
        or 0xE000 <= code <= 0xFFFD
        or 0x10000 <= code <= 0x10FFFF
    )
