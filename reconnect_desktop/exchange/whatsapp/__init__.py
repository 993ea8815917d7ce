"""Chats exported from WhatsApp: `_chat.txt` of an iPhone, `WhatsApp Chat with ….txt` of an Android phone.

    [18/03/22, 14:56:00] Ruth Example: Hello          18/03/2022, 14:56 - Ruth Example: Hello

Days, times and words are those of the phone's region and language, so their shape is told from the file as a whole: see
`order`, `day_halves`, `calendars`, `notices` and `calls`. Times are the phone's own, without a zone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from reconnect_desktop.domain.errors import DateOrderMissing, Invalid
from reconnect_desktop.exchange.date_order import DateOrder
from reconnect_desktop.exchange.draft import Found
from reconnect_desktop.exchange.people.persons import Persons
from reconnect_desktop.exchange.people.phone_number import read_number
from reconnect_desktop.exchange.reader import Asks, Choices, Unit
from reconnect_desktop.exchange.whatsapp.calendars import day_number
from reconnect_desktop.exchange.whatsapp.entries import forms_in
from reconnect_desktop.exchange.whatsapp.lines import NAME
from reconnect_desktop.exchange.whatsapp.local_time import LocalTime
from reconnect_desktop.exchange.whatsapp.reading import Reading
from reconnect_desktop.exchange.whatsapp.stamps import Stamp
from reconnect_desktop.exchange.whatsapp.survey import Survey, survey

__all__ = ["NAME", "look", "read", "recognise"]


def recognise(head: bytes) -> bool:
    """Whether a file that begins so is a chat of WhatsApp's."""
    return bool(forms_in(head))


def look(stream: BinaryIO, zone: str) -> Asks:
    """Who writes in the chat, and in which orders its days could be meant. Raises Malformed, UnsafeFile."""
    found = survey(stream)
    orders = found.order.open()
    return Asks(
        contacts=_persons(found, orders[:1], zone).contacts(zone),
        orders=orders if len(orders) > 1 else (),
        day=found.order.day_apart(orders) if len(orders) > 1 else "",
        local_times=True,
        messages=any(sender.messages for sender in found.senders.values()),
    )


def read(stream: BinaryIO, choices: Choices) -> Iterator[Found]:
    """Calls with her, and exchanges of messages, unrated.

    Raises Malformed and UnsafeFile before anything is yielded, WhoIsMissing or WhoIsUnknown, which list who there is, and
    DateOrderMissing.
    """
    start = stream.tell()
    found = survey(stream)
    hers = _persons(found, found.order.open()[:1], choices.zone).chosen(choices.who)
    order = _order(found, choices)
    stream.seek(start)
    yield from Reading(found, hers, order, choices).read(stream)


def _order(found: Survey, choices: Choices) -> DateOrder:
    tomorrow = choices.now.local.toordinal() + 1  # a phone may be in a zone that is ahead
    orders = found.order.open(tomorrow)
    if len(orders) == 1:
        return orders[0]
    if choices.order in orders:
        return choices.order
    if orders:
        raise DateOrderMissing
    return choices.order or DateOrder.DAY_FIRST  # no day of the file is one


def _persons(found: Survey, order: tuple[DateOrder, ...], zone: str) -> Persons:
    persons = Persons(Unit.MESSAGE, Unit.CALL)
    for key, sender in found.senders.items():
        last = _seconds(sender.last, order[0], zone) if order and sender.last else 0
        numbers = (key,) if read_number(key) else ()
        persons.meet(key, "" if numbers else key, numbers)
        persons.had(key, Unit.MESSAGE, sender.messages, last)
        persons.had(key, Unit.CALL, sender.calls, last)
    return persons


def _seconds(stamp: Stamp, order: DateOrder, zone: str) -> int:
    day = day_number(stamp.day, order)
    try:
        return LocalTime(zone, 0).moment(day, stamp.second_of_day(None)) if day and day > 0 else 0
    except Invalid:
        return 0
