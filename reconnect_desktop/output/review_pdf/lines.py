"""Text broken into lines.

fpdf2 can do that, but shapes the text anew with each character: half a second for a page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

Measure = Callable[[str], float]

# A line can end after white space and hyphens, and beside each sign of a script that sets no spaces.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_PIECE = re.compile(rf"\s+|[{_UNSPACED}]|[^\s{_UNSPACED}]+?(?:[-–—/\u00ad]+(?=\w)|(?=[\s{_UNSPACED}])|$)")
_SOFT_HYPHEN = "\u00ad"


def lines_of(text: str, width: float, measure: Measure) -> list[str]:
    """One paragraph in lines of at most this width, as far as that can be; white space at a break is left out.

    text: without newlines; measure: the width of a piece of text in one line.
    """
    lines, line, room = [], "", width
    for piece in _pieces(text, width, measure):
        needed = measure(_shown(piece))
        if line.strip() and needed > room and not piece.isspace():
            lines.append(_ended(line))
            line, room = "", width
        if line or not (piece.isspace() and lines):  # white space typed at the very beginning stays
            line += piece
            room -= needed
    return [*lines, _ended(line, last=True)] if line.strip() or not lines else lines


def _pieces(text: str, width: float, measure: Measure) -> Iterator[str]:
    """What is kept in one line; a piece that is wider than a line in parts that are not."""
    for piece in _PIECE.findall(text):
        if len(piece) == 1 or measure(_shown(piece)) <= width:
            yield piece
        else:
            yield from _parts(piece, width, measure)


def _parts(piece: str, width: float, measure: Measure) -> Iterator[str]:
    part, room = "", width
    for cluster in _clusters(piece):
        needed = measure(cluster)
        if part and needed > room:
            yield part
            part, room = "", width
        part += cluster
        room -= needed
    yield part


def _clusters(text: str) -> Iterator[str]:
    """Letters with the marks that belong to them."""
    cluster = ""
    for one in text:
        if cluster and not (unicodedata.category(one).startswith("M") or "\u200d" in (one, cluster[-1])):
            yield cluster
            cluster = ""
        cluster += one
    yield cluster


def _shown(piece: str) -> str:
    return piece.replace(_SOFT_HYPHEN, "")


def _ended(line: str, *, last: bool = False) -> str:
    line = line.rstrip()
    return _shown(line) + ("-" if line.endswith(_SOFT_HYPHEN) and not last else "")
