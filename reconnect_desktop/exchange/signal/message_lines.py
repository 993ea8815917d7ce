"""`data.json` of `signal-export`: a message in each line.

    {"date": "2026-03-01T18:00:00.123000", "sender": "Ruth", "body": "Hello  ", "quote": "", "sticker": null,
     "reactions": [], "attachments": [], "deleted": false, "call": false, "missed": false}

The last three and more came in later versions. The program adds to a file that is there, so a message may stand there twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from reconnect_desktop.exchange.people.chats import Entry
from reconnect_desktop.exchange.reading.decoding import text_chunks
from reconnect_desktop.exchange.reading.json_text import JsonText
from reconnect_desktop.exchange.signal.one_chat import OneChat

_BEGIN = re.compile(
    r'\ufeff?\s*\[?\s*\{(?=[^\n]*?"date"\s*:\s*"\d{4}-\d\d-\d\d)(?=[^\n]*?"sender"\s*:)[^\n]*?"body"\s*:'
)
# What is sent without words.
_SENT = ("quote", "sticker", "attachments", "deleted")


def recognise(text: str) -> bool:
    """Whether a file that begins so has messages in its lines."""
    return _BEGIN.match(text) is not None


class Walk(OneChat):
    """One walk through the file: see `chats.Walk`."""

    def __init__(self, stream: BinaryIO, zone: str, offset: int, *, keep_texts: bool) -> None:
        super().__init__(zone, offset, keep_texts=keep_texts)
        self._json = JsonText(text_chunks(stream, "signal"), "signal")
        self._seen: set[int] = set()  # a digest for each line

    def __iter__(self) -> Iterator[Entry]:
        """Every message, call and notice once."""
        for line, plain in self._values():
            if not isinstance(plain, dict):
                raise self._json.broken()
            digest = hash(repr([plain.get(name) for name in ("date", "sender", "body")]))
            if digest not in self._seen:
                self._seen.add(digest)
                yield self._found(plain, line)

    def _values(self) -> Iterator[tuple[int, object]]:
        if self._json.peek() == "[":
            for _ in self._json.elements():
                yield self._json.line, self._json.value()
        while self._json.peek():
            yield self._json.line, self._json.value()

    def _found(self, plain: Mapping[str, object], line: int) -> Entry:
        date, sender, body = plain.get("date"), plain.get("sender"), plain.get("body")
        return self.entry(
            line,
            date if isinstance(date, str) else "",
            sender if isinstance(sender, str) else "",
            body if isinstance(body, str) else "",
            wordless=any(plain.get(name) for name in _SENT),
            missed=plain.get("missed") is True,
        )
