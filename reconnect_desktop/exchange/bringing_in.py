"""Which of the things found in a file are new to the journal."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date

from reconnect_desktop.domain.change import Change, add
from reconnect_desktop.domain.errors import Invalid
from reconnect_desktop.domain.interaction import Interaction, Medium, check_not_in_future
from reconnect_desktop.domain.months import Month, month_of
from reconnect_desktop.domain.records import MoodCheckIn, Record, Setting
from reconnect_desktop.domain.settings import OF_THIS_COMPUTER
from reconnect_desktop.domain.settled import settled_id, source_of
from reconnect_desktop.domain.when import When
from reconnect_desktop.exchange.draft import Draft, Found, Left, LeftOut, Problem
from reconnect_desktop.exchange.known_spans import KnownSpans
from reconnect_desktop.exchange.span_key import span_of

PROGRESS_EVERY = 200

Happened = Callable[[Interaction], bool]


@dataclass(frozen=True, slots=True)
class Known:
    """What the journal has already.

    source_keys: (source, key) of each imported interaction, also where two are the same; ids: of each type of record;
    settings: those among which is what the user settled (`domain.settled`).
    """

    source_keys: Iterable[tuple[str, str]]
    ids: Mapping[type[Record], AbstractSet[str]]
    settings: Iterable[Setting] = ()


@dataclass(slots=True)
class BroughtIn:
    """What came of an import (or would come of it).

    added: how many records; checked_in: how many of them are mood check-ins; first, last: the days of the first and the last
    interaction that was added; by_month: these by month and medium; planned: what stood in a calendar, is new, and was not
    said to have happened, so it was not added; import_id: of the record by which it can be taken out, "" where nothing was written.
    """

    added: int = 0
    duplicates: int = 0
    left_out: Counter[Left] = field(default_factory=Counter)
    problems: tuple[Problem, ...] = ()
    first: date | None = None
    last: date | None = None
    checked_in: int = 0
    by_month: Mapping[Month, Counter[Medium]] = field(default_factory=dict)
    planned: tuple[Interaction, ...] = ()
    import_id: str = ""

    @property
    def interactions(self) -> int:
        """How many of those added are interactions."""
        return sum(counts.total() for counts in self.by_month.values())


def sort_out(
    found: Iterable[Found],
    known: Known,
    now: When,
    progress: Callable[[int], None] | None,
    happened: Happened | None = None,
) -> tuple[list[Change], BroughtIn]:
    """The changes that add what is new, and the count of everything.

    happened: says of something planned whether it took place; without it, nothing planned is added.
    """
    sorting = _Sorting(known, now, happened)
    for number, item in enumerate(found, start=1):
        sorting.take(item)
        if progress and number % PROGRESS_EVERY == 0:
            progress(number)
    return sorting.changes, sorting.result()


class _Sorting:
    def __init__(self, known: Known, now: When, happened: Happened | None) -> None:
        self.changes: list[Change] = []
        self._now, self._happened = now, happened
        self._ids = {record_type: set(ids) for record_type, ids in known.ids.items()}
        self._settled = frozenset(
            self._ids[Setting]
        )  # of before: what the file itself has settled is not meant
        present = list(known.source_keys)
        self._source_keys = set(present)
        settled = {source for source in map(source_of, known.settings) if source} - self._source_keys
        self._spans = KnownSpans([*present, *settled])
        self._result = BroughtIn()
        self._problems: list[Problem] = []
        self._planned: list[Interaction] = []
        self._months: defaultdict[Month, Counter[Medium]] = defaultdict(Counter)

    def take(self, item: Found) -> None:
        if isinstance(item, Problem):
            self._problems.append(item)
        elif isinstance(item, LeftOut):
            self._result.left_out[item.why] += 1
        elif self._is_known(item.record):
            self._result.duplicates += 1
        else:
            self._take_new(item)

    def _is_known(self, record: Record) -> bool:
        if record.id in self._ids[type(record)]:
            return True
        if isinstance(record, Interaction):
            return bool(record.source_key) and self._is_known_by_source(record.source, record.source_key)
        return isinstance(record, Setting) and record.id in OF_THIS_COMPUTER

    def _is_known_by_source(self, source: str, key: str) -> bool:
        if span := span_of(key):
            return self._spans.has(source, span)
        return (source, key) in self._source_keys or settled_id(source, key) in self._settled

    def _take_new(self, draft: Draft) -> None:
        record = draft.record
        try:
            if isinstance(record, (Interaction, MoodCheckIn)):
                check_not_in_future(record.when, self._now)
        except Invalid as error:
            self._problems.append(Problem(draft.line, error.field, error.why))
            return
        self._ids[type(record)].add(record.id)
        if isinstance(record, Interaction) and record.source_key:
            self._source_keys.add((record.source, record.source_key))
        if draft.planned and isinstance(record, Interaction) and not self._has_happened(record):
            self._planned.append(record)
        else:
            self._add(record)

    def _has_happened(self, interaction: Interaction) -> bool:
        return self._happened is not None and self._happened(interaction)

    def _add(self, record: Record) -> None:
        self.changes.append(add(record))
        if isinstance(record, MoodCheckIn):
            self._result.checked_in += 1
        elif isinstance(record, Interaction):
            day, result = record.when.day, self._result
            self._months[month_of(day)][record.medium] += 1
            result.first = min(result.first or day, day)
            result.last = max(result.last or day, day)

    def result(self) -> BroughtIn:
        result = self._result
        result.added = len(self.changes)
        result.problems, result.planned = tuple(self._problems), tuple(self._planned)
        result.by_month = dict(self._months)
        return result
