"""A checksum for each step of the history and for each draft, with a tally for both."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from reconnect_desktop.storage.rows import checksum, mixed

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make both tables anew with what they held. PRAGMAs take part in the transaction."""
    op.drop_index("history_by_state", "history")
    for name in ("history", "drafts"):
        op.execute(f"ALTER TABLE {name} RENAME TO old_{name}")
    _create()
    for name in ("history", "drafts"):
        _copy(name)
        op.drop_table(f"old_{name}")
    op.create_index("history_by_state", "history", ["state", "seq"])
    op.execute("PRAGMA user_version = 4")


def _copy(name: str) -> None:
    """Step by step: one of them can be of many megabytes."""
    connection, rows, xor = op.get_bind(), 0, bytes(8)
    for row in connection.execute(sa.text(f"SELECT * FROM old_{name} ORDER BY rowid")).mappings():
        cells = dict(row)
        cells["checksum"] = _summed(cells)
        marks = ", ".join(f":{column}" for column in cells)
        connection.execute(sa.text(f"INSERT INTO {name} ({', '.join(cells)}) VALUES ({marks})"), cells)
        rows, xor = rows + 1, mixed(xor, cells["checksum"])
    sql = f"INSERT INTO tallies (name, rows, xor) VALUES ('{name}', :rows, :xor)"
    connection.execute(sa.text(sql), {"rows": rows, "xor": xor})


def _summed(cells: dict[str, Any]) -> bytes:
    texts = [cell for column, cell in cells.items() if column not in ("seq", "changes")]
    return checksum(texts, *([cells["changes"]] if "changes" in cells else []))


def _create() -> None:
    """The checksum of a step stands before its changes, so that the state can change without those being written anew."""
    op.create_table(
        "history",
        sa.Column("seq", sa.Integer, primary_key=True),
        _text("session"),
        sa.Column("utc", sa.Integer, nullable=False),
        _text("action"),
        sa.Column("state", sa.Integer, nullable=False),
        sa.Column("checksum", sa.LargeBinary, nullable=False),
        sa.Column("changes", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "drafts",
        sa.Column("id", sa.Text, primary_key=True),
        _text("content"),
        sa.Column("checksum", sa.LargeBinary, nullable=False),
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)
