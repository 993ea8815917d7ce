"""What the events of a calendar are about, by title and by who is invited, and which of them are meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from reconnect_desktop.domain.errors import WhoIsMissing, WhoIsUnknown
from reconnect_desktop.exchange.ics.event import Event
from reconnect_desktop.exchange.people.people import clean_name
from reconnect_desktop.exchange.reader import Contact, Unit


@dataclass(slots=True)
class _Subject:
    label: str
    addresses: list[str]
    count: int = 0
    last: date | None = None


class Subjects:
    """Filled with events, then with how often each came; asked for what is meant by a label, an address or a word."""

    def __init__(self) -> None:
        self._subjects: dict[str, _Subject] = {}
        self._by_address: dict[str, str] = {}

    def meet(self, event: Event) -> None:
        """Take note of what an event is about."""
        if event.summary:
            self._subjects.setdefault(event.summary.casefold(), _Subject(event.summary, []))
        for names in event.people:
            label, address = names[0], names[-1]
            known = self._by_address.setdefault(address.casefold(), label.casefold())
            subject = self._subjects.setdefault(known, _Subject(label, []))
            if "@" in address and address not in subject.addresses:
                subject.addresses.append(address)

    def of(self, event: Event) -> set[str]:
        """What the event is about, as `chosen` names it."""
        invited = {self._by_address[names[-1].casefold()] for names in event.people}
        return invited | {event.summary.casefold()} if event.summary else invited

    def count(self, event: Event, day: date) -> None:
        """It took place (or so it was planned) on this day."""
        for key in self.of(event):
            subject = self._subjects[key]
            subject.count += 1
            subject.last = max(day, subject.last or day)

    def contacts(self) -> tuple[Contact, ...]:
        """Those that came at all, most often first."""
        return tuple(
            Contact(its.label, its.label, tuple(its.addresses), ((Unit.EVENT, its.count),), its.last)
            for its in self._sorted()
        )

    def meant(self, who: tuple[str, ...]) -> frozenset[str]:
        """What is meant: exactly this label or address, else all that have these words in them."""
        return frozenset(key for text in _tidy(who) for key in self._meant(text))

    def all_if_none_came(self, who: tuple[str, ...]) -> frozenset[str]:
        """Everything, where nothing came that could be chosen, so that it is told why.

        Raises WhoIsMissing, or WhoIsUnknown if nothing is meant by what was said, where there is something.
        """
        there = tuple((its.label, its.count) for its in self._sorted())
        if there:
            raise WhoIsUnknown(there) if _tidy(who) else WhoIsMissing(there)
        return frozenset(self._subjects)

    def _meant(self, text: str) -> list[str]:
        if text in self._subjects:
            return [text]
        if text in self._by_address:
            return [self._by_address[text]]
        words = re.compile(rf"(?<!\w){re.escape(text)}(?!\w)" if text.isascii() else re.escape(text))
        return [key for key in self._subjects if words.search(key)]

    def _sorted(self) -> list[_Subject]:
        """Most often first, of equal ones the latest."""
        return sorted(
            (its for its in self._subjects.values() if its.count),
            key=lambda its: (-its.count, -(its.last or date.min).toordinal(), its.label.casefold()),
        )


def _tidy(who: tuple[str, ...]) -> list[str]:
    return [clean_name(text).casefold() for text in who if clean_name(text)]
