r"""What Telegram writes that no JSON parser takes, mended in a stream of text; every line stays where it was.

It writes control characters as `\x0C`; for a while it wrote names of files without quotes; and behind the escape of a line
separator it leaves two bytes of what the escape stands for (see `export_output_json.cpp` of Telegram Desktop).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_REACH = 8192  # characters: far longer than a line that needs mending

# Escapes are read one by one: in `\\x0C` the backslash itself is escaped, and in a text `"document_id"` has its quotes escaped.
_TO_MEND = re.compile(
    r'\\(?:x(?P<code>[0-9A-Fa-f]{2})|.)|"document_id": (?P<bare>[^"\d\s{\[][^\n]*)', re.DOTALL
)
_BARE = re.compile(r'"document_id": [^"\d\s{\[]')
_CUT_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]?)?\Z")


def mended(chunks: Iterable[str]) -> Iterator[str]:
    """The same text as JSON, also where what has to be mended lies across the border of two chunks."""
    waiting = ""
    for chunk in chunks:
        data = waiting + chunk
        end = _whole(data)
        waiting = data[end:]
        yield _mended(data[:end])
    yield _mended(waiting)


def _mended(text: str) -> str:
    if "\ufffd" in text:
        text = text.replace("\\u2028\ufffd\ufffd", "\\u2028").replace("\\u2029\ufffd\ufffd", "\\u2029")
    if "\\x" in text or _BARE.search(text):
        return _TO_MEND.sub(_mend, text)
    return text


def _mend(match: re.Match[str]) -> str:
    if match["code"]:
        return "\\u00" + match["code"]
    return '"document_id": ""' if match["bare"] else match[0]


def _whole(data: str) -> int:
    """Where nothing that has to be mended is cut: behind the last line, or else before an escape that goes on."""
    newline = data.rfind("\n", max(0, len(data) - _REACH))
    if newline >= 0 or len(data) <= _REACH:
        return newline + 1
    cut = _CUT_ESCAPE.search(data, max(0, len(data) - 3))
    if cut is None:
        return len(data)
    before = data[: cut.start() + 1]
    backslashes = len(before) - len(before.rstrip("\\"))
    return cut.start() if backslashes % 2 else len(data)
