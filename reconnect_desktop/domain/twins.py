"""Which interactions from different places may be one and the same contact, told of twice.

A call that the phone's list and a chat both know, or that was also typed by hand, stands in the journal twice. How near two
have to be depends on how well their times are known. Messages are one contact only with what was written down: what was said in
two chats at the same time was said in two chats. Nothing here decides: each pair is a question to the user.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from hashlib import blake2b
from typing import NamedTuple

from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.records import Setting
from reconnect_desktop.domain.settings import TWINS_LEFT_UNTIL, value_of

APART = "apart."


@dataclass(frozen=True, slots=True)
class Twin:
    """Two interactions that may be one contact: what was typed by hand first, or else what was earlier."""

    one: Interaction
    other: Interaction


class Precision(IntEnum):
    """How well the time of an interaction is known."""

    EXACT = 0  # a device wrote it down
    ROUGH = 1  # a person did, from memory or ahead
    DAY = 2  # a diary's entry: about the day, whenever it was written


# By source; all others are of devices. A plan's length is as rough as a length can be: it is not compared.
_WRITTEN_DOWN = frozenset({"", "csv", "table", "ics"})
_DIARIES = frozenset({"daylio", "daylio-csv", "pixy", "monica"})
_PLANS = frozenset({"ics"})

_NEAR = {Precision.EXACT: 10 * 60, Precision.ROUGH: 2 * 3600, Precision.DAY: 24 * 3600}  # seconds
# Lengths agree that differ by so many minutes, or by this share of the longer one.
_LENGTHS = {Precision.EXACT: (2, 0.15), Precision.ROUGH: (15, 0.5), Precision.DAY: (15, 0.5)}
_A_DAY = 24 * 3600  # seconds
_MOST = 20  # of those after one are looked at: also where thousands have one and the same time

_TALK, _MESSAGE, _VISIT, _OTHER = "talk", "message", "visit", "other"
_KINDS = {
    Medium.CALL: _TALK,
    Medium.VIDEO: _TALK,
    Medium.VISIT: _VISIT,
    Medium.MESSAGE: _MESSAGE,
    Medium.LETTER: "letter",
    Medium.OTHER: _OTHER,
}


def precision(interaction: Interaction) -> Precision:
    """How well its time is known, by where it came from."""
    if interaction.source in _DIARIES:
        return Precision.DAY
    return Precision.ROUGH if interaction.source in _WRITTEN_DOWN else Precision.EXACT


def is_plan(interaction: Interaction) -> bool:
    """Whether its time and length are what was planned."""
    return interaction.source in _PLANS


def twins(present: Sequence[Interaction], settled: Collection[str]) -> list[Twin]:
    """The pairs among these, newest first; each interaction is in one at most, and with what fits it best.

    settled: the ids of the settings, among which are those of pairs that are two contacts (`apart`). The order of what
    is given doesn't matter. Some n log n: 100,000 take about a second.
    """
    ordered = sorted(present, key=lambda one: one.day_key)
    taken: set[int] = set()
    pairs = []
    for _, _, first, second in sorted(_matches(ordered)):
        if taken.isdisjoint((first, second)):
            one, other = ordered[first], ordered[second]
            if _apart_id(one, other) not in settled:
                taken.update((first, second))
                pairs.append(_twin(one, other))
    return sorted(pairs, key=lambda twin: max(twin.one.day_key, twin.other.day_key), reverse=True)


def to_look_at(present: Sequence[Interaction], settings: Iterable[Setting]) -> list[Twin]:
    """Those of them that may still be asked about: not those that were there when all were left as they are."""
    kept = {setting.id: setting.value for setting in settings}
    until = value_of(TWINS_LEFT_UNTIL, kept)
    return [twin for twin in twins(present, kept.keys()) if logged(twin) > until]


def logged(twin: Twin) -> int:
    """When the later of the two came into the journal, in seconds since 1970 UTC."""
    return max(twin.one.logged.timestamp, twin.other.logged.timestamp)


def apart(twin: Twin) -> Setting:
    """The record that says: these are two contacts."""
    return Setting(id=_apart_id(twin.one, twin.other), value="yes")


def _apart_id(one: Interaction, other: Interaction) -> str:
    said = "\n\n".join(sorted((_mark(one), _mark(other))))
    return APART + blake2b(said.encode(), digest_size=16).hexdigest()


def _mark(interaction: Interaction) -> str:
    """What it is known by, also when it was taken out and brought in again."""
    return f"{interaction.source}\n{interaction.source_key}" if interaction.source_key else interaction.id


def _twin(first: Interaction, second: Interaction) -> Twin:
    one, other = sorted((first, second), key=lambda each: (bool(each.source), each.day_key))
    return Twin(one, other)


class _Spot(NamedTuple):
    """As much of an interaction as is compared. place: among all, the oldest first."""

    place: int
    start: int
    end: int
    day: date
    minutes: int | None
    source: str
    precision: Precision


# How well the times are known, how far apart the two are (the least is the best), and their places: of equal ones always
# the same is first.
_Match = tuple[int, int, int, int]


def _matches(ordered: Sequence[Interaction]) -> set[_Match]:
    return {
        match
        for kind, spots in _by_kind(ordered).items()
        if len({spot.source for spot in spots}) > 1
        for one, other in _beside(spots, devices=kind != _MESSAGE)
        if (match := _match(one, other)) is not None
    }


def _by_kind(ordered: Sequence[Interaction]) -> dict[str, list[_Spot]]:
    """What came in without saying of which kind it was is compared with every kind of being in touch at one time."""
    kinds: dict[str, list[_Spot]] = {}
    for place, one in enumerate(ordered):
        spot, kind = _spot(one, place), _KINDS[one.medium]
        for each in (_OTHER, _TALK, _VISIT) if kind == _OTHER and one.source else (kind,):
            kinds.setdefault(each, []).append(spot)
    return kinds


def _spot(one: Interaction, place: int) -> _Spot:
    start, minutes = one.when.timestamp, None if is_plan(one) else one.minutes
    return _Spot(
        place, start, start + 60 * (one.minutes or 0), one.when.day, minutes, one.source, precision(one)
    )


def _beside(spots: list[_Spot], *, devices: bool) -> Iterator[tuple[_Spot, _Spot]]:
    """Each with the next ones of less than a day, of other sources; two of devices only where they are to be compared."""
    for place, one in enumerate(spots):
        exact = one.precision is Precision.EXACT
        soon = max(one.start + _NEAR[Precision.EXACT], one.end) if devices else one.start - 1
        for other in spots[place + 1 : place + 1 + _MOST]:
            if other.start >= one.start + _A_DAY:
                break
            if one.source != other.source and not (
                exact and other.start > soon and other.precision is Precision.EXACT
            ):
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
