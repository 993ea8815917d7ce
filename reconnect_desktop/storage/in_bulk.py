"""Many interactions changed at once: the search's words made anew afterwards, rather than moved with each row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from reconnect_desktop.domain.change import Change
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.storage.connection import Connection

# To add a row's words takes a fifth of the time it takes to move them, and to make all anew a fifth of that for each row.
_ADDED, _MOVED = 1, 5
_LEAST, _A_SHARE = 1_000, 4


@contextmanager
def words_moved(connection: Connection, changes: Iterable[Change]) -> Iterator[None]:
    """The search is in step with the interactions once these changes are made inside; within a transaction."""
    work = sum(
        _MOVED if change.before else _ADDED for change in changes if isinstance(change.record, Interaction)
    )
    (held,) = connection.execute("SELECT rows FROM tallies WHERE name = 'interactions'").fetchone()
    if work <= max(_LEAST, held // _A_SHARE):
        yield
        return
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    yield
    for _, sql in triggers:
        connection.execute(sql)
    connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
