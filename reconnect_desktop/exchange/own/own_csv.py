"""Our CSV: the interactions as a table for spreadsheets, and any table like it read in.

Only the columns `at` and `medium` are needed. docs/formats.md describes it for others.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import BinaryIO, TextIO

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.interaction import Interaction, check_not_in_future
from reconnect_desktop.domain.length import parse_minutes
from reconnect_desktop.domain.plain import Plain, from_plain, to_plain
from reconnect_desktop.domain.records import Record
from reconnect_desktop.domain.when import When, parse, zone_info
from reconnect_desktop.exchange.draft import Draft, Found, Problem, Seen, refuse_repeated
from reconnect_desktop.exchange.own.guard import guard, unguard
from reconnect_desktop.exchange.reader import Asks, Choices
from reconnect_desktop.exchange.reading.decoding import head_text
from reconnect_desktop.exchange.tables.table import columns_of, rows_of

NAME = "csv"
COLUMNS = (
    "id",
    "at",
    "zone",
    "medium",
    "minutes",
    "closeness",
    "mood",
    "reached_out",
    "tags",
    "note",
    "win",
    "messages",
    "source",
    "source_key",
    "logged",
    "logged_zone",
)
NEEDED = frozenset({"at", "medium"})
_AS_IS = frozenset({"id", "note", "win", "source", "source_key"})  # white space at their ends is theirs
_TAG = re.compile(r"(?:\\[\\;]|[^;])+")
_WHOLE = re.compile(r"[+-]?\d{1,9}", re.ASCII)

Cells = dict[str, str]


def recognise(head: bytes) -> bool:
    """Whether the first line names the columns that are needed."""
    first_line = head_text(head).removeprefix("\ufeff").splitlines()[:1]
    return bool(first_line) and columns_of(first_line[0], NEEDED) is not None


def write(records: Iterable[Record], stream: TextIO, exported: When) -> int:  # noqa: ARG001 - one contract for all
    """Write the interactions among `records` and leave out the rest; returns how many were written."""
    stream.write("\ufeff")  # without it, Excel takes the file for cp1252
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    count = 0
    for record in records:
        if isinstance(record, Interaction):
            plain = to_plain(record)
            writer.writerow([_cell(plain[column]) for column in COLUMNS])
            count += 1
    return count


def _cell(value: object) -> str:
    if isinstance(value, list):
        value = "; ".join(tag.replace("\\", "\\\\").replace(";", "\\;") for tag in value)
    return "" if value is None else guard(str(value))


def look(stream: BinaryIO, zone: str) -> Asks:  # noqa: ARG001 - one contract for all
    """Nothing has to be asked."""
    return Asks()


def read(stream: BinaryIO, choices: Choices) -> Iterator[Found]:
    """Every row as an interaction. One without an id gets a new one, and a key by which it is known again.

    Raises Malformed.
    """
    seen: Seen = set()
    keys: Counter[str] = Counter()
    for line, row in rows_of(stream, NAME, NEEDED):
        try:
            interaction = _interaction(_tidy(row), keys, choices)
            refuse_repeated(interaction, seen)
        except Invalid as error:
            yield Problem(line, error.field, error.why)
        else:
            yield Draft(interaction, line)


def _tidy(row: Cells | None) -> Cells:
    if row is None:
        raise Invalid("row", Why.TOO_LONG)
    cells = {column: unguard(cell) for column, cell in row.items() if column in COLUMNS}
    return {column: cell if column in _AS_IS else cell.strip() for column, cell in cells.items()}


def _interaction(cells: Cells, keys: Counter[str], choices: Choices) -> Interaction:
    if not cells.get("at"):
        raise Invalid("at", Why.EMPTY)
    plain: Plain = {
        "kind": "interaction",
        **cells,
        "medium": cells.get("medium", "").casefold(),
        "reached_out": cells.get("reached_out", "").casefold(),
        "minutes": parse_minutes(cells.get("minutes", "")),
        "closeness": _number(cells, "closeness"),
        "mood": _number(cells, "mood"),
        "messages": _number(cells, "messages"),
        "tags": _tags(cells.get("tags", "")),
        **_moment(cells, "at", "zone", choices),
        **_logged(cells, choices),
    }
    if not cells.get("id"):
        plain |= _identity(cells, keys, choices)
    record = from_plain(plain)
    assert isinstance(record, Interaction)
    check_not_in_future(record.when, choices.now)
    return record


def _moment(cells: Cells, column: str, zone_column: str, choices: Choices) -> Plain:
    """A time with its offset and zone as they stand there, or completed where they don't."""
    text, zone = cells[column], cells.get(zone_column, "")
    moment = parse(text, zone or choices.zone, choices.now.offset)
    if zone_column in cells and datetime.fromisoformat(text).tzinfo is not None:
        return {column: text, zone_column: zone}
    if zone and zone_info(zone) is None:
        raise Invalid(zone_column, Why.UNKNOWN_ZONE)
    return {column: moment.isoformat(), zone_column: moment.zone}


def _logged(cells: Cells, choices: Choices) -> Plain:
    if cells.get("logged"):
        return _moment(cells, "logged", "logged_zone", choices)
    return {"logged": choices.now.isoformat(), "logged_zone": choices.now.zone}


def _identity(cells: Cells, keys: Counter[str], choices: Choices) -> Plain:
    """A new id, and as source key a digest of what the row says (and which of several equal rows it is)."""
    if cells.get("source") and cells.get("source_key"):
        return {"id": choices.new_id()}
    said = json.dumps(sorted((column, cell) for column, cell in cells.items() if cell))
    digest = hashlib.blake2b(said.encode(), digest_size=16).hexdigest()
    keys[digest] += 1
    key = digest if keys[digest] == 1 else f"{digest}:{keys[digest]}"
    return {"id": choices.new_id(), "source": NAME, "source_key": key}


def _number(cells: Cells, column: str) -> int | None:
    text = cells.get(column, "")
    if text and not _WHOLE.fullmatch(text):
        raise Invalid(column, Why.NOT_A_NUMBER)
    return int(text) if text else None


def _tags(cell: str) -> list[str]:
    r"""The tags of "a; b"; in a tag, \; is a semicolon and \\ a backslash."""
    first: dict[str, str] = {}
    for piece in _TAG.findall(cell):
        tag = re.sub(r"\\([\\;])", r"\1", piece).strip()
        if tag:
            first.setdefault(tag.casefold(), tag)
    return list(first.values())
