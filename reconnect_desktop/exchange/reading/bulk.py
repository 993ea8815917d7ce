"""Pictures and films in a stream of XML, left out before they are parsed.

They stand in attributes, `data="…"`, as many megabytes of base64. Nothing but characters of base64 is taken away, so what is
no picture but looks like one keeps the file's elements as they are. Line breaks are kept, so that lines can be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_LEAST = 1000  # bytes: what is shorter may as well stay
# It begins with plain letters, so that the search can leap to them.
_BEGIN = re.compile(rb"data\s{0,8}=\s{0,8}[\"'](?=[A-Za-z0-9+/=\s&#;]{%d})" % _LEAST)
_MORE = re.compile(rb"(?:[A-Za-z0-9+/=\s]++|&#(?:1[03]|[xX]0?[aAdD]);)*+")
# What may go on in the next chunk: something that begins so, or a reference to a line break.
_TAIL = re.compile(rb"d(?:a(?:t(?:a(?:\s{0,8}(?:=\s{0,8}(?:[\"'][A-Za-z0-9+/=\s&#;]*)?)?)?)?)?)?\Z")
_TAIL_MOST = _LEAST + 32
_CUT = re.compile(rb"&(?:#(?:1[03]?|[xX]0?[aAdD]?)?)?\Z")


def without_bulk(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes without what is long in base64, also where it lies across the borders of chunks."""
    waiting, inside = b"", False
    for chunk in chunks:
        data = waiting + chunk
        kept, at, inside = _lean(data, inside=inside)
        waiting = data[at:]
        yield kept
    yield waiting


def _lean(data: bytes, *, inside: bool) -> tuple[bytes, int, bool]:
    """What stays of `data` (which may begin inside of a picture), how far it was looked through, and whether it ends inside."""
    pieces: list[bytes] = []
    at = 0
    while True:
        if inside:
            begin, at = at, _end_of_bulk(data, at)
            pieces.append(b"\n" * data.count(b"\n", begin, at))
            if at == len(data) or _CUT.match(data, at):
                return b"".join(pieces), at, True
        mark = _BEGIN.search(data, at)
        if mark is None:
            end = _safe_end(data, at)
            return b"".join([*pieces, data[at:end]]), end, False
        pieces.append(data[at : mark.end()])
        at, inside = mark.end(), True


def _end_of_bulk(data: bytes, at: int) -> int:
    match = _MORE.match(data, at)
    return match.end() if match else at


def _safe_end(data: bytes, at: int) -> int:
    """The end of the data, or of what can be passed on before it is seen how it goes on."""
    tail = _TAIL.search(data, max(at, len(data) - _TAIL_MOST))
    return tail.start() if tail else len(data)
