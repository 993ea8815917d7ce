"""Which interactions fit a filter: one query, put together from what was asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import ColumnElement, Engine, and_, select, text
from sqlalchemy.exc import DBAPIError

from reconnect_desktop.domain.filter import Filter
from reconnect_desktop.storage.schema import interactions as it
from reconnect_desktop.storage.trouble import told


def find(engine: Engine, wanted: Filter) -> list[str]:
    """The ids of the interactions that fit `wanted`, newest first."""
    query = select(it.c.id, it.c.tags).where(and_(True, *_conditions(wanted)))
    with told(), _unwrapped(), engine.begin() as connection:
        rows = connection.execute(query.order_by(it.c.utc.desc(), it.c.id.desc())).all()
    tags = {tag.casefold() for tag in wanted.tags}
    return [row.id for row in rows if not tags or tags <= set(row.tags.casefold().split("\n"))]


@contextmanager
def _unwrapped() -> Iterator[None]:
    """Let the driver's error through without SQLAlchemy's wrapping, which `told` does not know."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, Exception):
            raise error.orig from None
        raise


def _conditions(wanted: Filter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if words := match_words(wanted.text, wanted.named):
        matching = text("SELECT rowid FROM search WHERE search MATCH :words").bindparams(words=words)
        found.append(it.c.seq.in_(matching.columns(it.c.seq)))
    if wanted.since is not None:
        found.append(it.c.local >= wanted.since.isoformat())
    if wanted.until is not None:
        found.append(it.c.local <= f"{wanted.until.isoformat()} 24")
    if wanted.media:
        found.append(it.c.medium.in_(sorted(medium.value for medium in wanted.media)))
    if wanted.closeness is not None:
        found.append(it.c.closeness.between(*wanted.closeness))
    if wanted.minutes is not None:
        found.append(it.c.minutes.between(*wanted.minutes))
    if wanted.tags:
        found.append(it.c.tags != "")
    if wanted.unrated:
        found.append(it.c.closeness.is_(None))
    return found


def match_words(typed: str, named: Sequence[tuple[str, str]] = ()) -> str:
    """What was typed as an FTS5 expression: each word may be a beginning, or name a tag, and all are needed."""
    words = [
        word for word in typed.replace("\0", " ").split() if any(character.isalnum() for character in word)
    ]
    return " AND ".join(_sought(word, [tag for name, tag in named if name == word]) for word in words)


def _sought(word: str, tags: Sequence[str]) -> str:
    quoted = word.replace('"', '""')
    # FTS5 folds case and accents, but not the German sharp s.
    spellings = dict.fromkeys((quoted, quoted.replace("ß", "ss"), quoted.replace("ss", "ß")))
    ways = [f'"{spelling}"*' for spelling in spellings] + [f'tags : "{tag}"' for tag in tags]
    return "(" + " OR ".join(ways) + ")"
