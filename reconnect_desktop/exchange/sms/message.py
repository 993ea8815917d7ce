"""One message in a file of SMS Backup & Restore: whom it was with, who wrote it, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from reconnect_desktop.domain.checks import TEXT_MOST
from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.exchange.draft import Left
from reconnect_desktop.exchange.reading.xml_stream import Element
from reconnect_desktop.exchange.sms.fields import Attributes, milliseconds, whole

INNER = frozenset({"part", "addr"})
PEOPLE_MOST = 200  # in one group
RECEIVED, SENT = 1, 2
UNSENT = frozenset({3, 4, 5, 6})  # draft, outbox, failed, queued

_FROM, _TO = "137", "151"
_REPORTS = frozenset({"134", "136"})  # that one was delivered, or read
_NOBODY = frozenset({"", "null", "insert-address-token", "me"})
_SECONDS_MOST = 100_000_000_000  # in milliseconds it would be 1973


@dataclass(slots=True)
class Whole:
    """An element with what was in it: addresses as (type, number), and the texts of its parts."""

    name: str
    attributes: Attributes
    line: int
    addresses: list[tuple[str, str]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def take(self, inner: Element) -> None:
        """Take what matters of an element in it."""
        attributes = inner.attributes
        if inner.name == "addr" and len(self.addresses) < PEOPLE_MOST:
            self.addresses.append((attributes.get("type", ""), attributes.get("address", "")))
        elif inner.name == "part" and attributes.get("ct", "").startswith("text/plain"):
            room = TEXT_MOST - sum(map(len, self.texts))
            self.texts.append(_said(attributes, "text")[: max(0, room)])

    @property
    def text(self) -> str:
        """What was written, "" if it was only a picture."""
        if self.name == "sms":
            return _said(self.attributes, "body")[:TEXT_MOST]
        return "\n".join(text for text in self.texts if text)


class Others(NamedTuple):
    """Whom a message was with: one, by number and name, or several; sender: the number of who wrote a received one."""

    number: str
    name: str
    several: tuple[str, ...] = ()
    sender: str = ""


class Sent(NamedTuple):
    """That a message was sent or received, and when: milliseconds since 1970."""

    hers: bool
    milliseconds: int


def gathered(elements: Iterable[Element]) -> Iterator[Whole]:
    """Each message with what is in it."""
    current: Whole | None = None
    for element in elements:
        if element.name in INNER:
            if current:
                current.take(element)
            continue
        if current:
            yield current
        current = Whole(*element) if element.name in {"sms", "mms"} else None
    if current:
        yield current


def others(message: Whole) -> Others | None:
    """Whom it was with, or None if that can't be told."""
    written, name = message.attributes.get("address", ""), message.attributes.get("contact_name", "")
    if written and "~" not in written and written not in _NOBODY:
        return Others(written, name)
    numbers = _somebody(written.split("~", PEOPLE_MOST)[:PEOPLE_MOST])
    senders = _of(message, _FROM)
    if not numbers:
        numbers = senders if _box_of(message.attributes) == str(RECEIVED) else _of(message, _TO)
    if len(numbers) > 1:
        return Others("", "", numbers, senders[0] if senders else "")
    return Others(numbers[0] if numbers else written, name) if numbers or written or name else None


def sent(message: Whole) -> Sent | Left:
    """When it was written and by which side, or why it is no message. Raises Invalid."""
    attributes = message.attributes
    if message.name == "mms" and attributes.get("m_type") in _REPORTS:
        return Left.NOTICE
    box = whole(attributes, "type" if message.name == "sms" or "msg_box" not in attributes else "msg_box")
    if box in UNSENT:
        return Left.NOT_SENT
    if box not in (RECEIVED, SENT):
        raise Invalid("type", Why.UNKNOWN_WORD)
    date = milliseconds(attributes)
    if message.name == "mms" and date < _SECONDS_MOST:
        date *= 1000
    return Sent(box == RECEIVED, date)


def _box_of(attributes: Attributes) -> str:
    return attributes.get("msg_box", attributes.get("type", "")).strip()


def _of(message: Whole, kind: str) -> tuple[str, ...]:
    return _somebody([number for its, number in message.addresses if its == kind])


def _somebody(numbers: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(number for number in numbers if number.strip().casefold() not in _NOBODY))


def _said(attributes: Attributes, name: str) -> str:
    text = attributes.get(name, "")
    return "" if text == "null" else text
