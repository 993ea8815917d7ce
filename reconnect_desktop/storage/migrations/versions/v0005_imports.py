"""What was brought in, and of how many messages an exchange is made."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from reconnect_desktop.storage.rows import checksum, mixed

revision = "0005"
down_revision = "0004"

_ROWS_A_STEP = 500


def upgrade() -> None:
    """Add the table, with its tally, and make the interactions' anew with one column more. PRAGMAs take part in the transaction."""
    _create_imports()
    kept = _indexes_and_triggers()
    _create_interactions()
    _copy_interactions()
    op.drop_table("interactions")
    op.rename_table("new_interactions", "interactions")
    for sql in kept:
        op.execute(sa.text(sql.replace(":", r"\:")))
    op.execute("PRAGMA user_version = 5")


def _create_imports() -> None:
    _create(
        "imports",
        _number("utc"),
        *_when(),
        *(_text(name) for name in ("format", "members", "digests")),
        *(_text(name, nullable=True) for name in ("first", "last")),
    )
    op.execute("INSERT INTO tallies (name, rows, xor) VALUES ('imports', 0, zeroblob(8))")


def _create_interactions() -> None:
    _create(
        "new_interactions",
        _number("utc"),
        *_when(),
        _text("medium"),
        *(_number(name, nullable=True) for name in ("minutes", "closeness", "mood")),
        _text("reached_out", nullable=True),
        *(_text(name) for name in ("tags", "note", "win", "source", "source_key")),
        *_when("logged_"),
        _number("messages", nullable=True),
    )


def _indexes_and_triggers() -> list[str]:
    """The SQL of those of the interactions, which go with the old table."""
    sql = "SELECT sql FROM sqlite_master WHERE tbl_name = 'interactions' AND type <> 'table' AND sql IS NOT NULL"
    return [row[0] for row in op.get_bind().execute(sa.text(f"{sql} ORDER BY rowid"))]


def _copy_interactions() -> None:
    """With a place for what the new column holds, which is not known of any, and the checksums that go with it."""
    connection, rows, xor, last = op.get_bind(), 0, bytes(8), -1
    some = sa.text(f"SELECT * FROM interactions WHERE seq > :last ORDER BY seq LIMIT {_ROWS_A_STEP}")
    while found := [_with_messages(dict(row)) for row in connection.execute(some, {"last": last}).mappings()]:
        columns = ", ".join(f'"{column}"' for column in found[0])
        marks = ", ".join(f":{column}" for column in found[0])
        connection.execute(sa.text(f"INSERT INTO new_interactions ({columns}) VALUES ({marks})"), found)
        rows, xor, last = rows + len(found), mixed(xor, *(row["checksum"] for row in found)), found[-1]["seq"]
    sql = "UPDATE tallies SET rows = :rows, xor = :xor WHERE name = 'interactions'"
    connection.execute(sa.text(sql), {"rows": rows, "xor": xor})


def _with_messages(cells: dict[str, Any]) -> dict[str, Any]:
    row = [cell for column, cell in cells.items() if column not in ("seq", "checksum")]
    return {**cells, "messages": None, "checksum": checksum([*row, None])}


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=nullable)


def _when(
    prefix: str = "", *, nullable: bool = False
) -> tuple[sa.Column[str], sa.Column[int], sa.Column[str]]:
    return (
        _text(f"{prefix}local", nullable=nullable),
        _number(f"{prefix}offset", nullable=nullable),
        _text(f"{prefix}zone", nullable=nullable),
    )


def _create(name: str, *columns: sa.Column[str] | sa.Column[int]) -> None:
    op.create_table(
        name,
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        *columns,
        sa.Column("checksum", sa.LargeBinary, nullable=False),
    )
