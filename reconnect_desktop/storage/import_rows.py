"""What was brought in, as rows: of tens of thousands of members, one cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from reconnect_desktop.domain.records import Import
from reconnect_desktop.storage.cells import when_of, when_row
from reconnect_desktop.storage.rows import Row, Table

Members = Iterable[tuple[str, str]]

# No id has either of them.
_LINE, _BETWEEN = "\n", "\t"


def _cell(members: Members) -> str:
    """A line for each run of one kind: the kind, then the ids."""
    runs = groupby(members, itemgetter(0))
    return _LINE.join(_BETWEEN.join((kind, *(one for _, one in run))) for kind, run in runs)


def _members(cell: str) -> Iterable[tuple[str, str]]:
    for line in cell.split(_LINE) if cell else ():
        kind, *ids = line.split(_BETWEEN)
        yield from ((kind, one) for one in ids)


def _row(it: Import) -> Row:
    days = (day.isoformat() if day else None for day in (it.first, it.last))
    moment = (it.when.timestamp, *when_row(it.when))
    return it.id, *moment, it.format, _cell(it.members), " ".join(it.digests), *days


def _import(row: Sequence[Any]) -> Import:
    first, last = (date.fromisoformat(day) if day else None for day in row[8:10])
    return Import(
        id=row[0],
        when=when_of(row[2], row[3], row[4]),
        format=row[5],
        members=tuple(_members(row[6])),
        digests=tuple(row[7].split()),
        first=first,
        last=last,
    )


IMPORTS = Table(
    "imports",
    ("id", "utc", "local", "offset", "zone", "format", "members", "digests", "first", "last"),
    "utc, seq",
    _row,
    _import,
)
