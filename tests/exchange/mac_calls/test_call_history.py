"""The calls of an iPhone or Mac: who is in them, and what becomes an interaction; and databases that mean harm."""

from __future__ import annotations

import io
import shutil
import sqlite3
import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from reconnect_desktop.domain.errors import Malformed, UnknownFormat, UnsafeFile, WhoIsMissing
from reconnect_desktop.domain.interaction import Interaction, Medium, ReachedOut
from reconnect_desktop.domain.when import When
from reconnect_desktop.exchange import formats
from reconnect_desktop.exchange import mac_calls as call_history
from reconnect_desktop.exchange.draft import Found, Left, LeftOut
from reconnect_desktop.exchange.mac_calls import store as call_store
from reconnect_desktop.exchange.opening import open_file
from reconnect_desktop.exchange.reader import Contact, Unit
from tests.exchange.call_histories import APPLE, FACETIME_VIDEO, SCHEMA, call, database, family, made
from tests.exchange.readers import choices, found, left_out, now, problems, records

NOON = "2026-03-01T12:00:00"
RUTH = "+15555550113"


def read(content: bytes, *who: str) -> list[Found]:
    return found(call_history.read, content, *who)


def calls(content: bytes, *who: str) -> list[Interaction]:
    return [record for record in records(read(content, *who)) if isinstance(record, Interaction)]


def contacts(content: bytes) -> list[Contact]:
    return list(call_history.look(io.BytesIO(content), "Europe/Berlin").contacts)


def test_the_answered_calls_of_one_person_are_found() -> None:
    items = read(family(), "Ruth Example")
    assert [call.source_key for call in calls(family(), "Ruth Example")] == [
        "CALL-1",
        "CALL-2",
        "CALL-5",
        "CALL-6",
        "CALL-8",
    ]
    assert [why for _, why in left_out(items)] == [
        Left.NOT_ANSWERED,
        Left.NOT_ANSWERED,
        Left.SOMEBODY_ELSE,
        Left.SOMEBODY_ELSE,
    ]
    assert problems(items) == []


def test_a_call_becomes_an_unrated_interaction() -> None:
    assert calls(family(), "Ruth Example")[0] == Interaction(
        id="new-1",
        when=When(datetime(2026, 3, 1, 18), 3600, "Europe/Berlin"),
        medium=Medium.CALL,
        minutes=10,
        reached_out=ReachedOut.ME,
        source="call-history",
        source_key="CALL-1",
        logged=now(),
    )


def test_calls_with_a_picture_are_told_apart() -> None:
    its = calls(family(), "Ruth Example")
    assert [call.medium for call in its] == ["call", "call", "video", "call", "call"]
    assert [call.reached_out for call in its] == ["me", "mom", "mom", "me", "mom"]
    assert [call.minutes for call in its] == [10, 1, 60, 1, 2]


def test_everybody_is_listed_by_number_of_calls() -> None:
    assert contacts(family()) == [
        Contact("Ruth Example", "Ruth Example", (RUTH, "5555550113"), ((Unit.CALL, 5),), date(2026, 3, 8)),
        Contact("Ann", "Ann", ("5555550120",), ((Unit.CALL, 2),), date(2026, 3, 8)),
    ]


def test_each_label_and_number_gives_what_the_list_promises() -> None:
    for contact in contacts(family()):
        assert len(calls(family(), contact.label)) == contact.counts[0][1]
        assert len(calls(family(), *contact.numbers)) == contact.counts[0][1]


def test_without_a_name_it_asks() -> None:
    with pytest.raises(WhoIsMissing) as caught:
        read(family())
    assert caught.value.contacts == (("Ruth Example", 5), ("Ann", 2))


@pytest.mark.parametrize(
    ("kind", "category", "medium"),
    [
        (1, 1, Medium.CALL),
        (1, None, Medium.CALL),
        (0, 2, Medium.VIDEO),
        (FACETIME_VIDEO, None, Medium.VIDEO),
        (FACETIME_VIDEO, 0, Medium.VIDEO),
        (FACETIME_VIDEO, 1, Medium.CALL),
        (16, 1, Medium.CALL),
        ("x", b"y", Medium.CALL),
    ],
)
def test_the_medium(kind: object, category: object, medium: Medium) -> None:
    (its,) = calls(database(call(RUTH, NOON, 60, mine=True, ZCALLTYPE=kind, ZCALL_CATEGORY=category)))
    assert its.medium is medium


