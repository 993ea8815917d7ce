"""Messages of the Android program SMS Backup & Restore: `sms-….xml`, in the shape that Signal and others wrote too.

    <smses count="2">
      <sms address="+15555550101" date="1414839600000" type="1" body="Hello" contact_name="Ann" />
      <mms address="5555550101~5555550102" date="1414839600000" msg_box="1">
        <parts><part ct="text/plain" text="Hello" /><part ct="image/jpeg" data="/9j/4AAQ…" /></parts>
        <addrs><addr address="5555550101" type="137" /></addrs>
      </mms>
    </smses>

`date` is in milliseconds since 1970 (UTC); of multimedia messages some programs write seconds. `readable_date` is for eyes
and `count` can be wrong: neither is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.exchange.conversation import Message, exchanges
from reconnect_desktop.exchange.draft import Found, Left, LeftOut, Problem
from reconnect_desktop.exchange.people import People, line_key
from reconnect_desktop.exchange.reader import Asks, Choices, Unit
from reconnect_desktop.exchange.sms_message import (
    INNER,
    Others,
    Sent,
    Whole,
    gathered,
    is_report,
    others,
    sent,
)
from reconnect_desktop.exchange.xml_stream import elements, root_name

NAME = "sms"

_ROOT = "smses"


def recognise(head: bytes) -> bool:
    """Whether a file that begins so holds messages (also one that will be refused)."""
    return root_name(head) == _ROOT


def look(stream: BinaryIO, zone: str) -> Asks:
    """Who is in the file, most messages first. Raises Malformed, UnsafeFile."""
    return Asks(contacts=tuple(_people(stream).contacts(zone)), messages=True)


def read(stream: BinaryIO, choices: Choices) -> Iterator[Found]:
    """Mom's messages, gathered into exchanges; one that is there twice counts once.

    In a group those count that she wrote, and those the user wrote to it. Raises Malformed and UnsafeFile before anything
    is yielded, and WhoIsMissing or WhoIsUnknown, which list who there is.
    """
    start = stream.tell()
    keys = _people(stream).chosen(choices.who)
    stream.seek(start)
    messages: list[Message] = []
    yield from _sorted_out(stream, keys, choices, messages)
    yield from exchanges(messages, NAME, choices)


def _messages(stream: BinaryIO) -> Iterator[Whole]:
    return gathered(elements(stream, _ROOT, NAME, INNER))


def _people(stream: BinaryIO) -> People:
    people = People(Unit.MESSAGE)
    for message in _messages(stream):
        try:
            _meet(people, message)
        except Invalid:
            continue  # reading tells about it, if it is Mom's
    return people


def _meet(people: People, message: Whole) -> None:
    whom = others(message)
    for number in whom.numbers:
        people.meet(number, whom.name)
    was = None if is_report(message) else sent(message)
    if was:
        for number in _with(whom, was):
            people.had(
                Unit.MESSAGE, number, whom.name, _identity(was, message.text), was.milliseconds // 1000
            )


def _with(whom: Others, was: Sent) -> tuple[str, ...]:
    """Those of them it counts for: in a group who wrote it, or all if the user did."""
    if not was.hers or len(whom.numbers) == 1:
        return whom.numbers
    return (whom.sender,) if whom.sender else ()


def _identity(was: Sent, text: str) -> tuple[int, bool, int]:
    """The same in every backup the message is in."""
    return was.milliseconds, was.hers, hash(text)


def _sorted_out(
    stream: BinaryIO, keys: frozenset[str], choices: Choices, messages: list[Message]
) -> Iterator[LeftOut | Problem]:
    """Put those between her and the user into `messages`, and tell what becomes of the others."""
    seen: set[int] = set()
    for message in _messages(stream):
        try:
            found = _found(message, keys)
        except Invalid as error:
            yield Problem(message.line, error.field, error.why)
            continue
        if isinstance(found, Left):
            yield LeftOut(found, message.line)
            continue
        text = message.text
        identity = hash(_identity(found, text))
        if identity not in seen:
            seen.add(identity)
            kept = text if choices.keep_texts else ""
            messages.append(Message(found.milliseconds // 1000, found.hers, message.line, kept))


def _found(message: Whole, keys: frozenset[str]) -> Sent | Left:
    """That it was between her and the user, or why it is left out. Raises Invalid."""
    whom = others(message)
    if not _are_in(whom.numbers, whom.name, keys):
        return Left.SOMEBODY_ELSE
    if is_report(message):
        return Left.NOTICE
    was = sent(message)
    if was is None:
        return Left.NOT_SENT
    return was if _are_in(_with(whom, was), whom.name, keys) else Left.SOMEBODY_ELSE


def _are_in(numbers: tuple[str, ...], name: str, keys: frozenset[str]) -> bool:
    return any(line_key(number, name) in keys for number in numbers)
