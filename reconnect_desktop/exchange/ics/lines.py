"""The content lines of an iCalendar file (RFC 5545), component by component and in bounded memory.

Only what is asked for is kept: pictures and long texts of others are passed over. Lines that make no sense are, too: a broken
one in the middle costs no more than itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple

from reconnect_desktop.domain.errors import Malformed
from reconnect_desktop.exchange.reading.decoding import utf8_chunks

VALUE_MOST = 500_000  # bytes of one unfolded line; the longest note has 100,000 characters
LINE_MOST = 1 << 20  # bytes of one line of the file
LINES_MOST = 5_000  # of the definition of one zone
DEPTH_MOST = 32
NAMES_MOST = 1_000  # of properties that are remembered

_EDGES = frozenset({"BEGIN", "END"})
_BLANK = frozenset({b" ", b"\t"})

CALENDAR, EVENT, ZONE = "VCALENDAR", "VEVENT", "VTIMEZONE"

_LINE = re.compile(
    r'(?P<name>[A-Za-z0-9-]++)(?P<params>(?:;[^=;:"]++=(?:"[^"]*+"|[^;:",]*+)(?:,(?:"[^"]*+"|[^;:",]*+))*+)*+)\s*+:(?P<value>.*)',
    re.DOTALL,
)
_PARAM = re.compile(r';(?P<name>[^=;:"]++)=(?P<value>(?:"[^"]*+"|[^;:"])*+)')
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


class Property(NamedTuple):
    """One content line. name, and those of params, in capitals; value: as it stands there; line: where in the file."""

    name: str
    params: dict[str, str]
    value: str
    line: int

    @property
    def text(self) -> str:
        """The value as text."""
        return unescaped(self.value)


@dataclass(slots=True)
class Component:
    """A VEVENT, with what was asked for; or a VTIMEZONE, as its raw lines. calendar: what its VCALENDAR says of itself.

    ended: whether its END was there.
    """

    name: str
    line: int
    calendar: dict[str, str]
    properties: list[Property] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    ended: bool = False


def components(stream: BinaryIO, wanted: frozenset[str], format_name: str) -> Iterator[Component]:
    """The events and zones of all calendars in the stream, with those properties of events whose names are wanted.

    One without an end of its own comes last, as a VCALENDAR that has not ended.
    Raises Malformed with the line for what is no calendar, or ends in the middle of an event.
    """
    reading = _Reading(wanted, format_name)
    for line, content in _unfolded(stream, wanted | _EDGES, reading):
        if component := reading.take(content, line):
            yield component
    if len(reading.stack) > 1 or not reading.begun:
        raise Malformed(format_name, reading.lines)
    if reading.stack:
        yield Component(CALENDAR, reading.lines, {})


def unescaped(text: str) -> str:
    r"""Text as it was before a comma became \, and a line break \n."""
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], text)


class _Reading:
    """Where in the file we are: the components that were begun and not ended."""

    def __init__(self, wanted: frozenset[str], format_name: str) -> None:
        self._wanted = wanted
        self._format_name = format_name
        self.stack: list[str] = []
        self.begun = False
        self.keeps_all = True  # whether all lines matter here, whatever they are called
        self.lines = 1  # how many the file has, once all are read
        self._calendar: dict[str, str] = {}
        self._component: Component | None = None

    def take(self, content: str, line: int) -> Component | None:
        """The component that this line completes."""
        if not self.stack:
            content = content.lstrip("\ufeff")
        name, _, value = content.partition(":")
        if (name := name.strip().upper()) in _EDGES:
            return self._begin(value.strip().upper(), line) if name == "BEGIN" else self._end(value, content)
        if not self.stack:
            self._refuse(content, line)
        elif self._component is None or self._component.name == ZONE or self.stack[-1] == EVENT:
            self._keep(content, line)
        return None

    def _keep(self, content: str, line: int) -> None:
        """Keep a line of the calendar itself, of an event or of a zone."""
        component = self._component
        if component and component.name == ZONE:
            if len(component.raw) < LINES_MOST:
                component.raw.append(content)
            return
        match = _LINE.fullmatch(content)
        if match is None:
            return
        name, params = match["name"].upper(), match["params"]
        if len(self.stack) == 1:
            self._calendar[name] = match["value"].strip()
        elif component and name in self._wanted:
            component.properties.append(
                Property(name, _params(params) if params else {}, match["value"], line)
            )

    def _refuse(self, content: str, line: int) -> None:
        """Before the first calendar stands nothing but white space; what stands behind one is passed over."""
        if not self.begun and content.strip("\ufeff \t"):
            raise Malformed(self._format_name, line)

    def _begin(self, name: str, line: int) -> Component | None:
        unended = None
        if name == CALENDAR:
            unended = self._component
            self.stack, self._component, self.keeps_all = [name], None, True
            self._calendar, self.begun = {}, True
            return unended
        if not self.stack or len(self.stack) == DEPTH_MOST:
            raise Malformed(self._format_name, line)
        if name in {EVENT, ZONE}:
            unended = self._component
            self.stack = [self.stack[0]]
            self._component = Component(name, line, self._calendar)
        self.keeps_all = self._component is not None and self._component.name == ZONE
        if self._component and self.keeps_all:
            self._component.raw.append(f"BEGIN:{name}")
        self.stack.append(name)
        return unended

    def _end(self, value: str, content: str) -> Component | None:
        name, component = value.strip().upper(), self._component
        if component and component.name == ZONE:
            component.raw.append(content)
        if name not in self.stack:
            return None
        del self.stack[self.stack.index(name) :]
        self.keeps_all = len(self.stack) < 2 or self.keeps_all
        if component and component.name not in self.stack:
            self._component = None
            component.ended = component.name == name
            return component
        return None


def _params(text: str) -> dict[str, str]:
    return {
        match["name"].strip().upper(): match["value"].strip().replace('"', "")
        for match in _PARAM.finditer(text)
    }


def _unfolded(stream: BinaryIO, wanted: frozenset[str], reading: _Reading) -> Iterator[tuple[int, str]]:
    """The content lines that matter, each with the number of the line where it begins.

    Folded lines are joined as bytes: some programs fold in the middle of a letter.
    """
    begun, number, pieces, size, matters = 0, 1, [b""], 0, False
    known: dict[bytes, bool] = {}
    for number, line in enumerate(_lines(stream), start=1):
        if line[:1] in _BLANK:
            if matters and size < VALUE_MOST:
                pieces.append(line[1:])
                size += len(line)
            continue
        if matters:
            yield begun, _decoded(b"".join(pieces)[:VALUE_MOST])
        begun, pieces, size = number, [line], len(line)
        name = line[:64].partition(b":")[0].partition(b";")[0]
        named = known.get(name)
        if named is None:
            named = name.strip().decode("ascii", "replace").upper() in wanted
            if len(known) < NAMES_MOST:
                known[name] = named
        matters = named or reading.keeps_all
    if matters:
        yield begun, _decoded(b"".join(pieces)[:VALUE_MOST])
    reading.lines = number


def _decoded(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of the file, whatever ends them; what is too long is cut."""
    tail = b""
    for chunk in _with_line_feeds(utf8_chunks(stream)):
        *lines, tail = (tail + chunk).split(b"\n")
        yield from lines
        tail = tail[:LINE_MOST]
    yield tail


def _with_line_feeds(chunks: Iterator[bytes]) -> Iterator[bytes]:
    waiting = b""
    for chunk in chunks:
        data = waiting + chunk
        waiting = b"\r" if data.endswith(b"\r") else b""
        yield data[: len(data) - len(waiting)].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    yield waiting.replace(b"\r", b"\n")
