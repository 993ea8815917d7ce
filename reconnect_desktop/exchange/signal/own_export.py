"""`main.jsonl` of Signal's own export: its backup, a frame in each line (`Backup.proto`, whole numbers as text).

    {"version": "1", "backupTimeMs": "1772384400000"}
    {"recipient": {"id": "1", "self": {}}}
    {"recipient": {"id": "2", "contact": {"e164": "15550100113", "profileGivenName": "Ruth", "profileFamilyName": "Example"}}}
    {"chat": {"id": "10", "recipientId": "2"}}
    {"chatItem": {"chatId": "10", "authorId": "2", "dateSent": "1772384400000", "incoming": {},
                  "standardMessage": {"text": {"body": "Hello"}}}}
    {"chatItem": {"chatId": "10", "authorId": "1", "dateSent": "1772388000000", "directionless": {},
                  "updateMessage": {"individualCall": {"callId": "7", "type": "VIDEO_CALL", "direction": "OUTGOING",
                                                       "state": "ACCEPTED", "startedCallTimestamp": "1772388000000"}}}}

It doesn't say how long a call was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.exchange.draft import Left
from reconnect_desktop.exchange.people.chats import Call, Chat, Entry, Kind
from reconnect_desktop.exchange.reading.decoding import text_chunks
from reconnect_desktop.exchange.reading.json_text import JsonText

_BEGIN = re.compile(
    r'\ufeff?\s*(?:\{[^\n]*?"backupTimeMs"|\{\s*"(?:account|recipient)"\s*:\s*\{[^\n]*\n\s*\{\s*"(?:recipient|chat)"\s*:\s*\{)'
)
_MEDIA = {"AUDIO_CALL": Medium.CALL, "VIDEO_CALL": Medium.VIDEO}
_YEAR_9999 = 253_370_764_800  # seconds

Plain = Mapping[str, object]


def recognise(text: str) -> bool:
    """Whether a file that begins so is such an export."""
    return _BEGIN.match(text) is not None


class Walk:
    """One walk through the file: see `chats.Walk`."""

    def __init__(self, stream: BinaryIO, *, keep_texts: bool) -> None:
        self.chats: list[Chat] = []
        self.names: dict[str, str] = {}
        self.numbers: dict[str, tuple[str, ...]] = {}
        self.mine: set[str] = set()
        self.local_times = False
        self._json = JsonText(text_chunks(stream, "signal"), "signal")
        self._keep_texts = keep_texts
        self._kinds: dict[str, Kind] = {}  # by recipient
        self._places: dict[str, int] = {}  # by chat
        self._recipients: dict[int, str] = {}  # by place

    def __iter__(self) -> Iterator[Entry]:
        """Every message, call and notice."""
        while self._json.peek():
            line = self._json.line
            frame = self._json.value()
            if not isinstance(frame, dict):
                raise self._json.broken()
            if recipient := _part(frame, "recipient"):
                self._meet(recipient)
            elif chat := _part(frame, "chat"):
                self._recipients[self._place(_text(chat, "id"))] = _text(chat, "recipientId")
            elif item := _part(frame, "chatItem"):
                yield self._entry(item, line)
        for place, recipient_id in self._recipients.items():
            self.chats[place].kind = self._kinds.get(recipient_id, Kind.NOBODY)
            self.chats[place].other = recipient_id

    def _meet(self, recipient: Plain) -> None:
        key = _text(recipient, "id")
        if "self" in recipient:
            self.mine.add(key)
        if contact := _part(recipient, "contact"):
            self._kinds[key] = Kind.DIRECT
            self.names[key] = _name(contact)
            number = _text(contact, "e164").removeprefix("+")
            self.numbers[key] = (f"+{number}",) if number else ()
        elif "contact" in recipient:
            self._kinds[key] = Kind.DIRECT
        elif "group" in recipient:
            self._kinds[key] = Kind.GROUP

    def _place(self, chat: str) -> int:
        if chat not in self._places:
            self._places[chat] = len(self.chats)
            self.chats.append(Chat())
        return self._places[chat]

    def _entry(self, item: Plain, line: int) -> Entry:
        place = self._place(_text(item, "chatId"))
        sender = _text(item, "authorId")
        if "outgoing" in item:
            self.mine.add(sender)
        call = _part(_part(item, "updateMessage"), "individualCall")
        if "updateMessage" in item and not call:  # a change of the chat, a call of a group
            return Entry(place, line, sender, left=Left.NOTICE)
        if _failed(item):
            return Entry(place, line, sender, left=Left.NOT_SENT)
        try:
            seconds = _seconds(_text(call, "startedCallTimestamp") or _text(item, "dateSent"))
        except Invalid as error:
            return Entry(place, line, sender, problem=error)
        body = _text(_part(_part(item, "standardMessage"), "text"), "body") if self._keep_texts else ""
        return Entry(place, line, sender, seconds, body, _call(call) if call else None)


def _call(call: Plain) -> Call:
    return Call(
        None if _text(call, "state") == "ACCEPTED" else 0,
        _MEDIA.get(_text(call, "type")),
        incoming=_text(call, "direction") != "OUTGOING",
        key=f"call:{_text(call, 'callId')}" if _text(call, "callId") else "",
    )


def _failed(item: Plain) -> bool:
    """Whether a message of the user reached nobody."""
    statuses = _part(item, "outgoing").get("sendStatus")
    return (
        isinstance(statuses, list)
        and bool(statuses)
        and all(isinstance(one, dict) and "failed" in one for one in statuses)
    )


def _seconds(text: str) -> int:
    if not text:
        raise Invalid("date", Why.EMPTY)
    if not (text.isdecimal() and text.isascii() and len(text) <= 18):
        raise Invalid("date", Why.NOT_A_TIME)
    seconds = int(text) // 1000
    if not 0 < seconds < _YEAR_9999:
        raise Invalid("date", Why.OUT_OF_RANGE)
    return seconds


def _name(contact: Plain) -> str:
    nickname = _part(contact, "nickname")
    pairs = (
        (_text(nickname, "given"), _text(nickname, "family")),
        (_text(contact, "systemGivenName"), _text(contact, "systemFamilyName")),
        (_text(contact, "profileGivenName"), _text(contact, "profileFamilyName")),
        (_text(contact, "username"), ""),
    )
    return next((" ".join(filter(None, pair)) for pair in pairs if any(pair)), "")


def _part(plain: Plain, name: str) -> Plain:
    value = plain.get(name)
    return value if isinstance(value, dict) else {}


def _text(plain: Plain, name: str) -> str:
    """A text, or a whole number as one."""
    value = plain.get(name)
    return value if isinstance(value, str) else str(value) if type(value) is int else ""
