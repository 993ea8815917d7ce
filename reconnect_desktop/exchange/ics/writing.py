"""Interactions and plans as events of a calendar, for any program that shows one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.plan import Plan, PlanKind
from reconnect_desktop.domain.records import Record
from reconnect_desktop.domain.when import When
from reconnect_desktop.exchange.ics.plan_writing import OUR_PLANS, days_of, reminder

PRODUCT = "-//Reconnect//Reconnect Desktop//EN"
OUR_ZONE = "X-RECONNECT-ZONE"

_HEAD = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    f"PRODID:{PRODUCT}",
    "CALSCALE:GREGORIAN",
    "X-WR-CALNAME:Reconnect",
)
_WIDTH = 75  # bytes of a line (RFC 5545, 3.1)
_TITLES = {
    Medium.CALL: "Call with Mom",
    Medium.VIDEO: "Video call with Mom",
    Medium.VISIT: "Visit with Mom",
    Medium.MESSAGE: "Messages with Mom",
    Medium.LETTER: "Letter with Mom",
    Medium.OTHER: "Contact with Mom",
}
_QUIET = ("CLASS:PRIVATE", "TRANSP:TRANSPARENT", "STATUS:CONFIRMED")  # nobody is busy for it
# Line breaks of all kinds become one; of what else can't be seen, calendars make nothing.
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_SPECIAL = re.compile(r"[\\;,]")


def write(records: Iterable[Record], stream: TextIO, exported: When) -> int:
    """Write the interactions and plans among `records` and leave out the rest; returns how many were written.

    The times of interactions are in UTC, which every program reads alike; the zone stands beside them for us. Those of plans
    are on the clock, wherever one is then.
    """
    stream.writelines(map(folded, _HEAD))
    count = 0
    for record in records:
        if isinstance(record, (Interaction, Plan)):
            lines = _plan_lines(record, exported) if isinstance(record, Plan) else _lines(record, exported)
            stream.writelines(map(folded, lines))
            count += 1
    stream.write(folded("END:VCALENDAR"))
    return count


def _lines(interaction: Interaction, exported: When) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(interaction.id)}@reconnect-desktop"
    yield f"DTSTAMP:{_utc(exported)}"
    yield f"DTSTART:{_utc(interaction.when)}"
    if interaction.minutes:
        yield f"DURATION:PT{interaction.minutes}M"
    if interaction.when.zone:
        yield f"{OUR_ZONE}:{escaped(interaction.when.zone)}"
    yield f"SUMMARY:{_TITLES[interaction.medium]}"
    yield "CATEGORIES:" + ",".join(map(escaped, (interaction.medium.value, *interaction.tags)))
    if interaction.note:
        yield f"DESCRIPTION:{escaped(interaction.note)}"
    yield from (*_QUIET, "END:VEVENT")


def _plan_lines(plan: Plan, exported: When) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(plan.id)}{OUR_PLANS}"
    yield f"DTSTAMP:{_utc(exported)}"
    yield from days_of(plan)
    yield f"SUMMARY:{escaped(plan.text or _title(plan))}"
    yield from (*_QUIET, *reminder(plan), "END:VEVENT")


def _title(plan: Plan) -> str:
    """Of one without words of its own."""
    return "Mom's birthday" if plan.kind is PlanKind.BIRTHDAY else _TITLES[plan.medium or Medium.OTHER]


def _utc(when: When) -> str:
    moment = when.utc
    return f"{moment.year:04}{moment:%m%dT%H%M%S}Z"


def escaped(text: str) -> str:
    """Text as a value of type TEXT."""
    plain = _CONTROL.sub("\ufffd", _BREAKS.sub("\n", text))
    return _SPECIAL.sub(r"\\\g<0>", plain).replace("\n", "\\n")


def folded(line: str) -> str:
    """A content line with its end, in pieces of at most 75 bytes that part no letter."""
    data = line.encode()
    pieces, at, room = [], 0, _WIDTH
    while len(data) - at > room:
        cut = at + room
        while data[cut] & 0xC0 == 0x80:
            cut -= 1
        pieces.append(data[at:cut].decode())
        at, room = cut, _WIDTH - 1  # behind the blank
    pieces.append(data[at:].decode())
    return "\r\n ".join(pieces) + "\r\n"
