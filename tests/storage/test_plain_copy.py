"""The SQLite copy: other programs open it, and every value is in it."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from pathlib import Path

from hypothesis import given

from reconnect_desktop.domain.plain import KINDS, from_plain, kind_of, to_plain
from reconnect_desktop.domain.records import Record
from reconnect_desktop.storage.plain_copy import COLUMNS, fill, table_of
from tests import strategies
from tests.exchange.readers import now
from tests.exchange.samples import one_of_each
from tests.making import contact

LISTS = {("interaction", "tags"), ("import", "members")}
FLAGS = {("plan", "remind")}  # 1 or 0: SQLite has no true and false


def copy(folder: Path, records: list[Record]) -> Path:
    path = folder / "copy.sqlite"
    path.touch()
    fill(path, iter(records), now())
    return path


def opened(path: Path) -> sqlite3.Connection:
    """As another program opens it: with the SQLite that Python has."""
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    return connection


def records_in(path: Path) -> list[Record]:
    connection = opened(path)
    found = []
    for kind in KINDS:
        for row in connection.execute(f"SELECT * FROM {table_of(kind)} ORDER BY rowid"):
            plain = {name: row[name] for name in row.keys() if name != "at_utc"}  # noqa: SIM118 - no dictionary
            lists = {name: json.loads(plain[name]) for of, name in LISTS if of == kind}
            flags = {name: bool(plain[name]) for of, name in FLAGS if of == kind}
            found.append(from_plain({"kind": kind, **plain, **lists, **flags}))
    connection.close()
    return found


@given(strategies.unique(strategies.records()))
def test_everything_is_in_it(records: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert records_in(copy(Path(folder), records)) == sorted(
            records, key=lambda one: list(KINDS).index(kind_of(one))
        )


def test_it_has_a_column_for_each_field() -> None:
    fields = {
        kind_of(one): [name for name in to_plain(one) if name not in ("kind", "id")] for one in one_of_each()
    }
    assert {kind: columns.split() for kind, (columns, _) in COLUMNS.items()} == fields
    assert list(COLUMNS) == list(KINDS)


def test_it_is_an_ordinary_and_whole_database_that_says_what_it_holds(tmp_path: Path) -> None:
    path = copy(tmp_path, one_of_each())
    assert path.read_bytes().startswith(b"SQLite format 3\0")
    assert list(tmp_path.glob("copy*")) == [path]
    connection = opened(path)
    assert [row[0] for row in connection.execute("PRAGMA integrity_check")] == ["ok"]
    about = {row["subject"]: (row["said"], row["rows"]) for row in connection.execute("SELECT * FROM about")}
    assert about["exported"][0] == now().isoformat()
    assert "not encrypted" in about["privacy"][0]
    rows = {kind: sum(kind_of(one) == kind for one in one_of_each()) for kind in KINDS}
    assert {kind: about[table_of(kind)][1] for kind in KINDS} == rows
    connection.close()


def test_it_can_be_asked(tmp_path: Path) -> None:
    calls: list[Record] = [
        contact("2026-11-20", minutes=20, tags=("tea", "garden")),
        contact("2026-10-25", time="02:10", minutes=10),
    ]
    connection = opened(copy(tmp_path, calls))
    asked = connection.execute("SELECT at_utc, minutes FROM interactions ORDER BY at_utc").fetchall()
    assert [tuple(row) for row in asked] == [("2026-10-25 00:10:00", 10), ("2026-11-20 11:00:00", 20)]
    tags = connection.execute("SELECT value FROM interactions, json_each(tags)").fetchall()
    assert [row[0] for row in tags] == ["tea", "garden"]
    plan = connection.execute(
        "EXPLAIN QUERY PLAN SELECT * FROM interactions WHERE at_utc > '2026'"
    ).fetchall()
    assert "interactions_by_time" in plan[0]["detail"]
    connection.close()
