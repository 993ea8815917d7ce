"""What both files that `signal-export` writes of one chat have in common: senders by name, "Me" among them."""

from __future__ import annotations

from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.exchange.draft import Left
from reconnect_desktop.exchange.people.chats import Chat, Entry, seconds_of
from reconnect_desktop.exchange.people.people import clean_name
from reconnect_desktop.exchange.signal.call_words import is_of_many, read_call

ME, NO_SENDER = "Me", "No-Sender"


class OneChat:
    """The parts of a `chats.Walk` through such a file."""

    def __init__(self, zone: str, offset: int, *, keep_texts: bool) -> None:
        self.chats = [Chat()]
        self.names: dict[str, str] = {}
        self.numbers: dict[str, tuple[str, ...]] = {}
        self.mine = {_key(ME)}
        self.local_times = False
        self._zone, self._offset, self._keep_texts = zone, offset, keep_texts

    def entry(
        self, line: int, date: str, sender: str, body: str, *, wordless: bool = False, missed: bool = False
    ) -> Entry:
        """A message, or a call. wordless: something was sent, though `body` is empty; missed: a call nobody answered."""
        key = self._sender(sender)
        if not (body.strip() or wordless) or is_of_many(body):
            return Entry(0, line, key, left=Left.NOTICE)
        try:
            seconds, is_local = seconds_of(date, self._zone, self._offset)
        except Invalid as error:
            return Entry(0, line, key, problem=error)
        self.local_times |= is_local
        call = read_call(body, missed=missed)
        return Entry(0, line, key, seconds, body.strip() if self._keep_texts and not call else "", call)

    def _sender(self, name: str) -> str:
        cleaned = "" if name == NO_SENDER else clean_name(name)
        if not cleaned:
            return ""
        key = _key(cleaned)
        self.names.setdefault(key, cleaned)
        return key


def _key(name: str) -> str:
    return f"name:{name.casefold()}"
