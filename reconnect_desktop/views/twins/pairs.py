"""The pairs that are looked at in one go: which is shown, and what was said of those before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reconnect_desktop.domain.twins import Twin


@dataclass(frozen=True, slots=True)
class Said:
    """Of a pair at this place: that it is one contact, or (not `merged`) that it is two."""

    twin: Twin
    place: int
    merged: bool


class Pairs:
    """Those of which nothing was said stay in their order; what was said last is taken back first."""

    def __init__(self, pairs: Iterable[Twin]) -> None:
        self.left = list(pairs)
        self.said: list[Said] = []
        self.place = 0

    @property
    def current(self) -> Twin | None:
        """The one that is shown; None after the last."""
        return self.left[self.place] if self.left else None

    @property
    def number(self) -> int:
        """Which of all it is, from 1."""
        return len(self.said) + self.place + 1

    @property
    def count(self) -> int:
        """How many there are, with those of which something was said."""
        return len(self.said) + len(self.left)

    def go(self, places: int) -> None:
        """On by so many, or back; not beyond the ends."""
        self.place = min(max(self.place + places, 0), max(len(self.left) - 1, 0))

    def say(self, *, merged: bool) -> Said:
        """The one that is shown is one contact, or two; the next one is shown."""
        said = Said(self.left.pop(self.place), self.place, merged)
        self.said.append(said)
        self.go(0)
        return said

    def put_back(self, said: Said, twin: Twin | None) -> None:
        """That could not be kept. It is asked again about the two as they are now, where both are there still."""
        self.said.remove(said)
        if twin is not None:
            self.place = min(said.place, len(self.left))
            self.left.insert(self.place, twin)
        self.go(0)

    def take_back(self) -> None:
        """What was said last was undone: it is asked again."""
        if self.said:
            self.put_back(self.said[-1], self.said[-1].twin)
