"""Nudges and tries, letters and their versions, needs."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_LETTER = ("title", "happened", "felt", "wish", "grateful", "text")


def upgrade() -> None:
    """Add the five tables, each with its tally. PRAGMAs take part in the transaction."""
    _create("nudges", *_offered("shown_"), _text("answer", nullable=True), *_when("answered_", nullable=True))
    outcome = (_text("outcome", nullable=True), *_when("answered_", nullable=True), _text("note"))
    _create("tries", *_offered("begun_"), *outcome)
    _create(
        "letters",
        _number("begun_utc"),
        *_when("begun_"),
        *_when("changed_"),
        *(_text(name) for name in (*_LETTER, "suggestion")),
    )
    kept = (_number("kept_utc"), *_when("kept_"))
    _create("letter_versions", _text("letter"), *kept, *(_text(name) for name in _LETTER))
    op.create_index("versions_by_letter", "letter_versions", ["letter", "kept_utc"])
    _create(
        "needs",
        _number("noted_utc"),
        *_when("noted_"),
        _text("need"),
        *(_text(name, nullable=True) for name in ("asked", "met")),
        *(_text(name) for name in ("words", "note")),
    )
    op.execute("PRAGMA user_version = 2")


def _offered(moment: str) -> tuple[sa.Column[str] | sa.Column[int], ...]:
    return _text("suggestion"), _text("signal"), _number(f"{moment}utc"), *_when(moment)


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=nullable)


def _when(prefix: str, *, nullable: bool = False) -> tuple[sa.Column[str], sa.Column[int], sa.Column[str]]:
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
    op.execute(f"INSERT INTO tallies (name, rows, xor) VALUES ('{name}', 0, zeroblob(8))")
