"""Where a text quotes somebody: what stands in quotation marks, and lines that begin with >."""

from __future__ import annotations

import re
from collections.abc import Iterator

# What ends a quotation that was begun by this mark. ” and » begin one where they stand without a beginning, as in
# Swedish and Danish.
_ENDS = {"“": "”“", "„": "“”", "«": "»", "»": "«", "”": "”", '"': '"', "‹": "›", "‚": "‘’"}  # noqa: RUF001 - they are what this is about
_SINGLE = "‘'"  # noqa: RUF001 - they may be apostrophes, too
_MARK = re.compile("[“”„«»‹›‚‘’'\"]")  # noqa: RUF001
_QUOTED_LINE = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
_SHORTENED = ("tis", "twas", "til", "till", "em", "cause", "cos", "n", "bout", "round")


def quotations(paragraph: str) -> list[tuple[int, int]]:
    """The parts (start, end) that are quoted, in order; an unclosed quotation ends with the paragraph.

    An apostrophe is no quotation mark. Linear in the length of the text.
    """
    lines = [match.span() for match in _QUOTED_LINE.finditer(paragraph)]
    return sorted([*lines, *_marked(paragraph)])


def _marked(text: str) -> Iterator[tuple[int, int]]:
    marks = [match.start() for match in _MARK.finditer(text)]
    last_end = max((at for at in marks if _ends_single(text, at)), default=-1)
    begun, ends = -1, ""
    for at in marks:
        mark = text[at]
        if begun >= 0:
            if mark in ends and (ends != _SINGLE_ENDS or _ends_single(text, at)):
                yield begun, at + 1
                begun = -1
        elif mark in _SINGLE:
            if _begins_single(text, at) and (mark == "‘" or at < last_end):  # noqa: RUF001
                begun, ends = at, _SINGLE_ENDS
        elif mark in _ENDS and not _is_measure(text, at):
            begun, ends = at, _ENDS[mark]
    if begun >= 0:
        yield begun, len(text)


_SINGLE_ENDS = "’'"  # noqa: RUF001


def _begins_single(text: str, at: int) -> bool:
    """Whether it stands before a word, which is not one that is written so: 'tis."""
    before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    if before.isalnum() or not after.strip():
        return False
    word = re.match(r"[^\W_]{0,8}", text[at + 1 : at + 9])
    return word is None or word[0].casefold() not in _SHORTENED


def _ends_single(text: str, at: int) -> bool:
    """Whether it stands after something and not within a word."""
    if text[at] not in _SINGLE_ENDS:
        return False
    return bool(text[max(at - 1, 0) : at].strip()) and not text[at + 1 : at + 2].isalnum()


def _is_measure(text: str, at: int) -> bool:
    """As in 12", which is inches."""
    return text[at] == '"' and text[max(at - 1, 0) : at].isdigit()
