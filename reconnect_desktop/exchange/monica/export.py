"""The layout of Monica's export: what stands in it of each contact, one thing at a time.

{"version": "1.0-preview.1", "app_version": "4.1.2", "account": {"data": [
  {"count": 1, "type": "contact", "values": [
    {"uuid": "c1", "properties": {"first_name": "Ruth", …}, "data": [
      {"count": 1, "type": "call", "values": [{"uuid": "k1", "properties": {"called_at": …}}]},
      {"count": 1, "type": "activity", "values": ["a1"]}]}]},
  {"count": 1, "type": "activity", "values": [{"uuid": "a1", "properties": {"happened_at": …}}]}],
  "properties": {"journal_entries": […]}}}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import BinaryIO, NamedTuple

from reconnect_desktop.exchange.reading.decoding import text_chunks
from reconnect_desktop.exchange.reading.json_text import JsonText

Plain = Mapping[str, object]


class Kind(Enum):
    """What is taken from the export; the value is its `type`."""

    CALL = "call"
    CONVERSATION = "conversation"
    ACTIVITY = "activity"
    JOURNAL = "journal_entry"


_KINDS = {kind.value: kind for kind in Kind}
# A program that was made to read such files expected plurals, and so other programs may write them.
_SINGULARS = {
    "activities": "activity",
    "calls": "call",
    "contacts": "contact",
    "conversations": "conversation",
    "users": "user",
    "journal_entries": "journal_entry",
}


class Item(NamedTuple):
    """One thing. owner: the place of its contact in `Export.contacts`, -1 where it belongs to none of them alone."""

    kind: Kind
    line: int
    owner: int
    plain: Plain


@dataclass(slots=True)
class Person:
    """One contact. activities: the uuids of those that took place with it."""

    plain: dict[str, object] = field(default_factory=dict)
    activities: set[str] = field(default_factory=set)

    @property
    def uuid(self) -> str:
        """What it is known by in Monica."""
        return text(self.plain, "uuid")


class Export:
    """One walk through the file. `contacts` and `own` (the uuids of the user's own contact) are whole after the last item."""

    def __init__(self, stream: BinaryIO, format_name: str) -> None:
        self.contacts: list[Person] = []
        self.own: set[str] = set()
        self._json = JsonText(text_chunks(stream, format_name), format_name)

    def __iter__(self) -> Iterator[Item]:
        """Every call, conversation, activity and entry of the journal. Raises Malformed."""
        has_account = False
        for key in self._json.members():
            if key == "account":
                has_account = True
                yield from self._account()
            else:
                self._json.skip()
        if self._json.peek() or not has_account:
            raise self._json.broken()

    def _account(self) -> Iterator[Item]:
        for key in self._json.members():
            if key == "data":
                yield from self._groups()
            elif key == "properties" and self._json.peek() == "{":
                yield from self._properties()
            else:
                self._json.skip()

    def _properties(self) -> Iterator[Item]:
        for key in self._json.members():
            if key == "journal_entries" and self._json.peek() == "[":
                yield from self._values("journal_entry")
            else:
                self._json.skip()

    def _groups(self, owner: int = -1) -> Iterator[Item]:
        """Things by type: of the account, or of a contact."""
        for _ in self._json.elements():
            group = ""
            for key in self._json.members():
                if key == "type":
                    written = self._json.value()
                    group = _SINGULARS.get(str(written), str(written))
                elif key == "values":
                    yield from self._values(group, owner)
                else:
                    self._json.skip()

    def _values(self, group: str, owner: int = -1) -> Iterator[Item]:
        if group not in _KINDS and not (owner < 0 and group in ("contact", "user")):
            self._json.skip()
            return
        for _ in self._json.elements():
            line = self._json.line
            if group == "contact":
                yield from self._contact()
                continue
            value = self._json.value()
            if group == "user":
                self.own.add(text(part(value, "properties"), "me_contact"))
            elif group == "activity" and owner >= 0:
                self.contacts[owner].activities.add(value if isinstance(value, str) else text(value, "uuid"))
            elif isinstance(value, dict):
                yield Item(_KINDS[group], line, owner, value)

    def _contact(self) -> Iterator[Item]:
        owner = len(self.contacts)
        person = Person()
        self.contacts.append(person)
        for key in self._json.members():
            if key == "data" and self._json.peek() == "[":
                yield from self._groups(owner)
            elif key in ("uuid", "properties"):
                person.plain[key] = self._json.value()
            else:
                self._json.skip()


def part(plain: object, name: str) -> Plain:
    """The object of this name; {} where there is none."""
    value = plain.get(name) if isinstance(plain, dict) else None
    return value if isinstance(value, dict) else {}


def text(plain: object, name: str) -> str:
    """The text of this name; "" where there is none."""
    value = plain.get(name) if isinstance(plain, dict) else None
    return value if isinstance(value, str) else ""
