"""The elements of an XML file, one by one and in bounded memory; unsafe constructs are refused.

Expat is used directly: it tells lines, announces a DOCTYPE before anything in it acts, and builds no tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple
from xml.parsers import expat

from reconnect_desktop.domain.errors import Malformed, UnsafeFile
from reconnect_desktop.exchange.reading.bulk import without_bulk
from reconnect_desktop.exchange.reading.decoding import CHUNK, head_text, marked_encoding, utf8_chunks
from reconnect_desktop.exchange.reading.references import mended

DEPTH_MOST = 32
PIECE_MOST = 8 << 20  # bytes of one tag, comment or text; expat keeps the whole of it

# Possessive throughout: a file of many comments must not make it try every way to part them.
_BEFORE_ROOT = re.compile(
    r"(?>\s|\ufeff|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*+<(?P<root>[A-Za-z_][\w.-]*)",
    re.DOTALL,
)


class Element(NamedTuple):
    """A child of the root, or an element in one: its name, its attributes, and the line of its start tag."""

    name: str
    attributes: dict[str, str]
    line: int


def root_name(head: bytes) -> str:
    """The name of the root element of a file that begins with `head`, or ""."""
    match = _BEFORE_ROOT.match(head_text(head))
    return match["root"] if match else ""


def elements(
    stream: BinaryIO, root: str, format_name: str, inner: frozenset[str] = frozenset()
) -> Iterator[Element]:
    """Every child of the root element, which must be called `root`, and behind each what in it is called one of `inner`.

    Long attributes called `data` come empty. Raises Malformed with the line (also for a file that ends too early: after
    elements were yielded), and UnsafeFile for a DOCTYPE, for elements nested too deep and for a tag beyond all sense.
    """
    start = stream.tell()
    is_marked = marked_encoding(stream.read(4)) is not None
    stream.seek(start)
    # Programs that write a file anew in another encoding leave what it says of itself.
    parser = _Parser(root, format_name, inner, "utf-8" if is_marked else None)
    for chunk in mended(without_bulk(utf8_chunks(stream))):
        yield from parser.feed(chunk)
    yield from parser.feed(b"", is_last=True)


class _Parser:
    def __init__(self, root: str, format_name: str, inner: frozenset[str], encoding: str | None) -> None:
        self._root = root
        self._inner = inner
        self._format_name = format_name
        self._depth = 0
        self._fed = 0
        self._found: list[Element] = []
        self._expat = expat.ParserCreate(encoding)
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.StartDoctypeDeclHandler = self._doctype

    def feed(self, chunk: bytes, *, is_last: bool = False) -> list[Element]:
        """What became complete with this chunk."""
        self._found = []
        self._fed += len(chunk)
        if not self._parse(chunk, is_last=is_last):
            # Raised here and not where it is caught, so that no text of the file goes along.
            raise Malformed(self._format_name, self._expat.ErrorLineNumber)
        if self._fed - self._expat.CurrentByteIndex > PIECE_MOST + CHUNK:
            raise UnsafeFile
        return self._found

    def _parse(self, chunk: bytes, *, is_last: bool) -> bool:
        try:
            self._expat.Parse(chunk, is_last)
        except (expat.ExpatError, ValueError, LookupError):  # the last two: encodings it does not know
            return False
        return True

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        depth = self._depth
        if depth == 1 or (depth > 1 and name in self._inner):
            self._found.append(Element(name, attributes, self._expat.CurrentLineNumber))
        elif depth == 0 and name != self._root:
            raise Malformed(self._format_name, self._expat.CurrentLineNumber)
        if depth == DEPTH_MOST:
            raise UnsafeFile
        self._depth = depth + 1

    def _end(self, _name: str) -> None:
        self._depth -= 1

    def _doctype(self, *_: object) -> None:
        raise UnsafeFile
