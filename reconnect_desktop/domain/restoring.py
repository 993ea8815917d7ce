"""What going back to a backup would change: the journal as it is, held against the journal as it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from reconnect_desktop.domain.change import Change
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import Record, Setting
from reconnect_desktop.domain.settings import OF_THIS_COMPUTER

_Key = tuple[type[Record], str]
Counts = Mapping[type[Record], int]


@dataclass(frozen=True)
class Comparison:
    """The changes that lead back, and how many interactions there are now, and were then."""

    changes: tuple[Change, ...]
    interactions_now: int
    interactions_then: int

    @cached_property
    def added(self) -> Counts:
        """How many of each type come back."""
        return self._count(before=False, after=True)

    @cached_property
    def changed(self) -> Counts:
        """How many of each type become what they were."""
        return self._count(before=True, after=True)

    @cached_property
    def gone(self) -> Counts:
        """How many of each type are in the journal now, and were not then."""
        return self._count(before=True, after=False)

    def _count(self, *, before: bool, after: bool) -> Counts:
        return Counter(
            type(change.record)
            for change in self.changes
            if (change.before is not None, change.after is not None) == (before, after)
        )


def compare(present: Iterable[Record], then: Iterable[Record]) -> Comparison:
    """What turns `present` into `then`, each record known by its type and id; in no order of its own."""
    now, was = _by_key(present), _by_key(then)
    changes = [Change(record, was.get(key)) for key, record in now.items() if was.get(key) != record]
    changes += [Change(None, record) for key, record in was.items() if key not in now]
    return Comparison(tuple(changes), _interactions(now), _interactions(was))


def _by_key(records: Iterable[Record]) -> dict[_Key, Record]:
    keyed = {(type(record), record.id): record for record in records}
    for name in OF_THIS_COMPUTER:
        keyed.pop((Setting, name), None)
    return keyed


def _interactions(records: Iterable[_Key]) -> int:
    return sum(kind is Interaction for kind, _ in records)
