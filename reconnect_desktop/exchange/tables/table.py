"""A table of text with a header, read row by row: any usual encoding, separated by comma, semicolon or tab."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO, TypeVar

from reconnect_desktop.domain.errors import Malformed
from reconnect_desktop.exchange.reading.decoding import encoding_of

LINE_MOST = 2_000_000  # characters
FIELD_MOST = 131_072  # characters; the longest text of a record is 100,000
SEPARATORS = (",", ";", "\t")

Row = TypeVar("Row")


def columns_of(header: str, needed: frozenset[str]) -> tuple[str, list[str]] | None:
    """The separator and the column names (in lower case, "_" for blanks), or None if the needed ones aren't there."""
    for separator in SEPARATORS:
        try:
            row = next(csv.reader([header], delimiter=separator, strict=True), [])
        except csv.Error:
            continue
        columns = ["_".join(name.casefold().split()) for name in row]
        if needed <= set(columns):
            return separator, columns
    return None


def rows_of(
    stream: BinaryIO, format_name: str, needed: frozenset[str]
) -> Iterator[tuple[int, dict[str, str] | None]]:
    """Each row as (line where it begins, cells by column), or (line, None) if it has more cells than the header.

    Cells that are missing at a row's end are left out. Raises Malformed with the line.
    """
    # The limit belongs to the process, so another module may have moved it.
    csv.field_size_limit(FIELD_MOST)
    text = io.TextIOWrapper(stream, encoding_of(stream), newline="")
    try:
        yield from _rows(_lines(text), format_name, needed)
    finally:
        text.detach()


def cells_of(
    stream: BinaryIO, format_name: str, encoding: str, separator: str
) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not empty as (line where it begins, cells), as leniently as can be. Raises Malformed with the line."""
    csv.field_size_limit(FIELD_MOST)
    text = io.TextIOWrapper(stream, encoding, "replace", newline="")
    try:
        reader = csv.reader(_lines(text), delimiter=separator, skipinitialspace=True)
        while True:
            line = reader.line_num + 1
            row, readable = _step(reader)
            if not readable:
                raise Malformed(format_name, line)
            if row is None:
                return
            if any(map(str.strip, row)):
                yield line, row
    finally:
        text.detach()


def _rows(
    lines: Iterator[str], format_name: str, needed: frozenset[str]
) -> Iterator[tuple[int, dict[str, str] | None]]:
    header, _ = _step(lines)
    layout = columns_of(header or "", needed)
    named = [column for column in layout[1] if column] if layout else []
    if layout is None or len(set(named)) != len(named):
        raise Malformed(format_name, 1)
    separator, columns = layout
    reader = csv.reader(lines, delimiter=separator, strict=True)
    while True:
        line = reader.line_num + 2  # the header was read apart
        row, readable = _step(reader)
        if not readable:
            raise Malformed(format_name, line)
        if row is None:
            return
        if any(row):
            yield line, None if any(row[len(columns) :]) else dict(zip(columns, row, strict=False))


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    while line := text.readline(LINE_MOST):
        if len(line) == LINE_MOST:
            raise csv.Error
        yield line


def _step(rows: Iterator[Row]) -> tuple[Row | None, bool]:
    """The next one (None at the end), and whether it could be read. The errors carry text, so they end here."""
    try:
        return next(rows, None), True
    except (csv.Error, UnicodeError):
        return None, False
