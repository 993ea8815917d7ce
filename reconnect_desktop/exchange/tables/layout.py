"""How a table of any kind is written: its encoding, what separates its cells, and where its header is."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import BinaryIO, NamedTuple

from reconnect_desktop.domain.errors import Malformed
from reconnect_desktop.exchange.people.people import clean_name
from reconnect_desktop.exchange.reading.decoding import encoding_of, marked_encoding
from reconnect_desktop.exchange.tables.column_words import known_names
from reconnect_desktop.exchange.tables.day_cells import Named, Numbers, Stamp, read_cell

HEAD = 1 << 16  # bytes that are looked at
COLUMNS_MOST = 200
NAME_MOST = 80  # characters
_ROWS_LOOKED_AT = 100
_ALIKE = 0.7  # of the rows have as many cells as most, or it is no table

SEPARATORS = (",", ";", "\t", "|")
# Of spreadsheets that don't write UTF-8: the one in which the columns' names make sense.
_OLD_ENCODINGS = (
    *("cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp874", "koi8-r"),
    *("cp932", "gb18030", "cp950", "cp949"),
)

# What is no letter between letters, or a letter of another script behind one of ours.
_STRANGE = re.compile(r"(?<=[^\W\d_])[\u00a1-\u00bf\u00d7\u00f7](?=[^\W\d_])|(?<=[A-Za-z])[\u0370-\u0e7f]")


class Layout(NamedTuple):
    """columns: unique names; skipped: how many rows that aren't empty stand before the first one of data."""

    encoding: str
    separator: str
    columns: tuple[str, ...]
    skipped: int


def layout_of(stream: BinaryIO, format_name: str) -> Layout:
    """How the table in the stream is written; the stream is left where it stands. Raises Malformed."""
    encoding = encoding_of(stream)
    start = stream.tell()
    head = stream.read(HEAD)
    stream.seek(start)
    layout = layout_of_head(head, encoding)
    if layout is None:
        raise Malformed(format_name, 1)
    return layout


def layout_of_head(head: bytes, encoding: str = "") -> Layout | None:
    """The same for a file that begins so; None for what is no table. Never fails."""
    encoding = encoding or marked_encoding(head) or ("utf-8" if _is_utf8(head) else "cp1252")
    if encoding == "cp1252":
        layouts = [layout for old in _OLD_ENCODINGS if (layout := _layout(head, old))]
        return max(layouts, key=partial(_makes_sense, head), default=None)
    return _layout(head, encoding)


def _makes_sense(head: bytes, layout: Layout) -> tuple[int, int]:
    """The more of its columns' names are words, and the fewer of its letters are strange, the better."""
    text = head.decode(layout.encoding, errors="replace")
    return known_names(list(layout.columns)), -len(_STRANGE.findall(text))


def _is_utf8(head: bytes) -> bool:
    """A letter that is cut off at the end is no fault."""
    try:
        head.decode()
    except UnicodeDecodeError as error:
        return error.start >= len(head) - 3
    return True


def _layout(head: bytes, encoding: str) -> Layout | None:
    text = head.decode(encoding, errors="replace")
    if not text.strip() or text.lstrip("\ufeff \r\n\t")[:1] in ("{", "[", "<") or _is_binary(text):
        return None
    if len(head) >= HEAD:
        text = text[: text.rfind("\n") + 1]  # the last row is cut somewhere
    separators: tuple[str, ...] = SEPARATORS
    if text[:4].casefold() == "sep=" and text[4:5]:  # a line for spreadsheets
        separators = (text[4],)
    found = [(rows, separator) for separator in separators if (rows := _rows(text, separator))]
    if not found:
        return None
    rows, separator = max(found, key=lambda pair: _likeliness(pair[0]))
    return _with_header(rows, encoding, separator) if _likeliness(rows)[0] >= _ALIKE else None


def _is_binary(text: str) -> bool:
    strange = sum(letter < " " and letter not in "\t\r\n\f" for letter in text[:4096])
    return strange > 0 or text.count("\ufffd") > len(text) / 20


def _rows(text: str, separator: str) -> list[list[str]]:
    reader = csv.reader(text.splitlines(keepends=True), delimiter=separator, skipinitialspace=True)
    return list(_first_rows(reader))


def _first_rows(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    count = 0
    while count < _ROWS_LOOKED_AT:
        try:
            row = next(reader, None)
        except csv.Error:
            return
        if row is None:
            return
        if any(map(str.strip, row)):
            count += 1
            yield row


def _width(rows: Sequence[Sequence[str]]) -> int:
    return Counter(len(row) for row in rows).most_common(1)[0][0]


def _likeliness(rows: Sequence[Sequence[str]]) -> tuple[float, int]:
    """How much a table these rows are: the share of those of the usual width, and that width."""
    width = _width(rows)
    alike = sum(len(row) == width for row in rows) / len(rows)
    return (alike if 1 < width <= COLUMNS_MOST else 0.0), width


def _with_header(rows: list[list[str]], encoding: str, separator: str) -> Layout | None:
    """The header is the first row of the usual width in which more than one cell is filled."""
    width = _width(rows)
    for place, row in enumerate(rows):
        if len(row) == width and sum(bool(cell.strip()) for cell in row) > 1:
            has_header = not any(_is_day(cell) for cell in row)
            names = row if has_header else [""] * width
            return Layout(encoding, separator, _unique(names), place + has_header)
    return None


def _is_day(cell: str) -> bool:
    read = read_cell(cell)
    return isinstance(read, Numbers | Named) or (isinstance(read, Stamp) and not cell.strip().isdecimal())


def _unique(names: Sequence[str]) -> tuple[str, ...]:
    """A name for each column; one without is called by its letter, as in spreadsheets."""
    unique: dict[str, None] = {}
    for place, name in enumerate(names):
        wanted = clean_name(name.lstrip("\ufeff"))[:NAME_MOST].strip() or _letter(place)
        called, number = wanted, 1
        while called in unique:
            number += 1
            called = f"{wanted} ({number})"
        unique[called] = None
    return tuple(unique)


def _letter(place: int) -> str:
    return (chr(ord("A") + place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)
