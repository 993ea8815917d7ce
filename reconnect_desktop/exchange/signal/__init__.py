"""Chats of Signal: what the program `signal-export` writes, `data.json` and `chat.md`, and Signal's own export, `main.jsonl`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from reconnect_desktop.domain.errors import Malformed
from reconnect_desktop.exchange.draft import Found
from reconnect_desktop.exchange.formats import HEAD
from reconnect_desktop.exchange.people.chats import Census, Walk, read_chats
from reconnect_desktop.exchange.reader import Asks, Choices
from reconnect_desktop.exchange.reading.decoding import head_text
from reconnect_desktop.exchange.signal import chat_text, message_lines, own_export

NAME = "signal"

_VARIANTS = (message_lines, own_export, chat_text)


def recognise(head: bytes) -> bool:
    """Whether a file that begins so is one of the three (also one that will be refused)."""
    text = head_text(head)
    return any(variant.recognise(text) for variant in _VARIANTS)


def look(stream: BinaryIO, zone: str) -> Asks:
    """Who is in the file, most contact first. Raises Malformed, UnsafeFile."""
    return Census(_walk(stream, zone, 0, keep_texts=False)).asks(zone, None)


def read(stream: BinaryIO, choices: Choices) -> Iterator[Found]:
    """Her answered calls and the exchanges with her, unrated.

    Raises Malformed and UnsafeFile before anything is yielded, and WhoIsMissing or WhoIsUnknown, which list who there is.
    """
    start = stream.tell()

    def walk() -> Walk:
        stream.seek(start)
        return _walk(stream, choices.zone, choices.now.offset, keep_texts=choices.keep_texts)

    yield from read_chats(walk, choices, NAME)


def _walk(stream: BinaryIO, zone: str, offset: int, *, keep_texts: bool) -> Walk:
    start = stream.tell()
    head = head_text(stream.read(HEAD))
    stream.seek(start)
    if own_export.recognise(head):
        return own_export.Walk(stream, keep_texts=keep_texts)
    if chat_text.recognise(head):
        return chat_text.Walk(stream, zone, offset, keep_texts=keep_texts)
    if message_lines.recognise(head) or not head.strip("\ufeff \t\r\n"):
        return message_lines.Walk(stream, zone, offset, keep_texts=keep_texts)
    raise Malformed(NAME, 1)
