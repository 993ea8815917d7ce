"""Chats of Telegram Desktop, "Export chat history" and "Export Telegram data" as JSON: `result.json`.

    {"name": "Ruth Example", "type": "personal_chat", "id": 111, "messages": [
      {"id": 1, "type": "message", "date": "2026-03-01T18:00:00", "date_unixtime": "1772384400",
       "from": "Ruth Example", "from_id": "user111", "text": "Hello"},
      {"id": 2, "type": "service", …, "actor": "Ruth Example", "actor_id": "user111", "action": "phone_call",
       "duration_seconds": 600, "discard_reason": "hangup"}]}

The data of a whole account hold such chats in `chats.list` and `left_chats.list`. Older exports have no `date_unixtime`, and
numbers for ids.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.interaction import Medium
from reconnect_desktop.exchange.draft import Found, Left
from reconnect_desktop.exchange.people.chats import Call, Census, Chat, Entry, Kind, read_chats, seconds_of
from reconnect_desktop.exchange.people.people import clean_name
from reconnect_desktop.exchange.reader import Asks, Choices
from reconnect_desktop.exchange.reading.decoding import head_text, text_chunks
from reconnect_desktop.exchange.reading.json_text import JsonText
from reconnect_desktop.exchange.telegram.repairs import mended

NAME = "telegram"

KINDS = {
    "personal_chat": Kind.DIRECT,
    "private_group": Kind.GROUP,
    "private_supergroup": Kind.GROUP,
    "public_supergroup": Kind.GROUP,
    "bot_chat": Kind.NOBODY,
    "private_channel": Kind.NOBODY,
    "public_channel": Kind.NOBODY,
    "replies": Kind.NOBODY,
    "saved_messages": Kind.NOBODY,
    "verify_codes": Kind.NOBODY,
}
CALLS = ("phone_call", "conference_call")
NOT_ANSWERED = ("busy", "missed")

_SIGNS = (
    re.compile(r'"type"\s*:\s*"(?:' + "|".join(KINDS) + ')"'),
    re.compile(
        r'"(?:personal_information|contacts|frequent_contacts|sessions|web_sessions|chats|left_chats)"'
        r'\s*:\s*\{\s*"(?:about|user_id|list)"\s*:'
    ),
    # Thousands of pictures can stand before the chats.
    re.compile(
        r'\A\{\s*(?:"about"\s*:\s*"(?:[^"\\]|\\.)*+"\s*,\s*)?"profile_pictures"\s*:\s*\[\s*\{\s*"date"\s*:'
    ),
    re.compile(
        r'"messages"\s*:\s*\[\s*\{(?=[^{}\[\]]*"date(?:_unixtime)?"\s*:\s*")'
        r'[^{}\[\]]*"type"\s*:\s*"(?:message|service|unsupported)"'
    ),
)
_USER = (
    1 << 32
)  # what older exports add to the number of a user, and twice or thrice that for groups and channels
_YEAR_9999 = 253_370_764_800  # seconds

Plain = Mapping[str, object]


def recognise(head: bytes) -> bool:
    """Whether a file that begins so is such an export (also one that will be refused)."""
    text = head_text(head).lstrip("\ufeff \t\r\n")
    return text.startswith("{") and any(sign.search(text) for sign in _SIGNS)


def look(stream: BinaryIO, zone: str) -> Asks:
    """Who is in the file, most contact first. Raises Malformed, UnsafeFile."""
    return Census(_Export(stream, zone, 0)).asks(zone, Medium.CALL)


def read(stream: BinaryIO, choices: Choices) -> Iterator[Found]:
    """Her answered calls and the exchanges with her, unrated.

    Raises Malformed and UnsafeFile before anything is yielded, and WhoIsMissing or WhoIsUnknown, which list who there is.
    """
    start = stream.tell()

    def walk() -> _Export:
        stream.seek(start)
        return _Export(stream, choices.zone, choices.now.offset, keep_texts=choices.keep_texts)

    yield from read_chats(walk, choices, NAME)


class _Export:
    """One walk through the file: see `chats.Walk`."""

    def __init__(self, stream: BinaryIO, zone: str, offset: int, *, keep_texts: bool = False) -> None:
        self.chats: list[Chat] = []
        self.names: dict[str, str] = {}
        self.numbers: dict[str, tuple[str, ...]] = {}
        self.mine: set[str] = set()
        self.local_times = False
        self._json = JsonText(mended(text_chunks(stream, NAME, "replace")), NAME)
        self._zone, self._offset, self._keep_texts = zone, offset, keep_texts

    def __iter__(self) -> Iterator[Entry]:
        head: dict[str, object] = {}
        for key in self._json.members():
            if key in ("chats", "left_chats"):
                yield from self._list_of_chats()
            elif key == "messages":
                yield from self._messages(head)
            elif key in ("name", "type", "id"):
                head[key] = self._json.value()
            elif key == "personal_information":
                self._personal(self._json.value())
            else:
                self._json.skip()
        if self._json.peek():
            raise self._json.broken()
        self._place(head)

    def _personal(self, plain: object) -> None:
        if isinstance(plain, dict) and type(plain.get("user_id")) is int:
            self.mine.add(f"user{plain['user_id']}")

    def _list_of_chats(self) -> Iterator[Entry]:
        if self._json.peek() == "[":
            yield from self._chats()
            return
        for key in self._json.members():
            if key == "list":
                yield from self._chats()
            else:
                self._json.skip()

    def _chats(self) -> Iterator[Entry]:
        for _ in self._json.elements():
            head: dict[str, object] = {}
            for key in self._json.members():
                if key == "messages":
                    yield from self._messages(head)
                elif key in ("name", "type", "id"):
                    head[key] = self._json.value()
                else:
                    self._json.skip()
            self._place(head)

    def _messages(self, head: dict[str, object]) -> Iterator[Entry]:
        head["chat"] = place = len(self.chats)
        self.chats.append(Chat())
        for _ in self._json.elements():
            line = self._json.line
            plain = self._json.value()
            if isinstance(plain, dict):
                yield self._entry(plain, place, line, head)

    def _place(self, head: Plain) -> None:
        """What is known of a chat only when the whole of it was read."""
        place = head.get("chat")
        if not isinstance(place, int):
            return
        chat = self.chats[place]
        chat.kind = KINDS.get(str(head.get("type")), Kind.OPEN)
        if chat.kind is Kind.DIRECT:
            chat.other = self._other(chat, head)
            if not chat.other:
                chat.kind = Kind.OPEN

    def _other(self, chat: Chat, head: Plain) -> str:
        """Who the user talks to in a chat of two, or "" if that can't be told."""
        name = clean_name(str(head.get("name") or ""))
        number = head.get("id")
        keys = [f"user{number}", _key(number)] if type(number) is int else []
        keys += [sender for sender in chat.wrote if name and self.names.get(sender) == name]
        found = next((key for key in keys if key in chat.wrote), "")
        if not found and keys and all(sender.startswith("user") for sender in chat.wrote):
            found = keys[0]  # she never wrote
        if found:
            self.names.setdefault(found, name)
        return found

    def _entry(self, plain: Plain, place: int, line: int, head: Plain) -> Entry:
        kind = plain.get("type")
        is_call = kind == "service" and plain.get("action") in CALLS
        if kind != "message" and not is_call:
            return Entry(place, line, left=Left.NOTICE)
        sender = self._sender(plain, "actor" if is_call else "from")
        try:
            seconds = self._seconds(plain)
            call = _call(plain, head) if is_call else None
        except Invalid as error:
            return Entry(place, line, sender, problem=error)
        text = _text(plain.get("text")) if self._keep_texts and not is_call else ""
        return Entry(place, line, sender, seconds, text, call)

    def _sender(self, plain: Plain, field: str) -> str:
        written = plain.get(field)
        name = clean_name(written) if isinstance(written, str) else ""
        key = _key(plain.get(f"{field}_id")) or (f"name:{name.casefold()}" if name else "")
        if key.startswith(("channel", "chat")):
            return ""
        if name and key:
            self.names.setdefault(key, name)
        return key

    def _seconds(self, plain: Plain) -> int:
        seconds = _whole(plain.get("date_unixtime"))
        if seconds is None:
            date = plain.get("date")
            seconds, is_local = seconds_of(date if isinstance(date, str) else "", self._zone, self._offset)
            self.local_times |= is_local
        if not 0 < seconds < _YEAR_9999:
            raise Invalid("date", Why.OUT_OF_RANGE)
        return seconds


