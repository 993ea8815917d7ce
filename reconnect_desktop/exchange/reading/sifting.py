"""What stands in a file of many people, kept small until it is known which of them is Mom.

So such a file is read once: the lines that tell who somebody is may stand behind those about her.
"""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from reconnect_desktop.domain.errors import UnsafeFile, Why
from reconnect_desktop.exchange.draft import Left, LeftOut, Problem
from reconnect_desktop.exchange.people.people import Line, People
from reconnect_desktop.exchange.reader import Unit

WHOM_MOST = 200_000  # people, each name with each number, and groups of them


@dataclass(frozen=True, slots=True)
class Wrong:
    """A row that can't be read; certain: whoever it is about."""

    field: str
    why: Why
    certain: bool = False


class Row(NamedTuple):
    """numbers: whom it was with, as written; outcome: what became of it; moment, measure: numbers that the format gives a meaning."""

    numbers: tuple[str, ...]
    line: int
    outcome: Hashable
    moment: int
    measure: int


class Sifting:
    """Filled row by row, then asked for those about whoever is meant. Memory: some 50 bytes for each."""

    def __init__(self, unit: Unit) -> None:
        self.people = People(unit)
        self._unit = unit
        self._rows = array("q")
        self._whom: dict[tuple[object, str], int] = {}
        self._lines: list[tuple[tuple[str, ...], list[Line]]] = []
        self._outcomes: dict[Hashable, int] = {}

    def one(self, number: str, name: str) -> int:
        """The number by which rows name this person. Raises UnsafeFile for more people than any life has."""
        known = self._whom.get((number, name))
        return self._new((number, name), (number,), name) if known is None else known

    def several(self, numbers: tuple[str, ...]) -> int:
        """The number by which rows name all of these, none of whom has a name here. Raises UnsafeFile."""
        known = self._whom.get((numbers, ""))
        return self._new((numbers, ""), numbers, "") if known is None else known

    def _new(self, key: tuple[object, str], numbers: tuple[str, ...], name: str) -> int:
        if len(self._lines) == WHOM_MOST:
            raise UnsafeFile
        lines = [line for number in numbers if (line := self.people.meet(number, name))]
        self._lines.append((numbers, lines))
        self._whom[key] = len(self._lines) - 1
        return len(self._lines) - 1

    def take(self, whom: int, line: int, outcome: Hashable, moment: int = 0, measure: int = 0) -> None:
        """Keep a row."""
        number = self._outcomes.setdefault(outcome, len(self._outcomes))
        self._rows.extend((whom, line, number, moment, measure))

    def count(self, whom: int, digest: int, seconds: int) -> None:
        """A contact with these people, at `seconds` since 1970; those of one digest count once."""
        for line in self._lines[whom][1]:
            line.count(self._unit, digest, seconds)

    def rows(self, keys: frozenset[str]) -> Iterator[Row | LeftOut | Problem]:
        """Those about the phone lines with these keys, in the order of the file, and what becomes of the others."""
        hers = [any(line.key in keys for line in lines) for _, lines in self._lines]
        outcomes = list(self._outcomes)
        numbers = iter(self._rows)
        for whom, line, number, moment, measure in zip(*[numbers] * 5, strict=True):
            outcome = outcomes[number]
            if isinstance(outcome, Wrong) and (hers[whom] or outcome.certain):
                yield Problem(line, outcome.field, outcome.why)
            elif not hers[whom]:
                yield LeftOut(Left.SOMEBODY_ELSE, line)
            elif isinstance(outcome, Left):
                yield LeftOut(outcome, line)
            else:
                yield Row(self._lines[whom][0], line, outcome, moment, measure)
