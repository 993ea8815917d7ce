"""Calls of an iPhone or Mac: a copy of `CallHistory.storedata`, with FaceTime and other programs' calls.

Each row of ZCALLRECORD is a call: ZDATE in seconds since 2001 (UTC), ZDURATION in seconds, ZORIGINATED 1 where the user called.
Its other end is a number or an address.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut, check_not_in_future
from reconnect_desktop.domain.length import from_seconds
from reconnect_desktop.domain.when import at
from reconnect_desktop.exchange.draft import Draft, Found, Left, Problem
from reconnect_desktop.exchange.reader import Asks, Choices, Unit
from reconnect_desktop.exchange.reading.sifting import Row, Sifting, Wrong

if TYPE_CHECKING:
    from reconnect_desktop.exchange.mac_calls.store import Record

NAME = "call-history"

_SQLITE = b"SQLite format 3\0"
_TABLE = b"ZCALLRECORD"
_PAGE_KIND = slice(100, 101)  # of the first page, where the list of tables begins
_ON_OTHER_PAGES = b"\5"
_EPOCH = 978_307_200  # 2001-01-01 UTC, in seconds since 1970
_YEAR_9999 = 253_370_764_800
_AUDIO, _VIDEO = 1, 2  # ZCALL_CATEGORY
_FACETIME_VIDEO = 8  # ZCALLTYPE, of systems that have no category
_KEY_MOST = 200  # characters
_ATTRIBUTES = {"minutes": "duration", "source_key": "number", "when": "date"}


class _Call(NamedTuple):
    reached_out: ReachedOut
    medium: Medium
    key: str


def recognise(head: bytes) -> bool:
    """Whether a file that begins so is a database of calls.

    The list of tables can be so long that it stands on pages of its own, wherever there was room: then reading tells.
    """
    return head.startswith(_SQLITE) and (_TABLE in head or head[_PAGE_KIND] == _ON_OTHER_PAGES)


def look(stream: BinaryIO, zone: str) -> Asks:
    """Who is in it, most answered calls first. Raises UnknownFormat, Malformed, UnsafeFile, DiskFull."""
    return Asks(contacts=tuple(_sifted(stream).people.contacts(zone)))


def read(stream: BinaryIO, choices: Choices) -> Iterator[Found]:
    """Mom's answered calls, unrated.

    Raises UnknownFormat, Malformed, UnsafeFile and DiskFull before anything is yielded, and WhoIsMissing or WhoIsUnknown, which
    list who there is.
    """
    sifted = _sifted(stream)
    seen: set[str] = set()
    for row in sifted.rows(sifted.people.chosen(choices.who)):
        if not isinstance(row, Row):
            yield row
            continue
        assert isinstance(row.outcome, _Call)
        try:
            interaction = _interaction(row, row.outcome, choices)
        except Invalid as error:
            yield Problem(row.line, _ATTRIBUTES.get(error.field, error.field), error.why)
            continue
        if interaction.source_key not in seen:
            seen.add(interaction.source_key)
            yield Draft(interaction, row.line)


def _sifted(stream: BinaryIO) -> Sifting:
    # Only here: it brings the library with it, which need not be there to tell what a file is.
    from reconnect_desktop.exchange.mac_calls.store import records_in

    sifting = Sifting(Unit.CALL)
    for record in records_in(stream, NAME):
        _sift(sifting, record)
    return sifting


def _sift(sifting: Sifting, record: Record) -> None:
    """Keep a row: moment: seconds since 1970; measure: the length in seconds."""
    addresses = record.addresses
    whom = (
        sifting.several(addresses)
        if len(addresses) > 1
        else sifting.one(addresses[0] if addresses else "", record.name)
    )
    try:
        was_answered = record.originated == 1 or record.answered in {1, None}
        duration = _duration(record.duration) if was_answered else 0
        if not duration:
            sifting.take(whom, 0, Left.NOT_ANSWERED)
            return
        moment = _moment(record.date)
    except Invalid as error:
        sifting.take(whom, 0, Wrong(error.field, error.why))
        return
    reached_out = ReachedOut.ME if record.originated == 1 else ReachedOut.MOM
    key = record.unique_id[:_KEY_MOST] or f"{_digits(addresses)}:{moment}:{duration}"
    sifting.take(whom, 0, _Call(reached_out, _medium(record.kind, record.category), key), moment, duration)
    sifting.count(whom, hash(key), moment)


def _digits(addresses: tuple[str, ...]) -> str:
    return re.sub(r"\D", "", "".join(addresses))[:_KEY_MOST]


def _medium(kind: object, category: object) -> Medium:
    is_video = category == _VIDEO or (category != _AUDIO and kind == _FACETIME_VIDEO)
    return Medium.VIDEO if is_video else Medium.CALL


def _duration(value: object) -> int:
    """In whole seconds; a call that was answered has at least one. Raises Invalid."""
    seconds = _number(value, "duration")
    if not 0 <= seconds < 1 << 40:
        raise Invalid("duration", Why.OUT_OF_RANGE)
    return math.ceil(seconds)


def _moment(value: object) -> int:
    """In seconds since 1970. Raises Invalid."""
    seconds = math.floor(_number(value, "date")) + _EPOCH
    if not 0 < seconds < _YEAR_9999:
        raise Invalid("date", Why.OUT_OF_RANGE)
    return seconds


def _number(value: object, field: str) -> float:
    if value is None:
        raise Invalid(field, Why.EMPTY)
    if not isinstance(value, (int, float)) or not math.isfinite(value):
        raise Invalid(field, Why.NOT_A_NUMBER)
    return value


def _interaction(row: Row, call: _Call, choices: Choices) -> Interaction:
    when = at(row.moment, choices.zone, choices.now.offset)
    check_not_in_future(when, choices.now)
    return Interaction(
        id=choices.new_id(),
        when=when,
        medium=call.medium,
        minutes=from_seconds(row.measure),
        reached_out=call.reached_out,
        source=NAME,
        source_key=call.key,
        logged=choices.now,
    )