def _call(plain: Plain, head: Plain) -> Call:
    duration = plain.get("duration_seconds", plain.get("duration", 0))
    seconds = _whole(duration)
    if seconds is None:
        raise Invalid("duration", Why.NOT_A_NUMBER)
    if seconds < 0:
        raise Invalid("duration", Why.OUT_OF_RANGE)
    if plain.get("discard_reason") in NOT_ANSWERED or plain.get("is_missed") is True:
        seconds = 0
    chat, number = _whole(head.get("id")), _whole(plain.get("id"))
    return Call(seconds, key="" if chat is None or number is None else f"{chat % _USER}:{number}")


def _key(written: object) -> str:
    """What somebody is known by: user123; older exports write 123, or that with the kind in the bits above."""
    if isinstance(written, str):
        return clean_name(written)
    if type(written) is not int:
        return ""
    kind = {2: "chat", 3: "channel"}.get(written >> 32, "user")
    return f"{kind}{written % _USER if written >> 32 in (1, 2, 3) else written}"


def _whole(written: object) -> int | None:
    if type(written) is int:
        return written
    if isinstance(written, str) and written.isdecimal() and written.isascii() and len(written) <= 18:
        return int(written)
    return None


def _text(written: object) -> str:
    if isinstance(written, list):
        return "".join(_text(part) for part in written)
    if isinstance(written, dict):
        return _text(written.get("text"))
    return written if isinstance(written, str) else ""
