"""A simulated person: what they logged, and what truly happened to them. Days are counted from the start of the diary."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Record:
    """One logged interaction; t, logged: days since the start with their fraction; closeness: 1…scale or None."""

    t: float
    logged: float
    medium: str
    minutes: int
    closeness: int | None
    mood: int | None
    tags: tuple[str, ...]

    @property
    def day(self) -> int:
        """The day it happened."""
        return int(self.t)


@dataclass(slots=True)
class Event:
    """What truly happened, never shown to a detector.

    kind: "dip", "gap", "voice" (talks stop, messages go on), "absence" (a trip), "lapse" (of logging), "drift" (of the use
    of the scale); shape: "sudden" or "gradual" (dip), "stop" or "slow" (gap); size: S, M, L;
    start, full, rec, end: days of onset, of its full size, of the begin of recovery, of being back.
    """

    kind: str
    shape: str
    size: str
    start: float
    full: float
    rec: float
    end: float
    magnitude: float = 0.0
    cause: str = ""
    early: bool = False


@dataclass(slots=True)
class Person:
    """scale: 5 or 7; days: length of the diary; pauses: (declared on, start, end); meta: the true parameters, for oracles."""

    seed: int
    scale: int
    days: int
    records: list[Record]
    truth: list[Event]
    pauses: list[tuple[int, int, int]]
    meta: dict[str, Any] = field(default_factory=dict)

    def events(self, *kinds: str) -> list[Event]:
        """What happened, of these kinds."""
        return [event for event in self.truth if event.kind in kinds]
