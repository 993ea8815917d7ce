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

from collections.abc import Container, Iterator, Mapping
from contextlib import suppress
from typing import BinaryIO

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.exchange.draft import Found, Left
from reconnect_desktop.exchange.people.conversation import Message, exchanges
from reconnect_desktop.exchange.reader import Asks, Choices, Unit
from reconnect_desktop.exchange.reading.sifting import Row, Sifting, Wrong
from reconnect_desktop.exchange.reading.xml_stream import elements, root_name
from reconnect_desktop.exchange.sms.message import INNER, Others, Sent, Whole, gathered, others, sent

NAME = "sms"

_ROOT = "smses"


def recognise(head: bytes) -> bool:
    """Whether a file that begins so holds messages (also one that will be refused)."""
    return root_name(head) == _ROOT


def look(stream: BinaryIO, zone: str) -> Asks:
    """Who is in the file, most messages first. Raises Malformed, UnsafeFile."""
    return Asks(contacts=tuple(_sifted(stream).people.contacts(zone)), messages=True)


def read(stream: BinaryIO, choices: Choices) -> Iterator[Found]:
    """Mom's messages, gathered into exchanges; one that is there twice counts once.

    In a group those count that she wrote, and those the user wrote to it. Raises Malformed and UnsafeFile before anything
    is yielded, and WhoIsMissing or WhoIsUnknown, which list who there is.
    """
    start = stream.tell()
    sifted = _sifted(stream)
    hers: dict[int, Row] = {}
    for row in sifted.rows(sifted.people.chosen(choices.who)):
        if isinstance(row, Row):
            hers.setdefault(row.measure, row)
        else:
            yield row
    stream.seek(start)
    texts = _texts(stream, hers) if choices.keep_texts else {}
    yield from exchanges((_message(row, texts) for row in hers.values()), NAME, choices)


def _message(row: Row, texts: Mapping[int, str]) -> Message:
    return Message(row.moment // 1000, row.outcome is True, row.line, texts.get(row.measure, ""))


def _messages(stream: BinaryIO) -> Iterator[Whole]:
    return gathered(elements(stream, _ROOT, NAME, INNER))


def _sifted(stream: BinaryIO) -> Sifting:
    sifting = Sifting(Unit.MESSAGE)
    for message in _messages(stream):
        whom = others(message)
        if whom is None:
            sifting.take(sifting.one("", ""), message.line, Wrong("address", Why.EMPTY, certain=True))
        else:
            _sift(sifting, message, whom)
    return sifting


def _sift(sifting: Sifting, message: Whole, whom: Others) -> None:
    """Keep a row: outcome: whether she wrote it; moment: milliseconds since 1970; measure: what it is known again by."""
    with_whom = sifting.several(whom.several) if whom.several else sifting.one(whom.number, whom.name)
    try:
        was = sent(message)
    except Invalid as error:
        sifting.take(with_whom, message.line, Wrong(error.field, error.why))
        return
    if isinstance(was, Left):
        sifting.take(with_whom, message.line, was)
        return
    if was.hers and whom.several:
        with_whom = sifting.one(whom.sender, "")
    digest = _digest(was, message)
    sifting.take(with_whom, message.line, was.hers, was.milliseconds, digest)
    sifting.count(with_whom, digest, was.milliseconds // 1000)


def _digest(was: Sent, message: Whole) -> int:
    """The same in every backup the message is in."""
    return hash((was, message.text))


def _texts(stream: BinaryIO, wanted: Container[int]) -> dict[int, str]:
    """What these messages say, by their digests: read apart, so that nobody else's is ever kept."""
    texts = {}
    for message in _messages(stream):
        with suppress(Invalid):
            was = sent(message)
            if isinstance(was, Sent) and (digest := _digest(was, message)) in wanted:
                texts[digest] = message.text
    return texts
