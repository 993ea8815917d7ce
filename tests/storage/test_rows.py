"""Records survive being rows, and both descriptions of the tables agree."""

from __future__ import annotations

import pytest
from hypothesis import given

from reconnect_desktop.domain.plain import from_plain, to_plain
from reconnect_desktop.domain.records import Record
from reconnect_desktop.storage.connection import connect
from reconnect_desktop.storage.migrations import upgrade
from reconnect_desktop.storage.rows import Table, checksum
from reconnect_desktop.storage.tables import TABLES
from tests.strategies import records


@given(records())
def test_a_record_comes_back_from_its_row_as_it_was(record: Record) -> None:
    table = TABLES[type(record)]
    row = table.to_row(record)
    assert len(row) == len(table.columns)
    assert table.from_row(row) == record


@given(records())
def test_a_record_comes_back_from_plain_json_types_as_it_was(record: Record) -> None:
    assert from_plain(to_plain(record)) == record


@pytest.mark.parametrize(
    ("row", "other"),
    [
        (("a", 1, None), ("a", 2, None)),
        (("a", "", None), ("a", None, "")),
        (("ab", "c"), ("a", "bc")),
    ],
)
def test_another_row_has_another_checksum(row: tuple[object, ...], other: tuple[object, ...]) -> None:
    assert checksum(row) != checksum(other)  # type: ignore[arg-type]


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_the_schema_has_the_columns_that_the_rows_have(table: Table[object]) -> None:
    from reconnect_desktop.storage.schema import METADATA

    described = [column.name for column in METADATA.tables[table.name].columns]
    assert described == ["seq", *table.columns, "checksum"]


def test_the_migrations_lead_to_the_schema(tmp_path: object) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from reconnect_desktop.storage.engine import engine_over
    from reconnect_desktop.storage.schema import METADATA

    connection = connect(tmp_path / "journal.db")  # type: ignore[operator]
    upgrade(connection)
    with engine_over(connection).begin() as migrated:
        context = MigrationContext.configure(migrated, opts={"include_name": _is_ours})
        assert compare_metadata(context, METADATA) == []
    connection.close()


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """FTS5 keeps tables of its own beside `search`, and so does Alembic."""
    return kind != "table" or not (name or "").startswith(("search", "alembic"))