def test_an_older_system_has_fewer_columns() -> None:
    old = "CREATE TABLE ZCALLRECORD (Z_PK INTEGER PRIMARY KEY, ZDATE TIMESTAMP, ZDURATION FLOAT, ZADDRESS BLOB, ZORIGINATED INTEGER);"
    rows = (
        f"INSERT INTO ZCALLRECORD VALUES (7, {1_772_366_400 - APPLE}, 60, x'2b3135353535353530313133', 1);"
        f"INSERT INTO ZCALLRECORD VALUES (8, {1_772_452_800 - APPLE}, 60, '5555550113', 0);"
    )
    first, second = calls(made(lambda connection: connection.executescript(old + rows)))
    assert (first.source_key, first.when.timestamp) == ("15555550113:1772366400:60", 1_772_366_400)
    assert second.reached_out is ReachedOut.MOM


def test_an_address_of_facetime_is_somebody() -> None:
    content = database(
        call("ruth@example.org", NOON, 60, mine=True), call("ann@example.org", NOON, 60, mine=True)
    )
    assert [contact.label for contact in contacts(content)] == ["ann@example.org", "ruth@example.org"]
    assert len(calls(content, "ruth@example.org")) == 1


def test_what_is_wrong_with_a_call_is_told() -> None:
    content = database(
        call(RUTH, None, 60, mine=True),
        call(RUTH, "2026-11-22T18:00:00", 60, mine=True),
        call(RUTH, -1e12, 60, mine=True),
        call(RUTH, 1e300, 60, mine=True),
        call(RUTH, NOON, None, mine=True),
        call(RUTH, NOON, "long", mine=True),
        call(RUTH, NOON, -5, mine=True),
        call(RUTH, NOON, 90_000, mine=True),
        call(RUTH, NOON, 60, mine=True, ZDATE=b"\xff"),
        call(RUTH, NOON, 60, mine=True),
    )
    items = read(content)
    assert [(field, why) for _, field, why in problems(items)] == [
        ("date", "empty"),
        ("date", "in_future"),
        ("date", "out_of_range"),
        ("date", "out_of_range"),
        ("duration", "empty"),
        ("duration", "not_a_number"),
        ("duration", "out_of_range"),
        ("duration", "out_of_range"),
        ("date", "not_a_number"),
    ]
    assert len(records(items)) == 1


def test_text_that_is_none_is_read_as_well_as_it_goes() -> None:
    content = database(
        call(RUTH, NOON, 60, mine=True, ZNAME="X\0Y\u202e"),
        more="UPDATE ZCALLRECORD SET ZNAME = CAST(x'52ff' AS TEXT)",
    )
    assert [contact.label for contact in contacts(content)] == ["R\ufffd"]


@pytest.fixture
def in_two(tmp_path: Path) -> Path:
    """A copy made while the system had it open: the last call stands in the log beside it."""
    path = tmp_path / "live.db"
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.executescript(SCHEMA)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    row = call(RUTH, NOON, 60, mine=True)
    connection.execute(
        f"INSERT INTO ZCALLRECORD ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",
        tuple(row.values()),
    )
    copy = tmp_path / "copy" / "CallHistory.storedata"
    copy.parent.mkdir()
    for ending in ("", "-wal"):
        shutil.copy(f"{path}{ending}", f"{copy}{ending}")
    connection.close()
    return copy


def test_what_stands_in_the_log_beside_it_is_read(in_two: Path) -> None:
    before = {path.name: path.read_bytes() for path in in_two.parent.iterdir()}
    with open_file(in_two) as stream:
        assert len(list(call_history.read(stream, choices()))) == 1
    assert {path.name: path.read_bytes() for path in in_two.parent.iterdir()} == before


def test_without_the_log_there_is_what_the_file_has(in_two: Path) -> None:
    assert read(in_two.read_bytes()) == []


