"""Source keys of what one export tells a second earlier, or longer, than another of the same chat.

Exports of one chat differ: by a second in each time, by having no seconds, by beginning later because the oldest messages
are cut, by ending later. So the key of an exchange or a call is the span it takes, and it is known where
the journal has one of its kind, from the same source, that takes some of it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

JITTER = 60  # seconds: exports without seconds are a minute apart from those that have them

_SPAN = re.compile(r"(?P<kind>[a-z]+)~(?P<first>-?\d{1,12})~(?P<last>-?\d{1,12})", re.ASCII)


class Span(NamedTuple):
    """From the first to the last moment, in seconds since 1970 UTC; kind: "call" or "messages"."""

    kind: str
    first: int
    last: int


def span_key(kind: str, first: int, last: int) -> str:
    """The source key of what takes this span."""
    return f"{kind}~{first}~{last}"


def span_of(source_key: str) -> Span | None:
    """The span of such a key, or None for a key of another sort."""
    match = _SPAN.fullmatch(source_key)
    return Span(match["kind"], int(match["first"]), int(match["last"])) if match else None
