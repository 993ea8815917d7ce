"""Reflections: one's own words about a month."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the table, with its tally. PRAGMAs take part in the transaction."""
    op.create_table(
        "reflections",
        sa.Column("seq", sa.Integer, primary_key=True),
        _text("id", unique=True),
        _text("changed_local"),
        sa.Column("changed_offset", sa.Integer, nullable=False),
        _text("changed_zone"),
        _text("text"),
        _text("intention"),
        sa.Column("checksum", sa.LargeBinary, nullable=False),
    )
    op.execute("INSERT INTO tallies (name, rows, xor) VALUES ('reflections', 0, zeroblob(8))")
    op.execute("PRAGMA user_version = 3")


def _text(name: str, *, unique: bool | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, unique=unique)
