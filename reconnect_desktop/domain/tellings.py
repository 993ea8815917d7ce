"""What different places tell of one contact: which two tellings are near enough to be of the same, the best match first.

A call that the phone's list and a chat both know, or that was also typed by hand, is told twice. How near two have to be
depends on how well their times are known. Messages are one contact only with what was written down: what was said in two
chats at the same time was said in two chats.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.measures import Medium


class Precision(IntEnum):
    """How well the time of an interaction is known."""

    EXACT = 0  # a device wrote it down
    ROUGH = 1  # a person did, from memory or ahead
    DAY = 2  # a diary's entry: about the day, whenever it was written


class Telling(NamedTuple):
    """As much of an interaction as is compared. start: seconds since 1970 UTC; day: the local one, as in 2026-11-22."""

    start: int
    id: str
    day: str
    medium: Medium
    minutes: int | None
    source: str
    source_key: str


# By source; all others are of devices. A plan's length is as rough as a length can be: it is not compared.
_WRITTEN_DOWN = frozenset({"", "csv", "table", "ics"})
_DIARIES = frozenset({"daylio", "daylio-csv", "pixy", "monica"})
_PLANS = frozenset({"ics"})

_NEAR = {Precision.EXACT: 10 * 60, Precision.ROUGH: 2 * 3600, Precision.DAY: 24 * 3600}  # seconds
# Lengths agree that differ by so many minutes, or by this share of the longer one.
_LENGTHS = {Precision.EXACT: (2, 0.15), Precision.ROUGH: (15, 0.5), Precision.DAY: (15, 0.5)}
_A_DAY = 24 * 3600  # seconds
_MOST = 8  # of those after one are looked at: also where thousands have one and the same time

_TALK, _MESSAGE, _VISIT, _OTHER = "talk", "message", "visit", "other"
_KINDS = {
    Medium.CALL: _TALK,
    Medium.VIDEO: _TALK,
    Medium.VISIT: _VISIT,
    Medium.MESSAGE: _MESSAGE,
    Medium.LETTER: "letter",
    Medium.OTHER: _OTHER,
}


def precision(source: str) -> Precision:
    """How well the time of what came from there is known."""
    if source in _DIARIES:
        return Precision.DAY
    return Precision.ROUGH if source in _WRITTEN_DOWN else Precision.EXACT


def is_plan(source: str) -> bool:
    """Whether times and lengths from there are what was planned."""
    return source in _PLANS


def telling(one: Interaction) -> Telling:
    """As much of it as is compared."""
    day = one.when.day.isoformat()
    return Telling(one.when.timestamp, one.id, day, one.medium, one.minutes, one.source, one.source_key)


def matches(tellings: Iterable[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """All two that may be of one contact, the best match first, whatever the order they are given in.

    Some n log n: 100,000 take about a second.
    """
    ordered = sorted(tellings)
    found = {
        match
        for kind, spots in _by_kind(ordered).items()
        for one, other in _beside(spots, devices=kind != _MESSAGE)
        if (match := _match(one, other)) is not None
    }
    for _, _, one, other in sorted(found):
        yield ordered[one], ordered[other]


class _Spot(NamedTuple):
    """place: among all, the oldest first; minutes: None also for a plan's length."""

    place: int
    start: int
    end: int
    day: str
    minutes: int | None
    source: str
    precision: Precision


# How well the times are known, how far apart the two are (the least is the best), and their places: of equal ones always
# the same is first.
_Match = tuple[int, int, int, int]


def _by_kind(ordered: list[Telling]) -> dict[str, list[_Spot]]:
    """What came in without saying of which kind it was is compared with every kind of being in touch at one time."""
    kinds: dict[str, list[_Spot]] = {}
    for place, one in enumerate(ordered):
        spot, kind = _spot(one, place), _KINDS[one.medium]
        for each in (_OTHER, _TALK, _VISIT) if kind == _OTHER and one.source else (kind,):
            kinds.setdefault(each, []).append(spot)
    return {kind: spots for kind, spots in kinds.items() if len({spot.source for spot in spots}) > 1}


def _spot(one: Telling, place: int) -> _Spot:
    minutes = None if is_plan(one.source) else one.minutes
    end = one.start + 60 * (one.minutes or 0)
    return _Spot(place, one.start, end, one.day, minutes, one.source, precision(one.source))


def _beside(spots: list[_Spot], *, devices: bool) -> Iterator[tuple[_Spot, _Spot]]:
    """Each with the next ones of other sources: devices' soon after it, where `devices` are compared; others' of a day."""
    exact, rough = _Queue(), _Queue()
    for spot in spots:
        (exact if spot.precision is Precision.EXACT else rough).spots.append(spot)
    for one in spots:
        is_exact = one.precision is Precision.EXACT
        if devices or not is_exact:
            soon = max(one.start + _NEAR[Precision.EXACT], one.end)
            yield from exact.after(one, soon if is_exact else one.start + _A_DAY)
        yield from rough.after(one, one.start + _A_DAY)


class _Queue:
    """Spots in their order, asked for what comes after one that is later each time."""

    def __init__(self) -> None:
        self.spots: list[_Spot] = []
        self._next = 0

    def after(self, one: _Spot, last: int) -> Iterator[tuple[_Spot, _Spot]]:
        while self._next < len(self.spots) and self.spots[self._next].place <= one.place:
            self._next += 1
        for other in self.spots[self._next : self._next + _MOST]:
            if other.start > last:
                break
            if other.source != one.source:
                yield one, other


def _match(one: _Spot, other: _Spot) -> _Match | None:
    known = max(one.precision, other.precision)
    aside, longer = other.start - one.start, 0
    if (
        aside > _NEAR[Precision.EXACT]
        and other.start >= one.end
        and (one.day != other.day or aside > _NEAR[known])
    ):
        return None
    if one.minutes is not None and other.minutes is not None:
        longer = abs(one.minutes - other.minutes)
        least, share = _LENGTHS[known]
        if longer > max(least, share * max(one.minutes, other.minutes)):
            return None
    return known, aside + 120 * longer, one.place, other.place
