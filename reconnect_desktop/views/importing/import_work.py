"""Reading a file in the background: what it leaves open, what would come of it, and bringing it in."""

from __future__ import annotations

import io
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast
from zoneinfo import available_timezones

from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.months import Month, month_of
from reconnect_desktop.domain.records import Import
from reconnect_desktop.domain.settings import SILENCE
from reconnect_desktop.domain.twins import Twin
from reconnect_desktop.exchange.archives import open_history
from reconnect_desktop.exchange.bringing_in import BroughtIn
from reconnect_desktop.exchange.draft import Draft, Found
from reconnect_desktop.exchange.formats import Format
from reconnect_desktop.exchange.reader import Asks
from reconnect_desktop.exchange.tables.columns import Columns
from reconnect_desktop.file_answers import remember, remembered
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.importing.answers import Answers
from reconnect_desktop.views.importing.plans import Plans, plans_of

_CHUNK = 1 << 16  # bytes between two looks at whether it is still wanted


class Cancelled(Exception):
    """The user does not want it any more; nothing was written."""


@dataclass(frozen=True, slots=True)
class Looked:
    """The format of the file, what it leaves open, and what its questions need.

    silence, columns: as they were answered the last time; zones: all there are, by name (to look them up takes a while).
    """

    format: Format
    asks: Asks
    silence: int
    columns: Columns | None
    zones: Sequence[str]


@dataclass(frozen=True, slots=True)
class Previewed:
    """All that was found in the file, read with some answers, and what would come of it.

    plans: what of it stood in a calendar; by_month: how many interactions would come in, or stood there; rated: whether any has a
    closeness, as they only have in our own files.
    """

    found: list[Found]
    result: BroughtIn
    plans: Plans
    by_month: Mapping[Month, int]
    rated: bool


class ImportWork:
    """One file and one journal; every method but `cancel` is for a background thread.

    share: how much of the file has been read, 0…1, or None where that is not known. It is looked at, not told: whoever would
    be told may be gone by then.
    """

    def __init__(self, journal: Journal, path: Path) -> None:
        self._journal, self._path = journal, path
        self._cancelled = threading.Event()
        self.share: float | None = None

    def cancel(self) -> None:
        """Stop at the next opportunity."""
        self._cancelled.set()

    def look(self, zone: str) -> Looked:
        """Recognise the file and see what has to be asked. Raises UserErrors, and Cancelled."""
        with self._open() as (stream, row):
            asks = row.reader.look(stream, zone)
        zones = sorted(zone for zone in available_timezones() if "/" in zone)
        return Looked(row, asks, self._journal.setting(SILENCE), remembered(self._journal, asks), zones)

    def preview(self, answers: Answers) -> Previewed:
        """Read it with these answers; nothing is written. Raises UserErrors, and Cancelled."""
        choices = answers.choices(self._journal.now(), self._journal.new_id)
        with self._open() as (stream, row):
            found = list(row.reader.read(stream, choices))
        result = self._bring_in(found, row.name, dry_run=True)
        return Previewed(
            found, result, plans_of(result.planned), _by_month(result), any(map(_is_rated, found))
        )

    def bring_in(
        self, looked: Looked, answers: Answers, found: list[Found], happened: Callable[[Interaction], bool]
    ) -> BroughtIn:
        """Write what was found, all of it or nothing; then the answers for the next time. Raises UserErrors, and Cancelled."""
        result = self._bring_in(found, looked.format.name, happened=happened)
        with suppress(UserError):  # what was found is in the journal
            remember(self._journal, looked.asks, answers.silence, answers.columns)
        return result

    def pairs(self, result: BroughtIn) -> list[Twin]:
        """What of it may be the same contact as something that was there. Raises UserErrors."""
        from reconnect_desktop.views.twins.finding import find

        brought = self._journal.get(Import, result.import_id)
        ids = {identity for _kind, identity in brought.members} if brought else set()
        found = find(self._journal, lambda: not self._cancelled.is_set())
        return [twin for twin in found if twin.one.id in ids or twin.other.id in ids]

    def _bring_in(
        self,
        found: list[Found],
        name: str,
        *,
        dry_run: bool = False,
        happened: Callable[[Interaction], bool] | None = None,
    ) -> BroughtIn:
        return self._journal.bring_in(
            found, lambda _: self._stop_if_cancelled(), format=name, dry_run=dry_run, happened=happened
        )

    @contextmanager
    def _open(self) -> Iterator[tuple[BinaryIO, Format]]:
        with open_history(self._path) as source:
            watched = _Watched(source.stream, self._read_some)
            yield cast("BinaryIO", io.BufferedReader(watched, _CHUNK)), source.format
        self.share = None

    def _read_some(self, share: float) -> None:
        self._stop_if_cancelled()
        self.share = share

    def _stop_if_cancelled(self) -> None:
        if self._cancelled.is_set():
            raise Cancelled


def _by_month(result: BroughtIn) -> Mapping[Month, int]:
    counts = Counter(month_of(one.when.day) for one in result.planned)
    for month, media in result.by_month.items():
        counts[month] += media.total()
    return counts


def _is_rated(item: Found) -> bool:
    record = item.record if isinstance(item, Draft) else None
    return isinstance(record, Interaction) and record.closeness is not None


class _Watched(io.RawIOBase):
    """A stream that tells how far it has been read; what `told` raises ends the reading."""

    def __init__(self, stream: BinaryIO, told: Callable[[float], None]) -> None:
        self._stream, self._told = stream, told
        self._size = max(1, stream.seek(0, io.SEEK_END))
        stream.seek(0)

    @property
    def name(self) -> object:
        """Of the file."""
        return self._stream.name

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        self._told(self._stream.tell() / self._size)
        data = self._stream.read(min(len(buffer), _CHUNK))
        buffer[: len(data)] = data
        return len(data)

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()
