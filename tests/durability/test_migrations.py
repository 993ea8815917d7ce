"""A journal of a released version is brought up to date whole, or stays as it is to the byte; a newer one is let alone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from reconnect_desktop.domain.errors import DiskTrouble, JournalTooNew
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage.check import check
from reconnect_desktop.storage.connection import FILE_NAME, SCHEMA_VERSION, connect
from reconnect_desktop.storage.reencrypting import written_anew
from tests.durability.campaign import KEYS, report, rounds
from tests.durability.plan import open_journal
from tests.storage.test_databases import STORED

OLD = STORED[:-1]
Rows = dict[str, list[dict[str, object]]]


def rows_in(file: Path, key: bytes) -> Rows:
    """The cells of every row by their columns, by table, once the file was found whole; without what it is summed by."""
    connection = connect(file, key or None)
    for _ in check(connection):
        pass
    names = [row[0] for row in connection.execute("SELECT name FROM tallies ORDER BY name").fetchall()]
    found: Rows = {}
    for name in names:
        columns = [row[0] for row in connection.execute(f"SELECT name FROM pragma_table_info('{name}')")]
        rows = [dict(zip(columns, row, strict=True)) for row in connection.execute(f"SELECT * FROM {name}")]
        found[name] = [{column: row[column] for column in row if column != "checksum"} for row in rows]
    connection.close()
    return found


def put(stored: Path, folder: Path, key: bytes) -> Path:
    """A copy of it as the journal in `folder`, encrypted if there is a key."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    file = folder / FILE_NAME
    shutil.copy(stored, file)
    if key:
        connection = connect(file)
        with written_anew(connection, file, key) as part:
            connection.close()
            part.replace(file)
    return file


@contextmanager
def failing_at(number: int) -> Iterator[list[int]]:
    """The disk fails at this statement of SQLAlchemy's; the list has the number of statements in the end."""
    count = [0]

    def look(*_: object) -> None:
        count[0] += 1
        if count[0] == number:
            raise OSError(5, "")

    event.listen(Engine, "before_cursor_execute", look)
    event.listen(Engine, "commit", look)
    try:
        yield count
    finally:
        event.remove(Engine, "before_cursor_execute", look)
        event.remove(Engine, "commit", look)


@pytest.mark.parametrize("kind", KEYS)
@pytest.mark.parametrize("stored", OLD, ids=lambda path: path.stem)
def test_no_row_changes_in_a_migration_and_none_in_one_that_fails(
    disk: Path, stored: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    key, folder = KEYS[kind], disk / "journal"
    file = put(stored, folder, key)
    before, rows = file.read_bytes(), rows_in(file, key)
    file.write_bytes(before)
    with failing_at(0) as count:
        open_journal(folder, key).close()
    migrated = rows_in(file, key)
    assert rows["interactions"]
    for row in rows["interactions"]:
        row.setdefault("messages", None)
    assert {name: migrated[name] for name in rows} == rows
    steps = range(1, count[0] + 1)
    for step in steps if rounds(0, 1) else (1, *steps[5 :: len(steps) // 3], steps[-1]):
        shutil.rmtree(folder)
        folder.mkdir()
        file.write_bytes(before)
        with failing_at(step), pytest.raises(DiskTrouble):
            open_journal(folder, key)
        assert file.read_bytes() == before, step
    open_journal(folder, key).close()
    assert rows_in(file, key) == migrated
    report(
        capsys,
        f"migrations: {stored.stem}, {kind}: {sum(map(len, rows.values()))} rows, failed at {len(steps)} places",
    )


@pytest.mark.parametrize("kind", KEYS)
def test_a_newer_journal_is_let_alone(tmp_path: Path, kind: str) -> None:
    key = KEYS[kind]
    file = put(STORED[-1], tmp_path / "journal", key)
    connection = connect(file, key or None)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(JournalTooNew):
        Journal.open(file.parent, lambda: None, key or None)  # type: ignore[arg-type, return-value]
    assert file.read_bytes() == before
