"""docs/formats.md says what is true: its examples are read, and its tables name every field."""

from __future__ import annotations

import io
import re
import sqlite3
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reconnect_desktop.domain.errors import UnknownFormat
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.plain import KINDS, kind_of, to_plain
from reconnect_desktop.exchange import formats, ics
from reconnect_desktop.exchange.diaries import daylio_csv
from reconnect_desktop.exchange.own import own_csv, own_json
from reconnect_desktop.exchange.sms import calls as sms_calls
from reconnect_desktop.exchange.sms import messages as sms_messages
from reconnect_desktop.exchange.tables import any_table
from reconnect_desktop.exchange.tables.columns import ROLES
from reconnect_desktop.storage.plain_copy import fill
from tests.exchange.readers import choices, found, left_out, now, problems, records
from tests.exchange.samples import one_of_each

DOCUMENT = (Path(__file__).parent.parent.parent / "docs" / "formats.md").read_text(encoding="utf-8")


def examples(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", DOCUMENT, re.DOTALL)


def recognised(example: str) -> str:
    with suppress(UnknownFormat):
        return formats.recognise(example.encode()).name
    return ""


def interactions(content: str) -> list[Interaction]:
    items = found(own_csv.read, content)
    assert problems(items) == []
    return [record for record in records(items) if isinstance(record, Interaction)]


def test_the_json_example_is_read_and_is_what_would_be_written() -> None:
    (example,) = examples("json")
    items = found(own_json.read, example)
    assert problems(items) == []
    assert [kind_of(record) for record in records(items)] == list(KINDS)
    stream = io.StringIO(newline="")
    own_json.write(records(items), stream, now())
    assert stream.getvalue() == example


def test_the_csv_example_is_read_and_is_what_would_be_written() -> None:
    example, _ = examples("csv")
    (only,) = interactions(example)
    assert only.note == 'She said "come over", and laughed.'
    stream = io.StringIO(newline="")
    own_csv.write([only], stream, now())
    assert stream.getvalue().removeprefix("\ufeff").replace("\r\n", "\n") == example


def test_the_csv_example_made_by_hand_is_read() -> None:
    first, second = interactions(examples("csv")[1])
    assert (first.minutes, first.closeness, first.tags) == (25, 5, ("work", "listened"))
    assert (second.minutes, second.closeness, second.when.local.hour) == (180, 6, 12)


def test_the_call_log_example_is_read() -> None:
    example, _ = examples("xml")
    items = found(sms_calls.read, example, "Ruth Example")
    assert [getattr(record, "minutes", None) for record in records(items)] == [10]
    assert [line for line, _ in left_out(items)] == [4, 5]


def test_the_calendar_example_is_read() -> None:
    (example,) = examples("ics")
    items = found(ics.read, example, "ruth")
    assert problems(items) == []
    assert [record.when.day.day for record in records(items) if isinstance(record, Interaction)] == [
        1,
        8,
        22,
        29,
    ]


def test_the_messages_example_is_read() -> None:
    items = found(sms_messages.read, examples("xml")[1], "Ruth Example")
    assert [getattr(record, "messages", None) for record in records(items)] == [2, 1]
    assert problems(items) == []


@pytest.mark.parametrize(
    ("name", "who", "kinds"),
    [("telegram", "", ["call", "message"]), ("monica", "Mom", ["call", "visit"])],
)
def test_the_examples_of_chats_and_address_books_are_read(name: str, who: str, kinds: list[str]) -> None:
    title = formats.named(name).title
    section = DOCUMENT[DOCUMENT.index(f"## {title}\n") :]
    match = re.search(r"```text\n(.*?)```", section, re.DOTALL)
    assert match
    assert formats.recognise(match[1].encode()).name == name
    items = found(formats.named(name).reader.read, match[1], *filter(None, [who]))
    assert problems(items) == []
    assert [getattr(record, "medium", None) for record in records(items)] == kinds


@pytest.mark.parametrize(
    ("reader", "who", "when"),
    [
        (daylio_csv, "mom", "2026-11-20T20:30:00+01:00"),
        (any_table, "Ruth Example", "2026-11-20T18:30:00+01:00"),
    ],
    ids=["daylio", "table"],
)
def test_the_examples_of_other_tables_are_read(reader: Any, who: str, when: str) -> None:
    example = next(one for one in examples("text") if recognised(one) == reader.NAME)
    columns = reader.look(io.BytesIO(example.encode()), "").table
    said = replace(choices(who), columns=columns.guess if columns else None)
    (only,) = records(reader.read(io.BytesIO(example.encode()), said))
    assert isinstance(only, Interaction)
    assert only.when.isoformat() == when


def test_every_column_that_can_be_named_is_told() -> None:
    for role in ROLES:
        assert f"`{role}`" in DOCUMENT


@pytest.mark.parametrize("example", [*examples("json"), *examples("csv"), *examples("xml"), *examples("ics")])
def test_every_example_is_recognised(example: str) -> None:
    formats.recognise(example.encode())


@pytest.mark.parametrize("record", one_of_each(), ids=lambda record: record.id)
def test_every_field_is_named(record: Interaction) -> None:
    for field in to_plain(record):
        assert f"`{field}`" in DOCUMENT


def test_the_sql_example_can_be_asked_of_a_copy(tmp_path: Path) -> None:
    """Of the two interactions of November, one is rated: 5."""
    (example,) = examples("sql")
    copy = tmp_path / "copy.sqlite"
    copy.touch()
    fill(copy, one_of_each(), now())
    connection = sqlite3.connect(copy)
    assert connection.execute(example).fetchall() == [("2026-11", 2, 5.0)]
    connection.close()
