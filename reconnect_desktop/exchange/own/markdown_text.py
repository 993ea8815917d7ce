"""What a user wrote as Markdown text that stays text: nothing in it becomes a heading, a link, a picture or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

_INLINE = re.compile(r"[\\`*_\[\]<>&~|$!]")
_MARKS = frozenset("#+-=:%")  # that mean something where a line begins with them
_NUMBER = re.compile(r"\d{1,9}[.)]")
# What other programs would act on, and what would turn the order of all that follows on its line.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_BREAK = "\\"


def line(text: str) -> str:
    """All of it on one line."""
    clean = _TURNING.sub("", " ".join(text.split()))
    return _INLINE.sub(r"\\\g<0>", _CONTROL.sub("\N{REPLACEMENT CHARACTER}", clean))


def quote(text: str) -> Iterator[str]:
    """The lines of a quotation, each where it was; lines of nothing part its paragraphs."""
    lines = [_at_the_start(line(one)) for one in text.strip().splitlines()]
    for one, after in zip(lines, [*lines[1:], ""], strict=True):
        yield f"> {one}{_BREAK if one and after else ''}".rstrip()


def _at_the_start(text: str) -> str:
    """What begins a list, a heading or a rule does so no longer."""
    if number := _NUMBER.match(text):
        return f"{text[: number.end() - 1]}\\{text[number.end() - 1 :]}"
    return f"\\{text}" if text[:1] in _MARKS else text
