"""Our own JSON: the whole journal without loss, one record on each line.

    {"format": "reconnect-journal", "version": 5, "exported": "2026-11-22T18:40:00+01:00", "records": [
    {"kind": "interaction", "id": "9f…", "at": "2026-11-22T18:10:00+01:00", …},
    …
    ]}

docs/formats.md describes it for others.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO, TextIO

from reconnect_desktop.domain.errors import Invalid, JournalTooNew, UnknownFormat, Why
from reconnect_desktop.domain.interaction import Interaction, check_not_in_future
from reconnect_desktop.domain.plain import from_plain, to_plain
from reconnect_desktop.domain.records import MoodCheckIn, Record
from reconnect_desktop.domain.when import When
from reconnect_desktop.exchange.draft import Draft, Found, Problem, Seen, refuse_repeated
from reconnect_desktop.exchange.reader import Asks, Choices
from reconnect_desktop.exchange.reading.decoding import head_text, text_chunks
from reconnect_desktop.exchange.reading.json_text import JsonText, RepeatedKeys

NAME = "json"
FORMAT = "reconnect-journal"
VERSION = 5

_OURS = re.compile(r'\ufeff?\s*\{(?:.*"format"\s*:\s*"' + FORMAT + r'"|\s*"records"\s*:\s*\[)', re.DOTALL)


def recognise(head: bytes) -> bool:
    """Whether a file that begins so is an export of ours, whatever the order of its keys."""
    return _OURS.match(head_text(head)) is not None


def write(records: Iterable[Record], stream: TextIO, exported: When) -> int:
    """Write every record, one on each line; returns how many. Raises what the stream raises."""
    head = {"format": FORMAT, "version": VERSION, "exported": exported.isoformat()}
    stream.write(json.dumps(head)[:-1] + ', "records": [')
    count = 0
    for count, record in enumerate(records, start=1):
        stream.write("\n" if count == 1 else ",\n")
        stream.write(json.dumps(to_plain(record), ensure_ascii=False))
    stream.write("\n]}\n")
    return count


def look(stream: BinaryIO, zone: str) -> Asks:  # noqa: ARG001 - one contract for all
    """Nothing has to be asked."""
    return Asks()


def read(stream: BinaryIO, choices: Choices) -> Iterator[Found]:
    """Every record of the file, with the id it had.

    Raises Malformed, UnknownFormat (another program's JSON) or JournalTooNew; as the keys may stand in any order,
    this can come after records were yielded.
    """
    text = JsonText(text_chunks(stream, NAME), NAME)
    head: dict[str, object] = {}
    for key in text.members():
        if key in head:
            raise text.broken()
        if key == "records":
            head[key] = True
            yield from _records(text, choices)
        else:
            head[key] = text.value()
            _check_head(head, text)
    if text.peek() or head.get("format") != FORMAT or not {"version", "records"} <= head.keys():
        raise text.broken() if head.get("format") == FORMAT else UnknownFormat


def _check_head(head: dict[str, object], text: JsonText) -> None:
    """Refuse as early as can be known what we cannot read."""
    if head.get("format", FORMAT) != FORMAT:
        raise UnknownFormat
    version = head.get("version", VERSION)
    if type(version) is not int or version < 1:
        raise text.broken()
    if version > VERSION and "format" in head:
        raise JournalTooNew(version, VERSION)


def _records(text: JsonText, choices: Choices) -> Iterator[Found]:
    seen: Seen = set()
    for _ in text.elements():
        line = text.line
        plain = text.value()
        try:
            record = _record(plain, choices.now)
            refuse_repeated(record, seen)
        except Invalid as error:
            yield Problem(line, error.field, error.why)
        else:
            yield Draft(record, line)


def _record(plain: object, now: When) -> Record:
    if not isinstance(plain, dict):
        raise Invalid("kind", Why.EMPTY)
    if isinstance(plain, RepeatedKeys):
        raise Invalid("field", Why.REPEATED)
    record = from_plain(plain)
    if isinstance(record, Interaction | MoodCheckIn):
        check_not_in_future(record.when, now)
    return record
