"""A table of any kind, read as the user says: which column is the day, which the length, and so on.

Commas, semicolons, tabs or bars; with a header in any language, or without one; any usual encoding.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import BinaryIO

from reconnect_desktop.domain.errors import (
    ColumnsMissing,
    Invalid,
    Malformed,
    UnsafeFile,
    WhoIsMissing,
    WhoIsUnknown,
    Why,
)
from reconnect_desktop.exchange.draft import Draft, Found, Left, LeftOut, Problem
from reconnect_desktop.exchange.people.people import clean_name
from reconnect_desktop.exchange.reader import Asks, Choices
from reconnect_desktop.exchange.reading.folding import fold
from reconnect_desktop.exchange.tables.column_guess import Seen, guess, is_day_column
from reconnect_desktop.exchange.tables.columns import Columns, Head
from reconnect_desktop.exchange.tables.day_column import DayColumn
from reconnect_desktop.exchange.tables.layout import Layout, layout_of, layout_of_head
from reconnect_desktop.exchange.tables.row import Row, interaction_of, left_out
from reconnect_desktop.exchange.tables.table import cells_of

NAME = "table"
PEOPLE_MOST = 100_000
_ROWS_SHOWN = 8
_CELL_SHOWN = 100  # characters


def recognise(head: bytes) -> bool:
    """Whether it begins like a table that has a column of days."""
    layout = layout_of_head(head)
    if layout is None:
        return False
    seen = [Seen(name) for name in layout.columns]
    with suppress(Malformed):
        for _, cells in _data(io.BytesIO(head), layout):
            _take(seen, cells)
    return any(is_day_column(column) for column in seen)


def look(stream: BinaryIO, zone: str) -> Asks:  # noqa: ARG001 - one contract for all
    """What its columns are, as far as that can be guessed. Raises Malformed."""
    layout = layout_of(stream, NAME)
    seen = [Seen(name) for name in layout.columns]
    rows: list[tuple[str, ...]] = []
    for _, cells in _data(stream, layout):
        if len(rows) < _ROWS_SHOWN:
            rows.append(_shown(cells, layout))
        _take(seen, cells)
    columns = guess(seen)
    days = _open_days(seen, columns.at)
    return Asks(
        orders=days.orders if days else (),
        day=days.example if days else "",
        local_times=True,
        table=Head(
            key=_key(layout.columns),
            columns=layout.columns,
            rows=tuple(rows),
            words={column.name: words for column in seen if (words := column.few_words)},
            guess=columns,
        ),
    )


def read(stream: BinaryIO, choices: Choices) -> Iterator[Found]:
    """Every row as an interaction, of those with her where a column says with whom it was.

    Raises Malformed, UnsafeFile, ColumnsMissing, DateOrderMissing, WhoIsMissing and WhoIsUnknown before anything is yielded.
    """
    start = stream.tell()
    layout = layout_of(stream, NAME)
    columns = choices.columns
    if columns is None or not columns.at or not set(columns.named().values()) <= set(layout.columns):
        raise ColumnsMissing
    column, people = _first_pass(stream, layout, columns)
    days = column.settled(choices.order)
    hers = _hers(people, columns, choices)
    stream.seek(start)
    keys: Counter[str] = Counter()
    for line, cells in _data(stream, layout):
        try:
            row = Row(line, _named(cells, layout), days, columns)
            yield _found(row, cells, hers, keys, choices)
        except Invalid as error:
            yield Problem(line, "at" if error.field == "when" else error.field, error.why)


def _found(
    row: Row, cells: Sequence[str], hers: frozenset[str] | None, keys: Counter[str], choices: Choices
) -> Draft | LeftOut:
    key = _row_key(cells, keys)
    if hers is not None and _person(row.cell("who")) not in hers:
        return LeftOut(Left.SOMEBODY_ELSE, row.line)
    if why := left_out(row):
        return LeftOut(why, row.line)
    return Draft(interaction_of(row, NAME, key, choices), row.line)


def _first_pass(stream: BinaryIO, layout: Layout, columns: Columns) -> tuple[DayColumn, Counter[str]]:
    """How the days are written, and how many rows each person has."""
    start = stream.tell()
    days, people = DayColumn(), Counter[str]()
    for _, cells in _data(stream, layout):
        named = dict(zip(layout.columns, cells, strict=False))
        days.take(named.get(columns.at, ""))
        if columns.who and (name := clean_name(named.get(columns.who, ""))):
            people[name] += 1
            if len(people) > PEOPLE_MOST:
                raise UnsafeFile
    stream.seek(start)
    return days, people


def _hers(people: Counter[str], columns: Columns, choices: Choices) -> frozenset[str] | None:
    """Who of the column `who` is she; None where it doesn't matter."""
    if not columns.who:
        return None
    hers = frozenset(_person(name) for name in (*columns.hers, *choices.who) if name.strip())
    there = {_person(name) for name in people}
    counts = tuple(people.most_common())
    if not hers and len(there) > 1:
        raise WhoIsMissing(counts)
    if hers and there and not hers & there:
        raise WhoIsUnknown(counts)
    return hers or None


def _person(name: str) -> str:
    return clean_name(name).casefold()


def _data(stream: BinaryIO, layout: Layout) -> Iterator[tuple[int, list[str]]]:
    """The rows below the header."""
    rows = cells_of(stream, NAME, layout.encoding, layout.separator)
    return islice(rows, layout.skipped, None)


def _named(cells: Sequence[str], layout: Layout) -> dict[str, str]:
    """The cells by their columns. Raises Invalid where there are more of them."""
    if any(map(str.strip, cells[len(layout.columns) :])):
        raise Invalid("row", Why.TOO_LONG)
    return dict(zip(layout.columns, cells, strict=False))


def _take(seen: list[Seen], cells: Sequence[str]) -> None:
    for column, cell in zip(seen, cells, strict=False):
        column.take(cell)


def _shown(cells: Sequence[str], layout: Layout) -> tuple[str, ...]:
    """A row as it is shown: one line for each cell, and one cell for each column."""
    shown = [" ".join(cell[: 4 * _CELL_SHOWN].split())[:_CELL_SHOWN] for cell in cells]
    return tuple([*shown, *[""] * len(layout.columns)][: len(layout.columns)])


def _open_days(seen: list[Seen], at: str) -> DayColumn | None:
    """The days whose order has to be asked: of the column that likely has them, or of another that may be chosen."""
    columns = sorted((column for column in seen if is_day_column(column)), key=lambda one: one.name != at)
    return next((column.days for column in columns if len(column.days.orders) > 1), None)


def _key(columns: Sequence[str]) -> str:
    said = json.dumps([fold(column) or column for column in columns])
    return hashlib.blake2b(said.encode(), digest_size=12).hexdigest()


def _row_key(cells: Sequence[str], keys: Counter[str]) -> str:
    """A digest of what the row says, and which of several equal rows it is."""
    said = "\x1f".join(map(str.strip, cells))
    digest = hashlib.blake2b(said.encode(errors="replace"), digest_size=16).hexdigest()
    keys[digest] += 1
    return digest if keys[digest] == 1 else f"{digest}:{keys[digest]}"
