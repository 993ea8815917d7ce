"""The tables as SQLAlchemy sees them: for queries put together at run time, and for migrations.

Importing this costs a third of a second; what must be quick goes through `storage.store`.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text, text

METADATA = MetaData()


def _text(name: str, *, nullable: bool = False) -> Column[str]:
    return Column(name, Text, nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=nullable)


def _table(name: str, *columns: Column[str] | Column[int], indexes: tuple[Index, ...] = ()) -> Table:
    key: Column[int] = Column("seq", Integer, primary_key=True)
    record_id: Column[str] = Column("id", Text, nullable=False, unique=True)
    summed: Column[bytes] = Column("checksum", LargeBinary, nullable=False)
    return Table(name, METADATA, key, record_id, *columns, summed, *indexes)


def _when(prefix: str = "", *, nullable: bool = False) -> tuple[Column[str], Column[int], Column[str]]:
    return (
        _text(f"{prefix}local", nullable=nullable),
        _number(f"{prefix}offset", nullable=nullable),
        _text(f"{prefix}zone", nullable=nullable),
    )


interactions = _table(
    "interactions",
    _number("utc"),
    *_when(),
    _text("medium"),
    _number("minutes", nullable=True),
    _number("closeness", nullable=True),
    _number("mood", nullable=True),
    _text("reached_out", nullable=True),
    _text("tags"),
    _text("note"),
    _text("win"),
    _text("source"),
    _text("source_key"),
    *_when("logged_"),
    _number("messages", nullable=True),
    indexes=(
        Index("interactions_by_time", "utc", "id"),
        Index("interactions_by_source", "source", "source_key", sqlite_where=text("source <> ''")),
        Index("interactions_to_rate", "utc", "id", sqlite_where=text("closeness IS NULL AND source <> ''")),
    ),
)

moods = _table(
    "moods",
    _number("utc"),
    *_when(),
    _number("mood"),
    _text("note"),
    *_when("logged_"),
    indexes=(Index("moods_by_time", "utc", "id"),),
)

topics = _table(
    "topics",
    _text("text"),
    _number("added_utc"),
    *_when("added_"),
    *_when("done_", nullable=True),
)

plans = _table(
    "plans",
    *(_text("about"), _text("text"), _text("day")),
    *(_text("time", nullable=True), _text("medium", nullable=True)),
    _text("again"),
    _number("remind"),
    _text("settled", nullable=True),
    _number("added_utc"),
    *_when("added_"),
)

pauses = _table("pauses", _text("reason"), _text("start"), _text("end", nullable=True), _text("note"))

nudges = _table(
    "nudges",
    *(_text("suggestion"), _text("signal")),
    _number("shown_utc"),
    *_when("shown_"),
    _text("answer", nullable=True),
    *_when("answered_", nullable=True),
)

tries = _table(
    "tries",
    *(_text("suggestion"), _text("signal")),
    _number("begun_utc"),
    *_when("begun_"),
    _text("outcome", nullable=True),
    *_when("answered_", nullable=True),
    _text("note"),
)

letters = _table(
    "letters",
    _number("begun_utc"),
    *_when("begun_"),
    *_when("changed_"),
    *(_text(name) for name in ("title", "happened", "felt", "wish", "grateful", "text", "suggestion")),
)

letter_versions = _table(
    "letter_versions",
    _text("letter"),
    _number("kept_utc"),
    *_when("kept_"),
    *(_text(name) for name in ("title", "happened", "felt", "wish", "grateful", "text")),
    indexes=(Index("versions_by_letter", "letter", "kept_utc"),),
)

needs = _table(
    "needs",
    _number("noted_utc"),
    *_when("noted_"),
    _text("need"),
    *(_text("asked", nullable=True), _text("met", nullable=True)),
    *(_text("words"), _text("note")),
)

reflections = _table(
    "reflections",
    *_when("changed_"),
    *(_text("text"), _text("intention")),
)

imports = _table(
    "imports",
    _number("utc"),
    *_when(),
    *(_text("format"), _text("members"), _text("digests")),
    *(_text("first", nullable=True), _text("last", nullable=True)),
)

settings = _table("settings", _text("value"))

drafts = Table(
    "drafts",
    METADATA,
    Column("id", Text, primary_key=True),
    _text("content"),
    Column("checksum", LargeBinary, nullable=False),
)

tallies = Table(
    "tallies",
    METADATA,
    Column("name", Text, primary_key=True),
    _number("rows"),
    Column("xor", LargeBinary, nullable=False),
)

history = Table(
    "history",
    METADATA,
    Column("seq", Integer, primary_key=True),
    _text("session"),
    _number("utc"),
    _text("action"),
    _number("state"),
    Column("checksum", LargeBinary, nullable=False),
    Column("changes", LargeBinary, nullable=False),
    Index("history_by_state", "state", "seq"),
)
