"""Files from strangers: nothing in them is run, and nothing is believed."""

from __future__ import annotations

import json
import sqlite3
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconnect_desktop import backing_up
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import (
    BackupDamaged,
    JournalTooNew,
    NoSuchBackup,
    UnknownFormat,
    UnsafeFile,
    UserError,
)
from reconnect_desktop.domain.plain import from_plain, to_plain
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage.backups import reading
from reconnect_desktop.storage.backups.reading import records_of
from reconnect_desktop.storage.connection import FILE_NAME
from tests.exchange.samples import one_of_each
from tests.fakes import FakeClock

DATABASES = Path(__file__).resolve().parents[2] / "databases"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a journal with a record of each type."""
    folder = tmp_path_factory.mktemp("sound")
    journal = Journal.open(folder, FakeClock())
    journal.apply(Action.IMPORT, *map(add, one_of_each()))
    journal.close()
    return (folder / FILE_NAME).read_bytes()


@pytest.fixture
def file(tmp_path: Path, sound: bytes) -> Path:
    path = tmp_path / "theirs.db"
    path.write_bytes(sound)
    return path


def changed(path: Path, *statements: str) -> None:
    """As somebody with another program might have done it."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.create_function("harm", 0, lambda: pytest.fail("it was run"))
    for statement in ("PRAGMA writable_schema = ON", *statements):
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize("version", [1, 2, 3, 4, 5])
def test_the_records_of_every_schema_are_read(version: int) -> None:
    plain = json.loads((DATABASES / f"version-{version}.json").read_text(encoding="utf-8"))
    found = list(records_of(DATABASES / f"version-{version}.db", None))
    assert len(found) == len(plain)
    assert set(found) == set(map(from_plain, plain))


def test_reading_leaves_the_file_and_its_folder_as_they_are(file: Path, sound: bytes) -> None:
    assert set(records_of(file, None)) == set(one_of_each())
    assert file.read_bytes() == sound
    assert list(file.parent.glob("theirs*")) == [file]


HOSTILE = {
    "a view in a table's place": (
        "DROP TABLE moods",
        "CREATE VIEW moods AS SELECT *, 3 AS mood FROM interactions",
    ),
    "a view that never ends": (
        "DROP TABLE moods",
        "CREATE VIEW moods AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id, 1 AS utc FROM n",
    ),
    "a trigger": ("CREATE TRIGGER t AFTER UPDATE ON moods BEGIN DELETE FROM interactions; END",),
    "one column less": ("ALTER TABLE topics DROP COLUMN text",),
    "another table": ("CREATE TABLE other AS SELECT 1",),
    "a blob for a text": ("UPDATE interactions SET note = x'00ff'",),
    "nothing for a text": (
        "UPDATE sqlite_master SET sql = replace(sql, 'note TEXT NOT NULL', 'note TEXT')",
        "UPDATE moods SET note = 7",
    ),
    "a number beyond the scale": ("UPDATE interactions SET closeness = 99",),
    "a fraction": ("UPDATE interactions SET minutes = 1.5",),
    "a text for a number": ("UPDATE interactions SET offset = 'x'",),
    "no moment": ("UPDATE interactions SET local = 'yesterday'",),
    "an unknown word": ("UPDATE interactions SET medium = 'telepathy'",),
    "a very long note": ("UPDATE interactions SET note = printf('%.*c', 2000000, 'x')",),
    "an id with a line break": ("UPDATE interactions SET id = id || char(10)",),
    "no tallies": ("DELETE FROM tallies",),
    "one row more": ("INSERT INTO settings (id, value, checksum) VALUES ('x', 'y', x'00')",),
}


@pytest.mark.parametrize("statements", HOSTILE.values(), ids=HOSTILE)
def test_a_journal_takes_nothing_from_a_file_that_is_not_as_it_was_written(
    journal: Journal, file: Path, statements: tuple[str, ...]
) -> None:
    changed(file, *statements)
    for deed in (backing_up.compare, backing_up.go_back):
        with pytest.raises(BackupDamaged):
            deed(journal, file)
    assert journal.count() == 0
    assert journal.undo_action() is None


@pytest.mark.parametrize("what", ["view", "function", "virtual table"])
def test_nothing_in_the_file_is_run_even_where_its_check_is_passed_over(file: Path, what: str) -> None:
    statements = {
        "view": ("DROP TABLE moods", "CREATE VIEW moods AS SELECT * FROM interactions"),
        "function": (
            "DROP TABLE moods",
            "CREATE VIEW moods AS SELECT hex(zeroblob(100000000)) AS id FROM interactions",
        ),
        "virtual table": ("DROP TABLE moods", "CREATE VIRTUAL TABLE moods USING fts5(id)"),
    }
    changed(file, *statements[what])
    try:
        found = list(records_of(file, None))
    except BackupDamaged:
        return
    assert {type(one).__name__ for one in found} == {type(one).__name__ for one in one_of_each()} - {
        "MoodCheckIn"
    }


def test_more_than_anyone_ever_writes_is_refused(
    journal: Journal, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "ROWS_MOST", 3)
    with pytest.raises(UnsafeFile):
        backing_up.compare(journal, file)
    monkeypatch.undo()
    with file.open("r+b") as opened:
        opened.truncate(reading.BYTES_MOST + 1)
    with pytest.raises(UnsafeFile):
        backing_up.compare(journal, file)


def with_header(offset: int, value: int) -> Callable[[bytes], bytes]:
    return lambda data: data[:offset] + struct.pack(">i", value) + data[offset + 4 :]


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (lambda _: b"", UnknownFormat),
        (lambda _: b"a letter, of all things", UnknownFormat),
        (with_header(68, 0x12345678), UnknownFormat),
        (with_header(60, 99), JournalTooNew),
        (lambda data: data[:5000], BackupDamaged),
    ],
    ids=["empty", "text", "another program's", "newer", "cut off"],
)
def test_what_is_no_journal_is_told_apart(
    journal: Journal, file: Path, spoil: Callable[[bytes], bytes], error: type[UserError]
) -> None:
    file.write_bytes(spoil(file.read_bytes()))
    with pytest.raises(error):
        backing_up.compare(journal, file)


def test_a_schema_in_no_alphabet_is_damage(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"INDEX moods_by_time", b"IND\xf7\xa2 moods_by_time"))
    with pytest.raises(BackupDamaged):
        list(records_of(file, None))


def test_what_is_no_file_is_no_backup(journal: Journal, tmp_path: Path) -> None:
    (tmp_path / "folder.db").mkdir()
    for chosen in (
        "",
        "nothing",
        "../journal",
        "\0",
        "~nobody of this name/journal.db",
        tmp_path,
        tmp_path / "folder.db",
        journal.folder / FILE_NAME,
    ):
        with pytest.raises(NoSuchBackup):
            backing_up.compare(journal, chosen)
    link = tmp_path / "link.db"
    link.hardlink_to(journal.folder / FILE_NAME)
    with pytest.raises(NoSuchBackup):
        backing_up.compare(journal, link)


@settings(max_examples=60)
@given(places=st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(0, 255)), min_size=1, max_size=4))
def test_whatever_the_bytes_are_it_ends_in_records_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, sound: bytes, places: list[tuple[int, int]]
) -> None:
    data = bytearray(sound)
    for place, value in places:
        data[place % len(data)] = value
    path = tmp_path_factory.getbasetemp() / "fuzzed.db"
    path.write_bytes(data)
    try:
        found = list(records_of(path, None))
    except UserError:
        return
    assert all(from_plain(to_plain(one)) == one for one in found)
