"""Pairs of interactions that may be one contact, each a question to the user: nothing here decides."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import Setting
from reconnect_desktop.domain.tellings import Telling, matches, telling

APART = "apart."


@dataclass(frozen=True, slots=True)
class Twin:
    """Two interactions that may be one contact: what was typed by hand first, or else what was earlier."""

    one: Interaction
    other: Interaction


def pairs(tellings: Iterable[Telling], settled: Collection[str]) -> list[tuple[Telling, Telling]]:
    """The pairs among these, newest first; each telling is in one at most, and with what fits it best.

    settled: the ids of the settings, among which are those of pairs that are two contacts (`apart`).
    """
    taken: set[str] = set()
    found = []
    for one, other in matches(tellings):
        if taken.isdisjoint((one.id, other.id)) and _apart_id(one, other) not in settled:
            taken.update((one.id, other.id))
            found.append((one, other))
    return sorted(found, key=max, reverse=True)


def twins(present: Sequence[Interaction], settled: Collection[str]) -> list[Twin]:
    """The same of interactions."""
    by_id = {one.id: one for one in present}
    return [twin_of(by_id[one.id], by_id[other.id]) for one, other in pairs(map(telling, present), settled)]


def twin_of(first: Interaction, second: Interaction) -> Twin:
    """The two in their order."""
    one, other = sorted((first, second), key=lambda each: (bool(each.source), each.day_key))
    return Twin(one, other)


def logged(twin: Twin) -> int:
    """When the later of the two came into the journal, in seconds since 1970 UTC."""
    return max(twin.one.logged.timestamp, twin.other.logged.timestamp)


def apart(twin: Twin) -> Setting:
    """The record that says: these are two contacts."""
    return Setting(id=_apart_id(twin.one, twin.other), value="yes")


def _apart_id(one: Interaction | Telling, other: Interaction | Telling) -> str:
    said = "\n\n".join(sorted((_mark(one), _mark(other))))
    return APART + blake2b(said.encode(), digest_size=16).hexdigest()


def _mark(one: Interaction | Telling) -> str:
    """What it is known by, also when it was taken out and brought in again."""
    return f"{one.source}\n{one.source_key}" if one.source_key else one.id
