"""Keeps the search in step where one step changes very many interactions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext

from reconnect_desktop.domain.change import Change
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.storage.connection import Connection

# Taking the words of one row out for good costs 2 ms (it leaves no trace in the file), gathering all words
# of 22,000 rows anew a quarter of a second, and putting one row's in a tenth of a millisecond.
GONE_MANY, ADDED_MANY = 100, 5_000


def kept_in_step(connection: Connection, changes: Sequence[Change]) -> AbstractContextManager[None]:
    """Make these changes inside of this, in a transaction: by the triggers, or by gathering all words anew."""
    gone = [change.before is not None for change in changes if isinstance(change.record, Interaction)]
    is_many = sum(gone) > GONE_MANY or len(gone) > ADDED_MANY
    return _gathered_anew(connection) if is_many else nullcontext()


@contextmanager
def _gathered_anew(connection: Connection) -> Iterator[None]:
    triggers = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'interactions'"
    ).fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    yield
    for _, sql in triggers:
        connection.execute(sql)
    connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
