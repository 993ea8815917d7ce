"""Plans and dates: what lies ahead with her."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the table, with its tally. PRAGMAs take part in the transaction."""
    op.create_table(
        "plans",
        sa.Column("seq", sa.Integer, primary_key=True),
        _text("id", unique=True),
        *(_text(name) for name in ("about", "text", "day")),
        *(_text(name, nullable=True) for name in ("time", "medium")),
        _text("again"),
        _number("remind"),
        _text("settled", nullable=True),
        _number("added_utc"),
        _text("added_local"),
        _number("added_offset"),
        _text("added_zone"),
        sa.Column("checksum", sa.LargeBinary, nullable=False),
    )
    op.execute("INSERT INTO tallies (name, rows, xor) VALUES ('plans', 0, zeroblob(8))")
    op.execute("PRAGMA user_version = 6")


def _text(name: str, *, nullable: bool = False, unique: bool | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable, unique=unique)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)
