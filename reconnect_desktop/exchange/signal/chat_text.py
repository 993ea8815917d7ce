"""`chat.md` of `signal-export`, formerly `index.md`.

[2019-12-24, 12:23] Ruth: Hello
[2026-03-01 18:00:05] Me: Hello!
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from reconnect_desktop.domain.checks import TEXT_MOST
from reconnect_desktop.domain.errors import Malformed
from reconnect_desktop.exchange.people.chats import Entry
from reconnect_desktop.exchange.reading.decoding import text_lines
from reconnect_desktop.exchange.signal.one_chat import ME, NO_SENDER, OneChat

_HEAD = re.compile(
    r"\[(?P<day>\d{4}-\d\d-\d\d),? (?P<time>\d\d:\d\d(?P<seconds>:\d\d)?)\] (?P<sender>[^:\n]{1,200}):(?: |$)",
    re.ASCII,
)
# WhatsApp begins its lines so where days are written so, always with seconds. Only this program ends lines with two blanks,
# leaves one empty behind each message, and calls the user so.
_OURS = re.compile(
    rf"  \r?\n\r?\n\[\d{{4}}-|^\[[-\d]{{10}},? [:\d]{{5,8}}\] (?:{ME}|{NO_SENDER}): ", re.MULTILINE
)


class _Open(NamedTuple):
    """A message whose last line is still to come."""

    line: int
    date: str
    sender: str
    body: list[str]


def recognise(text: str) -> bool:
    """Whether a file that begins so is such a chat."""
    begin = text.lstrip("\ufeff \t\r\n")
    match = _HEAD.match(begin)
    return match is not None and (not match["seconds"] or _OURS.search(begin) is not None)


class Walk(OneChat):
    """One walk through the file: see `chats.Walk`."""

    def __init__(self, stream: BinaryIO, zone: str, offset: int, *, keep_texts: bool) -> None:
        super().__init__(zone, offset, keep_texts=keep_texts)
        self._stream = stream

    def __iter__(self) -> Iterator[Entry]:
        """Every message, call and notice. Raises Malformed for words before the first message."""
        current: _Open | None = None
        for number, line in enumerate(text_lines(self._stream, "signal", TEXT_MOST), start=1):
            match = _HEAD.match(line.removeprefix("\ufeff") if number == 1 else line)
            if match is None:
                _go_on(current, line, number)
                continue
            if current:
                yield self._whole(current)
            current = _Open(number, f"{match['day']}T{match['time']}", match["sender"], [line[match.end() :]])
        if current:
            yield self._whole(current)

    def _whole(self, one: _Open) -> Entry:
        return self.entry(one.line, one.date, one.sender, "\n".join(one.body))


def _go_on(current: _Open | None, line: str, number: int) -> None:
    if current is None:
        if line.strip("\ufeff \t"):
            raise Malformed("signal", number)
    elif sum(map(len, current.body)) < TEXT_MOST and len(current.body) < TEXT_MOST:
        current.body.append(line)