def test_a_log_that_is_none_does_no_harm(in_two: Path) -> None:
    in_two.write_bytes(family())
    in_two.with_name("CallHistory.storedata-wal").write_bytes(bytes(range(256)) * 100)
    with open_file(in_two) as stream:
        assert len(call_history.look(stream, "").contacts) == 2


def test_nothing_of_the_copy_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    read(family(), "Ann")
    with pytest.raises(Malformed):
        read(family()[:3000])
    reader = call_history.read(io.BytesIO(family()), choices("Ann"))
    next(reader)
    assert list(folder.iterdir()) == []


HARMFUL = {
    "a view": "CREATE VIEW ZCALLRECORD AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
    " SELECT x AS Z_PK, x AS ZDATE, x AS ZDURATION FROM n;",
    "a virtual table": "CREATE VIRTUAL TABLE ZCALLRECORD USING fts5(Z_PK, ZDATE, ZDURATION);",
    "a date that is computed": "CREATE TABLE ZCALLRECORD (Z_PK INTEGER PRIMARY KEY, ZDATE AS (length(zeroblob(9))), ZDURATION);",
    "other columns": "CREATE TABLE ZCALLRECORD (Z_PK INTEGER PRIMARY KEY, ZWHEN);",
}


@pytest.mark.parametrize("what", HARMFUL)
def test_what_would_be_run_is_refused(what: str) -> None:
    content = made(lambda connection: connection.executescript(HARMFUL[what]))
    with pytest.raises(Malformed):
        read(content)


@pytest.mark.parametrize("end", [0, 100, 5000, -100, -4096])
def test_a_truncated_file_is_refused(end: int) -> None:
    with pytest.raises(Malformed) as caught:
        read(family()[:end] if end else b"", "Ann")
    assert caught.value.format_name == "call-history"
    assert caught.value.__context__ is None


@pytest.mark.parametrize("limit", ["ROWS_MOST", "BYTES_MOST"])
def test_more_than_any_life_has_is_refused(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(call_store, limit, 1)
    with pytest.raises(UnsafeFile):
        read(family(), "Ann")


def test_it_is_recognised_by_its_table(tmp_path: Path) -> None:
    assert formats.recognise(family()[: formats.HEAD]).name == "call-history"
    assert not call_history.recognise(b"SQLite format 3\0" + bytes(5000))
    assert not call_history.recognise(b"ZCALLRECORD")


def test_a_missed_call_needs_no_length() -> None:
    items = read(database(call(RUTH, NOON, None, mine=False, ZANSWERED=0)))
    assert items == [LeftOut(Left.NOT_ANSWERED)]


def test_its_table_may_be_named_far_behind_the_beginning() -> None:
    """A new system adds columns to the old table, and SQLite writes its list of tables anew where there is room."""
    wide = "".join(
        f"ALTER TABLE ZCALLRECORD ADD COLUMN ZADDED_IN_A_NEW_SYSTEM_{n} VARCHAR;" for n in range(60)
    )
    rows = [call(RUTH, NOON, 60, mine=True, ZLOCATION="x" * 2000) for _ in range(40)]
    indexed = "".join(f"CREATE INDEX Z_CallRecord_{n} ON ZCALLRECORD (ZDATE, ZUNIQUE_ID);" for n in range(60))
    content = database(*rows, more=indexed + wide)
    assert content.index(b"ZCALLRECORD") > formats.HEAD
    assert formats.recognise(content[: formats.HEAD]).name == "call-history"
    assert len(calls(content)) == 40


def test_another_program_s_database_is_no_broken_call_history() -> None:
    tables = "".join(f"CREATE TABLE message_{n} (text VARCHAR, {'x' * 500});" for n in range(200))
    content = made(lambda connection: connection.executescript(tables))
    assert call_history.recognise(content[: formats.HEAD])  # it can't be told from the beginning
    with pytest.raises(UnknownFormat):
        contacts(content)


def test_it_can_be_read_from_the_middle_of_a_stream() -> None:
    stream: Any = io.BytesIO(b"before" + family())
    stream.seek(6)
    assert len(list(call_history.read(stream, choices("Ann")))) == 9
