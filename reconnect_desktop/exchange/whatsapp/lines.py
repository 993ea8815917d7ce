"""A chat's lines, and what each begins with: "[18/03/22, 14:56:00] " or "18/03/22, 14:56 - "."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from reconnect_desktop.domain.checks import TEXT_MOST
from reconnect_desktop.exchange.reading.decoding import text_lines
from reconnect_desktop.exchange.whatsapp.marks import MARKS, SPACES, UNSEEN

NAME = "whatsapp"

_SHORTEST, _LONGEST = 8, 72  # characters of a stamp
_DASH = re.compile(rf"[{SPACES}][-\u2013\u2014][{SPACES}]")
_ERAS = "RHST令平昭大民พ"  # with which a stamp can begin, where the year has the name of an era


class Cut(NamedTuple):
    """A line that may begin with a stamp. opening: "[", "-" or ":"; marked: a mark stands before it; rest: what follows."""

    opening: str
    stamp: str
    rest: str
    marked: bool


def lines(stream: BinaryIO) -> Iterator[str]:
    """Every line, of one beyond all sense the beginning."""
    return text_lines(stream, NAME, TEXT_MOST + _LONGEST)


def cut(line: str) -> Cut | None:
    """The line in parts, or None if it can't begin with a stamp."""
    begin, marked = line, False
    if line[:1] in UNSEEN:
        begin = line.lstrip(UNSEEN)
        marked = any(mark in MARKS for mark in line[: len(line) - len(begin)])
    if begin.startswith("["):
        end = begin.find("]", _SHORTEST, _LONGEST)
        return Cut("[", begin[1:end], begin[end + 1 :].lstrip(SPACES), marked) if end > 0 else None
    if not (begin[:1].isdigit() or (begin[:1] in _ERAS and any(map(str.isdigit, begin[1:5])))):
        return None
    return _unbracketed(begin, marked=marked)


def _unbracketed(begin: str, *, marked: bool) -> Cut | None:
    end = begin.find(" - ", _SHORTEST, _LONGEST)
    if end > 0:
        return Cut("-", begin[:end], begin[end + 3 :], marked)
    if dash := _DASH.search(begin, _SHORTEST, _LONGEST):
        return Cut("-", begin[: dash.start()], begin[dash.end() :], marked)
    end = begin.find(": ", _SHORTEST, _LONGEST)  # as exports were written until about 2014
    return Cut(":", begin[:end], begin[end + 2 :], marked) if end > 0 else None
