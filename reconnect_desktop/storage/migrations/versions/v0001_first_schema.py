"""The first schema: interactions, moods, topics, pauses, settings, drafts, history, search."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table of an empty journal. PRAGMAs take part in the transaction."""
    _create_records()
    _create_book_keeping()
    _create_search()
    op.execute(f"PRAGMA application_id = {0x52434E54}")
    op.execute("PRAGMA user_version = 1")


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


def _create_records() -> None:
    _create(
        "interactions",
        _number("utc"),
        *_when(),
        _text("medium"),
        _number("minutes", nullable=True),
        _number("closeness", nullable=True),
        _number("mood", nullable=True),
        _text("reached_out", nullable=True),
        *(_text(name) for name in ("tags", "note", "win", "source", "source_key")),
        *_when("logged_"),
    )
    op.create_index("interactions_by_time", "interactions", ["utc", "id"])
    op.create_index(
        "interactions_by_source",
        "interactions",
        ["source", "source_key"],
        sqlite_where=sa.text("source <> ''"),
    )
    op.create_index(
        "interactions_to_rate",
        "interactions",
        ["utc", "id"],
        sqlite_where=sa.text("closeness IS NULL AND source <> ''"),
    )
    _create("moods", _number("utc"), *_when(), _number("mood"), _text("note"), *_when("logged_"))
    op.create_index("moods_by_time", "moods", ["utc", "id"])
    _create("topics", _text("text"), _number("added_utc"), *_when("added_"), *_when("done_", nullable=True))
    _create("pauses", _text("reason"), _text("start"), _text("end", nullable=True), _text("note"))
    _create("settings", _text("value"))


def _create_book_keeping() -> None:
    op.create_table("drafts", sa.Column("id", sa.Text, primary_key=True), _text("content"))
    tallies = op.create_table(
        "tallies",
        sa.Column("name", sa.Text, primary_key=True),
        _number("rows"),
        sa.Column("xor", sa.LargeBinary, nullable=False),
    )
    tables = ("interactions", "moods", "topics", "pauses", "settings")
    op.bulk_insert(tallies, [{"name": name, "rows": 0, "xor": bytes(8)} for name in tables])
    op.create_table(
        "history",
        sa.Column("seq", sa.Integer, primary_key=True),
        _text("session"),
        _number("utc"),
        _text("action"),
        _number("state"),
        sa.Column("changes", sa.LargeBinary, nullable=False),
    )
    op.create_index("history_by_state", "history", ["state", "seq"])


def _create_search() -> None:
    """Full text over note, tags and win, kept in step by triggers.

    Without FTS5's "secure-delete", by which deleted words would leave the file at once: up to SQLite 3.53 it
    damages the index, seen after few edits of long notes. The words go with the history of their deletion.
    """
    op.execute(
        "CREATE VIRTUAL TABLE search USING fts5(note, tags, win, content='interactions', content_rowid='seq', "
        "tokenize=\"unicode61 remove_diacritics 2\", prefix='1 2 3')"
    )
    added = "INSERT INTO search (rowid, note, tags, win) VALUES (new.seq, new.note, new.tags, new.win);"
    gone = (
        "INSERT INTO search (search, rowid, note, tags, win) "
        "VALUES ('delete', old.seq, old.note, old.tags, old.win);"
    )
    op.execute(f"CREATE TRIGGER search_added AFTER INSERT ON interactions BEGIN {added} END")
    op.execute(f"CREATE TRIGGER search_gone AFTER DELETE ON interactions BEGIN {gone} END")
    op.execute(f"CREATE TRIGGER search_edited AFTER UPDATE ON interactions BEGIN {gone} {added} END")
