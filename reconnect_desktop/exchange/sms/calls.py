"""Call logs of the Android program SMS Backup & Restore: `calls-….xml`.

    <calls count="2"><call number="+15555550101" duration="65" date="1414839600000" type="1" contact_name="Ann" /></calls>

`date` is in milliseconds since 1970 (UTC), `duration` in seconds. `readable_date` is for eyes and `count` can be wrong:
neither is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, cast

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut, check_not_in_future
from reconnect_desktop.domain.length import from_seconds
from reconnect_desktop.domain.when import at
from reconnect_desktop.exchange.draft import Draft, Found, Left, Problem
from reconnect_desktop.exchange.reader import Asks, Choices, Unit
from reconnect_desktop.exchange.reading.sifting import Row, Sifting, Wrong
from reconnect_desktop.exchange.reading.xml_stream import elements, root_name
from reconnect_desktop.exchange.sms.fields import Attributes, milliseconds, whole

NAME = "sms-calls"

INCOMING, OUTGOING, ELSEWHERE = 1, 2, 7
UNANSWERED = frozenset({3, 4, 5, 6})  # missed, voicemail, rejected, blocked
REACHED_OUT = {INCOMING: ReachedOut.MOM, OUTGOING: ReachedOut.ME, ELSEWHERE: ReachedOut.MOM}

_ROOT = "calls"
# What is wrong with the interaction, told as what is wrong with the call.
_ATTRIBUTES = {"minutes": "duration", "source_key": "number", "when": "date"}


def recognise(head: bytes) -> bool:
    """Whether a file that begins so is a call log (also one that will be refused)."""
    return root_name(head) == _ROOT


def look(stream: BinaryIO, zone: str) -> Asks:
    """Who is in the file, most answered calls first. Raises Malformed, UnsafeFile."""
    return Asks(contacts=tuple(_sifted(stream).people.contacts(zone)))


def read(stream: BinaryIO, choices: Choices) -> Iterator[Found]:
    """Mom's answered calls, unrated; a call that is there twice comes once.

    Raises Malformed and UnsafeFile before anything is yielded, and WhoIsMissing or WhoIsUnknown, which list
    who there is.
    """
    sifted = _sifted(stream)
    seen: set[str] = set()
    for row in sifted.rows(sifted.people.chosen(choices.who)):
        if not isinstance(row, Row):
            yield row
            continue
        try:
            interaction = _interaction(row, choices)
        except Invalid as error:
            yield Problem(row.line, _ATTRIBUTES.get(error.field, error.field), error.why)
            continue
        if interaction.source_key not in seen:
            seen.add(interaction.source_key)
            yield Draft(interaction, row.line)


def _sifted(stream: BinaryIO) -> Sifting:
    sifting = Sifting(Unit.CALL)
    for name, attributes, line in elements(stream, _ROOT, NAME):
        if name == "call":
            _sift(sifting, attributes, line)
    return sifting


def _sift(sifting: Sifting, attributes: Attributes, line: int) -> None:
    number = attributes.get("number")
    whom = sifting.one(number or "", attributes.get("contact_name", ""))
    if number is None:
        sifting.take(whom, line, Wrong("number", Why.EMPTY, certain=True))
        return
    try:
        kind = _kind(attributes)
        duration = _duration(attributes, kind) if kind else 0
        if not kind or (duration == 0 and kind != ELSEWHERE):
            sifting.take(whom, line, Left.NOT_ANSWERED)
            return
        date = milliseconds(attributes)
    except Invalid as error:
        sifting.take(whom, line, Wrong(error.field, error.why))
        return
    sifting.take(whom, line, kind, date, duration)
    sifting.count(whom, hash((date, duration, kind)), date // 1000)


def _kind(attributes: Attributes) -> int:
    """Of one that was answered; 0 of another. Raises Invalid."""
    kind = whole(attributes, "type")
    if kind in UNANSWERED:
        return 0
    if kind not in REACHED_OUT:
        raise Invalid("type", Why.UNKNOWN_WORD)
    return kind


def _duration(attributes: Attributes, kind: int) -> int:
    """In seconds. Raises Invalid.

    One answered on another of the user's devices (7) is a contact too, though this phone mostly can't say how long.
    """
    duration = 0 if kind == ELSEWHERE and not attributes.get("duration") else whole(attributes, "duration")
    if duration < 0:
        raise Invalid("duration", Why.OUT_OF_RANGE)
    return duration


def _interaction(row: Row, choices: Choices) -> Interaction:
    """Of a row whose moment is in milliseconds since 1970, and its measure in seconds."""
    when = at(row.moment // 1000, choices.zone, choices.now.offset)
    check_not_in_future(when, choices.now)
    kind = cast("int", row.outcome)
    digits = re.sub(r"\D", "", row.numbers[0])
    return Interaction(
        id=choices.new_id(),
        when=when,
        medium=Medium.CALL,
        minutes=from_seconds(row.measure) if row.measure else None,
        reached_out=REACHED_OUT[kind],
        source=NAME,
        source_key=f"{digits}:{row.moment}:{row.measure}:{kind}",
        logged=choices.now,
    )
