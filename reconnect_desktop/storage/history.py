"""What was done, one row for each action of the user: the ground of undo, and of getting back what was deleted.

A row holds the action's changes as compressed JSON. `state` says whether they are in force (0), taken
back and to be had again (1), or taken back for good because something else was done since (2); or in force for good (3),
because what they made was changed since without a step of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass

from reconnect_desktop.domain.action import Action, size
from reconnect_desktop.domain.change import Change, inverse
from reconnect_desktop.domain.errors import JournalDamaged
from reconnect_desktop.domain.records import Import, Record, Setting
from reconnect_desktop.storage.connection import Connection
from reconnect_desktop.storage.rows import checksum, mixed
from reconnect_desktop.storage.tallies import move_tally
from reconnect_desktop.storage.trouble import told

DAYS_KEPT = 30
STATES = IN_FORCE, UNDONE, SET_ASIDE, SETTLED = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class Step:
    """One action: its place in the order, and its changes as they were first made."""

    seq: int
    action: Action
    state: int
    changes: tuple[Change, ...]

    def standing(self) -> tuple[Change, ...]:
        """Its changes, or what took them back."""
        return self.changes if self.state in (IN_FORCE, SETTLED) else inverse(self.changes)

    def deleted(self) -> list[Record]:
        """The records that are gone because of it; settings, and that something was brought in, don't count."""
        return [
            change.before
            for change in self.standing()
            if change.before is not None
            and change.after is None
            and not isinstance(change.before, (Import, Setting))
        ]


