"""Which of the things found in a file are new to the journal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date

from reconnect_desktop.domain.change import Change, add
from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.domain.interaction import Interaction, check_not_in_future
from reconnect_desktop.domain.records import MoodCheckIn, Record, Setting
from reconnect_desktop.domain.settings import OF_THIS_COMPUTER
from reconnect_desktop.domain.when import When
from reconnect_desktop.exchange.draft import Draft, Found, Left, LeftOut, Problem

PROGRESS_EVERY = 200


@dataclass(frozen=True, slots=True)
class Known:
    """What the journal has already: (source, key) of imported interactions, and the ids of each type."""

    source_keys: AbstractSet[tuple[str, str]]
    ids: Mapping[type[Record], AbstractSet[str]]


@dataclass(slots=True)
class BroughtIn:
    """What came of an import (or would come of it): counts, and the days from the first to the last added."""

    added: int = 0
    duplicates: int = 0
    left_out: Counter[Left] = field(default_factory=Counter)
    problems: tuple[Problem, ...] = ()
    first: date | None = None
    last: date | None = None


def sort_out(
    found: Iterable[Found], known: Known, now: When, progress: Callable[[int], None] | None
) -> tuple[list[Change], BroughtIn]:
    """The changes that add what is new, and the count of everything."""
    sorting = _Sorting(known, now)
    for number, item in enumerate(found, start=1):
        sorting.take(item)
        if progress and number % PROGRESS_EVERY == 0:
            progress(number)
    return sorting.changes, sorting.result()


class _Sorting:
    def __init__(self, known: Known, now: When) -> None:
        self.changes: list[Change] = []
        self._now = now
        self._source_keys = set(known.source_keys)
        self._ids = {record_type: set(ids) for record_type, ids in known.ids.items()}
        self._duplicates = 0
        self._left_out: Counter[Left] = Counter()
        self._problems: list[Problem] = []
        self._days: list[date] = []

    def take(self, item: Found) -> None:
        if isinstance(item, Problem):
            self._problems.append(item)
        elif isinstance(item, LeftOut):
            self._left_out[item.why] += 1
        elif self._is_known(item.record):
            self._duplicates += 1
        else:
            self._add(item)

    def _is_known(self, record: Record) -> bool:
        if record.id in self._ids[type(record)] or (
            isinstance(record, Setting) and record.id in OF_THIS_COMPUTER
        ):
            return True
        if not isinstance(record, Interaction) or not record.source_key:
            return False
        return (record.source, record.source_key) in self._source_keys

    def _add(self, draft: Draft) -> None:
        record = draft.record
        try:
            if isinstance(record, (Interaction, MoodCheckIn)):
                check_not_in_future(record.when, self._now)
        except Invalid as error:
            self._problems.append(Problem(draft.line, error.field, error.why))
            return
        self._ids[type(record)].add(record.id)
        if isinstance(record, Interaction):
            self._days.append(record.when.day)
            if record.source_key:
                self._source_keys.add((record.source, record.source_key))
        self.changes.append(add(record))

    def result(self) -> BroughtIn:
        return BroughtIn(
            added=len(self.changes),
            duplicates=self._duplicates,
            left_out=self._left_out,
            problems=tuple(self._problems),
            first=min(self._days, default=None),
            last=max(self._days, default=None),
        )
