"""Who is in a file of many people: phone lines gathered under names, and which of them are Mom's."""

from __future__ import annotations

import unicodedata
from array import array
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import chain, combinations

from reconnect_desktop.domain.errors import Invalid, UnsafeFile, WhoIsMissing, WhoIsUnknown
from reconnect_desktop.domain.when import at
from reconnect_desktop.exchange.people.phone_number import HIDDEN, PhoneNumber, read_number, same_line
from reconnect_desktop.exchange.reader import Contact, Unit

LINES_MOST = 100_000
ALIKE_MOST = 50  # numbers with the same last digits that are compared: honest files have two or three
LABEL_MOST = 200  # characters
_NO_NAMES = frozenset({"", "null", "(unknown)", "unknown"})


@lru_cache(maxsize=4096)
def clean_name(name: str) -> str:
    """The name on one line, without characters that can't be seen; "" if it says that there is none."""
    seen = "".join(char if char.isprintable() else " " for char in unicodedata.normalize("NFC", name))
    tidy = " ".join(seen.split())[:LABEL_MOST].rstrip()
    return "" if tidy.casefold() in _NO_NAMES else tidy


@lru_cache(maxsize=4096)
def line_key(number: str, name: str) -> str:
    """What tells the phone lines of a file apart: the digits; without any the name or address; "" for nobody."""
    if read := read_number(number):
        return read.digits
    called = clean_name(name) or ("" if number.strip() in HIDDEN else clean_name(number))
    return f"name:{called.casefold()}" if called else ""


@dataclass(slots=True)
class Line:
    """One phone line, or a name without one."""

    key: str
    number: PhoneNumber | None
    written: str
    names: dict[str, str] = field(default_factory=dict)  # by what they are compared by
    had: dict[Unit, array[int]] = field(default_factory=dict)  # a digest of 8 bytes for each call or message
    last: int = 0  # seconds since 1970

    @property
    def tail(self) -> str:
        """What two notations of it have in common."""
        return self.number.tail if self.number else self.key

    def count(self, unit: Unit, digest: int, seconds: int) -> None:
        """Take note of what was a contact, at `seconds` since 1970; those of one digest count once."""
        digests = self.had.get(unit)
        if digests is None:
            digests = self.had[unit] = array("q")
        digests.append(digest)
        self.last = max(self.last, seconds)


@dataclass(slots=True)
class _Person:
    name: str
    lines: list[Line]

    @property
    def label(self) -> str:
        return self.name or self.lines[0].written

    def count(self, unit: Unit) -> int:
        """How many calls or messages; what several of the lines had in common (a message to all of them) counts once."""
        return len(set(chain.from_iterable(line.had.get(unit, ()) for line in self.lines)))

    @property
    def last(self) -> int:
        return max(line.last for line in self.lines)


class People:
    """Filled with everybody in a file and how much there was with each, then asked who is there and who was meant.

    units: what is counted, in the order in which it is told. Memory: a few bytes for each count.
    """

    def __init__(self, *units: Unit) -> None:
        self._units = units
        self._lines: dict[str, Line] = {}

    def meet(self, number: str, name: str) -> Line | None:
        """Take note of the other end of a call or a message; None if it can't be told who that is. Raises UnsafeFile."""
        key = line_key(number, name)
        if not key:
            return None
        line = self._lines.get(key)
        if line is None:
            if len(self._lines) == LINES_MOST:
                raise UnsafeFile
            line = self._lines[key] = Line(key, read_number(number), clean_name(number))
        if cleaned := clean_name(name):
            line.names.setdefault(cleaned.casefold(), cleaned)
        return line

    def contacts(self, zone: str) -> list[Contact]:
        """Everybody, most contact first."""
        return [
            Contact(
                label=person.label,
                name=person.name,
                numbers=tuple(line.written for line in person.lines if line.number),
                counts=tuple(zip(self._units, counts, strict=True)),
                last=_day(person.last, zone),
            )
            for person, counts in self._sorted()
        ]

    def chosen(self, who: tuple[str, ...]) -> frozenset[str]:
        """The keys of the lines that are meant by these labels, names and numbers.

        Nobody named: the only person there is, or WhoIsMissing. Nobody found: WhoIsUnknown.
        """
        people = self._sorted()
        named = [text for text in who if text.strip()]
        if not named and len(people) > 1:
            raise WhoIsMissing(_totals(people))
        if not named:
            return frozenset(line.key for person, _ in people for line in person.lines)
        by_label = {person.label.casefold(): person for person, _ in people}
        keys = {line.key for text in named for line in self._meant(text, by_label)}
        if people and not keys:
            raise WhoIsUnknown(_totals(people))
        return frozenset(keys)

    def _meant(self, text: str, by_label: dict[str, _Person]) -> list[Line]:
        if person := by_label.get(clean_name(text).casefold()):
            return person.lines
        number = read_number(text)
        return self._with_number(number) if number else []

    def _with_number(self, number: PhoneNumber) -> list[Line]:
        numbered = [(line, line.number) for line in self._lines.values() if line.number]
        alike = [pair for pair in numbered if same_line(pair[1], number)][:ALIKE_MOST]
        if all(same_line(one[1], other[1]) for one, other in combinations(alike, 2)):
            return [line for line, _ in alike]
        # A national number that fits those of two countries says nothing about either.
        return [line for line, its in alike if its.digits == number.digits]

    def _sorted(self) -> list[tuple[_Person, list[int]]]:
        """Each with how much of each unit."""
        counted = [
            (person, [person.count(unit) for unit in self._units])
            for person in (*self._named(), *self._nameless())
        ]
        return sorted(counted, key=lambda pair: (-sum(pair[1]), -pair[0].last, pair[0].label.casefold()))

    def _named(self) -> list[_Person]:
        """One for each name, with all numbers that ever had it, also where these stand there without a name."""
        people: dict[str, _Person] = {}
        for line, names in self._lines_with_names():
            for folded, name in names.items():
                people.setdefault(folded, _Person(name, [])).lines.append(line)
        return list(people.values())

    def _lines_with_names(self) -> Iterator[tuple[Line, dict[str, str]]]:
        named: defaultdict[str, list[Line]] = defaultdict(list)
        for line in self._lines.values():
            if line.names:
                named[line.tail].append(line)
        for line in self._lines.values():
            twins = [twin for twin in named[line.tail][:ALIKE_MOST] if _same(line, twin)]
            yield line, line.names or {folded: name for twin in twins for folded, name in twin.names.items()}

    def _nameless(self) -> list[_Person]:
        """One for each number without a name, in whatever notation."""
        people: defaultdict[str, list[_Person]] = defaultdict(list)
        for line, names in self._lines_with_names():
            if names:
                continue
            alike = people[line.tail]
            person = next((known for known in alike[:ALIKE_MOST] if _same(known.lines[0], line)), None)
            if person:
                person.lines.append(line)
            else:
                alike.append(_Person("", [line]))
        return [person for alike in people.values() for person in alike]


def _same(one: Line, other: Line) -> bool:
    return one.number is not None and other.number is not None and same_line(one.number, other.number)


def _totals(people: list[tuple[_Person, list[int]]]) -> tuple[tuple[str, int], ...]:
    return tuple((person.label, sum(counts)) for person, counts in people)


def _day(seconds: int, zone: str) -> date | None:
    try:
        return at(seconds, zone).day if seconds else None
    except Invalid:
        return None
