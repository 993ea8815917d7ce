"""Who is in a file that tells people apart by ids of its own, how much of what each had, and who is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from reconnect_desktop.domain.errors import Invalid, UnsafeFile, WhoIsMissing, WhoIsUnknown
from reconnect_desktop.domain.when import at
from reconnect_desktop.exchange.people.people import clean_name
from reconnect_desktop.exchange.people.phone_number import read_number, same_line
from reconnect_desktop.exchange.reader import Contact, Unit

PERSONS_MOST = 100_000


@dataclass(slots=True)
class _Person:
    key: str
    name: str = ""
    numbers: tuple[str, ...] = ()
    nickname: str = ""
    had: Counter[Unit] = field(default_factory=Counter)
    last: int = 0  # seconds since 1970

    @property
    def called(self) -> str:
        return self.name or next(iter(self.numbers), "") or self.nickname or self.key

    @property
    def told_apart(self) -> str:
        """The same for somebody who shares the name with another."""
        return f"{self.called} ({next(iter(self.numbers), '') or self.key})"


class Persons:
    """Filled person by person, then asked who is there and who was meant. units: in the order in which they are told."""

    def __init__(self, *units: Unit) -> None:
        self._units = units
        self._persons: dict[str, _Person] = {}

    def meet(self, key: str, name: str = "", numbers: Iterable[str] = (), nickname: str = "") -> None:
        """Take note of somebody; what is known already stays. Raises UnsafeFile."""
        person = self._persons.get(key)
        if person is None:
            if len(self._persons) == PERSONS_MOST:
                raise UnsafeFile
            person = self._persons[key] = _Person(key)
        person.name = person.name or clean_name(name)
        person.numbers = person.numbers or tuple(filter(None, map(clean_name, numbers)))
        person.nickname = person.nickname or clean_name(nickname)

    def had(self, key: str, unit: Unit, count: int, last: int) -> None:
        """Take note of so much contact with somebody who was met, the latest at `last` seconds since 1970."""
        person = self._persons[key]
        person.had[unit] += count
        person.last = max(person.last, last)

    def contacts(self, zone: str) -> tuple[Contact, ...]:
        """Everybody, most contact first; `zone` is the one in which their last days are told."""
        return tuple(
            Contact(
                label=label,
                name=person.name,
                numbers=person.numbers,
                counts=tuple((unit, person.had[unit]) for unit in self._units),
                last=_day(person.last, zone),
            )
            for label, person in self._labelled()
        )

    def chosen(self, who: tuple[str, ...]) -> frozenset[str]:
        """The keys of those who are meant by these labels, keys, names, nicknames and numbers.

        Nobody named: the only person there is, or WhoIsMissing. Nobody found, or a name that several have: WhoIsUnknown.
        """
        labelled = self._labelled()
        named = [text for text in who if text.strip()]
        totals = tuple((label, person.had.total()) for label, person in labelled)
        if not named and len(labelled) > 1:
            raise WhoIsMissing(totals)
        if not named:
            return frozenset(self._persons)
        labels = {label.casefold(): person.key for label, person in labelled}
        keys = {key for text in named for key in self._meant(text, labels)}
        if labelled and not keys:
            raise WhoIsUnknown(totals)
        return frozenset(keys)

    def _meant(self, text: str, labels: dict[str, str]) -> list[str]:
        cleaned = clean_name(text)
        folded = cleaned.casefold()
        if folded in labels:
            return [labels[folded]]
        if cleaned in self._persons:
            return [cleaned]
        persons = self._persons.values()
        alike = [one.key for one in persons if folded in (one.name.casefold(), one.nickname.casefold())]
        if folded and len(alike) == 1:
            return alike
        number = read_number(text)
        if number is None:
            return []
        numbered = [(one.key, read_number(its)) for one in persons for its in one.numbers]
        return [key for key, its in numbered if its and same_line(its, number)]

    def _labelled(self) -> list[tuple[str, _Person]]:
        shared = Counter(person.called.casefold() for person in self._persons.values())
        labelled = [
            (person.called if shared[person.called.casefold()] == 1 else person.told_apart, person)
            for person in self._persons.values()
        ]
        return sorted(labelled, key=lambda pair: (-pair[1].had.total(), -pair[1].last, pair[0].casefold()))


def _day(seconds: int, zone: str) -> date | None:
    try:
        return at(seconds, zone).day if seconds else None
    except Invalid:
        return None
