"""Call logs of the Android program SMS Backup & Restore: `calls-….xml`.

    <calls count="2"><call number="+15555550101" duration="65" date="1414839600000" type="1" contact_name="Ann" /></calls>

`date` is in milliseconds since 1970 (UTC), `duration` in seconds. `readable_date` is for eyes and `count` can be wrong:
neither is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut, check_not_in_future
from reconnect_desktop.domain.length import from_seconds
from reconnect_desktop.domain.when import at
from reconnect_desktop.exchange.draft import Draft, Found, Left, LeftOut, Problem
from reconnect_desktop.exchange.people import People, line_key
from reconnect_desktop.exchange.reader import Asks, Choices, Unit
from reconnect_desktop.exchange.sms_fields import Attributes, milliseconds, whole
from reconnect_desktop.exchange.xml_stream import elements, root_name

NAME = "sms-calls"

INCOMING, OUTGOING, ELSEWHERE = 1, 2, 7
UNANSWERED = frozenset({3, 4, 5, 6})  # missed, voicemail, rejected, blocked
REACHED_OUT = {INCOMING: ReachedOut.MOM, OUTGOING: ReachedOut.ME, ELSEWHERE: ReachedOut.MOM}

_ROOT = "calls"
# What is wrong with the interaction, told as what is wrong with the call.
_ATTRIBUTES = {"minutes": "duration", "source_key": "number", "when": "date"}


@dataclass(frozen=True, slots=True)
class _Call:
    """A call that was answered. date: milliseconds since 1970; duration: seconds, 0 if unknown."""

    kind: int
    date: int
    duration: int


def recognise(head: bytes) -> bool:
    """Whether a file that begins so is a call log (also one that will be refused)."""
    return root_name(head) == _ROOT


def look(stream: BinaryIO, zone: str) -> Asks:
    """Who is in the file, most answered calls first. Raises Malformed, UnsafeFile."""
    return Asks(contacts=tuple(_people(stream).contacts(zone)))


def read(stream: BinaryIO, choices: Choices) -> Iterator[Found]:
    """Mom's answered calls, unrated; a call that is there twice comes once.

    Raises Malformed and UnsafeFile before anything is yielded, and WhoIsMissing or WhoIsUnknown, which list
    who there is.
    """
    start = stream.tell()
    keys = _people(stream).chosen(choices.who)
    stream.seek(start)
    seen: set[str] = set()
    for element in elements(stream, _ROOT, NAME):
        if element.name != "call":
            continue
        try:
            found = _found(element.attributes, element.line, keys, choices)
        except Invalid as error:
            yield Problem(element.line, _ATTRIBUTES.get(error.field, error.field), error.why)
            continue
        if isinstance(found, Draft) and isinstance(found.record, Interaction):
            if found.record.source_key in seen:
                continue
            seen.add(found.record.source_key)
        yield found


def _people(stream: BinaryIO) -> People:
    people = People(Unit.CALL)
    for element in elements(stream, _ROOT, NAME):
        if element.name == "call":
            _meet(people, element.attributes)
    return people


def _meet(people: People, attributes: Attributes) -> None:
    number, name = attributes.get("number", ""), attributes.get("contact_name", "")
    try:
        call = _answered(attributes)
    except Invalid:
        call = None  # reading tells about it, if it is Mom's
    if call is None:
        people.meet(number, name)
    else:
        people.had(Unit.CALL, number, name, _key(call, number), call.date // 1000)


def _found(attributes: Attributes, line: int, keys: frozenset[str], choices: Choices) -> Draft | LeftOut:
    number = attributes.get("number")
    if number is None:
        raise Invalid("number", Why.EMPTY)
    if line_key(number, attributes.get("contact_name", "")) not in keys:
        return LeftOut(Left.SOMEBODY_ELSE, line)
    call = _answered(attributes)
    if call is None:
        return LeftOut(Left.NOT_ANSWERED, line)
    return Draft(_interaction(call, number, choices), line)


def _answered(attributes: Attributes) -> _Call | None:
    """The call, or None if nobody spoke to anybody. Raises Invalid.

    One answered on another of the user's devices (7) is a contact too, though this phone mostly can't say how long.
    """
    kind = whole(attributes, "type")
    if kind in UNANSWERED:
        return None
    if kind not in REACHED_OUT:
        raise Invalid("type", Why.UNKNOWN_WORD)
    duration = 0 if kind == ELSEWHERE and not attributes.get("duration") else whole(attributes, "duration")
    if duration < 0:
        raise Invalid("duration", Why.OUT_OF_RANGE)
    if duration == 0 and kind != ELSEWHERE:
        return None
    return _Call(kind, milliseconds(attributes), duration)


def _interaction(call: _Call, number: str, choices: Choices) -> Interaction:
    when = at(call.date // 1000, choices.zone, choices.now.offset)
    check_not_in_future(when, choices.now)
    return Interaction(
        id=choices.new_id(),
        when=when,
        medium=Medium.CALL,
        minutes=from_seconds(call.duration) if call.duration else None,
        reached_out=REACHED_OUT[call.kind],
        source=NAME,
        source_key=":".join(map(str, _key(call, number))),
        logged=choices.now,
    )


def _key(call: _Call, number: str) -> tuple[str, int, int, int]:
    return re.sub(r"\D", "", number), call.date, call.duration, call.kind