class History:
    """The steps of one open journal; writing happens inside the store's transaction."""

    def __init__(self, connection: Connection, session: str) -> None:
        self._connection = connection
        self._session = session
        self._sizes: dict[int, int] = {}  # of this session's steps, by their place: unpacking them takes long

    def add(self, action: Action, changes: tuple[Change, ...], timestamp: int) -> None:
        """Note a new step; what was undone before it can no longer be redone."""
        self._move("state = ?", (UNDONE,), SET_ASIDE)
        row, packed = (self._session, timestamp, action.value, IN_FORCE), _pack(changes)
        summed = checksum(row, packed)
        cursor = self._connection.execute(
            "INSERT INTO history (session, utc, action, state, checksum, changes) VALUES (?, ?, ?, ?, ?, ?)",
            (*row, summed, packed),
        )
        move_tally(self._connection, "history", added=[summed])
        self._sizes[cursor.lastrowid] = size(changes)

    def take_over(self, steps: Iterable[tuple[str, int, str, int, bytes]]) -> None:
        """Add steps of another file as they are, oldest first: (session, utc, action, state, changes) each."""
        summed = []
        for session, utc, action, state, packed in steps:
            row = (session, utc, action, state)
            summed.append(checksum(row, packed))
            sql = "INSERT INTO history (session, utc, action, state, checksum, changes) VALUES (?, ?, ?, ?, ?, ?)"
            self._connection.execute(sql, (*row, summed[-1], packed))
        move_tally(self._connection, "history", added=summed)

    def mark(self, step: Step, state: int) -> None:
        """Note that a step was undone or done again."""
        self._move("seq = ?", (step.seq,), state)

    def _move(self, some: str, values: tuple[int, ...], state: int) -> None:
        """Give some steps another state, and the checksum that goes with it, without reading their changes."""
        rows = self._connection.execute(
            f"SELECT seq, session, utc, action, state, checksum FROM history WHERE {some}", values
        ).fetchall()
        was = [row[5] for row in rows]
        now = [mixed(row[5], checksum(row[1:5]), checksum((*row[1:4], state))) for row in rows]
        for row, summed in zip(rows, now, strict=True):
            sql = "UPDATE history SET state = ?, checksum = ? WHERE seq = ?"
            self._connection.execute(sql, (state, summed, row[0]))
        move_tally(self._connection, "history", added=now, gone=was)

    def pass_over(self, step: Step) -> None:
        """Note that a step can't be moved any more, so that it is not in the way of those before it."""
        self.mark(step, SETTLED if step.state == IN_FORCE else SET_ASIDE)

    def purge(self, timestamp: int) -> bool:
        """Forget the steps of other sessions that are older than 30 days; whether more than additions went."""
        old, values = "utc < ? AND session <> ?", (timestamp - DAYS_KEPT * 86_400, self._session)
        only_adds = f"state = {IN_FORCE} AND action IN ('{Action.LOG}', '{Action.IMPORT}', '{Action.MOOD}')"
        more = self._connection.execute(
            f"SELECT 1 FROM history WHERE {old} AND NOT ({only_adds}) LIMIT 1", values
        ).fetchone()
        sql = f"DELETE FROM history WHERE {old} RETURNING checksum"
        gone = [row[0] for row in self._connection.execute(sql, values).fetchall()]
        move_tally(self._connection, "history", gone=gone)
        return more is not None

    def take_out(self, ids: Collection[str]) -> None:
        """Forget what the steps, and the search's words, tell of these interactions, which are deleted; see `taking_out`."""
        from reconnect_desktop.storage.taking_out import take_out

        self._sizes.update(take_out(self._connection, ids))

    def last(self, state: int, *, any_session: bool = False) -> Step | None:
        """The step to undo (the last in force) or to redo (the first undone)."""
        order = "DESC" if state == IN_FORCE else "ASC"
        session = "" if any_session else "AND session = ?"
        values = (state,) if any_session else (state, self._session)
        sql = f"SELECT seq, action, state, changes FROM history WHERE state = ? {session} ORDER BY seq {order} LIMIT 1"
        steps = self._read(sql, values)
        return steps[0] if steps else None

    def action(self, state: int) -> tuple[Action, int] | None:
        """Which action of this session `last` would give, and of how many interactions (or other records)."""
        order = "max" if state == IN_FORCE else "min"
        sql = f"SELECT action, {order}(seq) FROM history WHERE state = ? AND session = ?"
        with told():
            word, seq = self._connection.execute(sql, (state, self._session)).fetchone()
        return (Action(word), self._sizes.get(seq, 1)) if word else None

    def deleted(self, timestamp: int) -> list[Record]:
        """What was deleted in the 30 days before `timestamp`, newest deletion first, each record once."""
        gone: dict[tuple[type[Record], str], Record] = {}
        for step in self._deleting_since(timestamp - DAYS_KEPT * 86_400):
            for record in reversed(step.deleted()):
                gone.setdefault((type(record), record.id), record)
        return list(gone.values())

    def _deleting_since(self, timestamp: int) -> list[Step]:
        """Newest first. An import in force only adds, and one of 100,000 takes seconds to unpack."""
        sql = (
            "SELECT seq, action, state, changes FROM history "
            "WHERE utc >= ? AND NOT (state IN (?, ?) AND action = ?) ORDER BY seq DESC"
        )
        return self._read(sql, (timestamp, IN_FORCE, SETTLED, Action.IMPORT.value))

    def _read(self, sql: str, values: tuple[object, ...]) -> list[Step]:
        with told():
            rows = self._connection.execute(sql, values).fetchall()
        try:
            return [Step(row[0], Action(row[1]), row[2], _unpack(row[3])) for row in rows]
        except ValueError:
            raise JournalDamaged from None


def last_known(steps: Iterable[tuple[int, bytes]]) -> dict[tuple[type[Record], str], Record | None]:
    """What each record was after these steps, (state, changes) each, oldest first; None for one that was gone."""
    known: dict[tuple[type[Record], str], Record | None] = {}
    for state, packed in steps:
        with suppress(JournalDamaged):
            for change in Step(0, Action.EDIT, state, _unpack(packed)).standing():
                known[type(change.record), change.record.id] = change.after
    return known


def _pack(changes: tuple[Change, ...]) -> bytes:
    from reconnect_desktop.storage.packing import pack

    return pack(changes)


def _unpack(packed: bytes) -> tuple[Change, ...]:
    from reconnect_desktop.storage.packing import unpack

    return unpack(packed)
