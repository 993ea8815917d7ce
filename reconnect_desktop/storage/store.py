"""Records in and out of the open journal: plain SQL over the one connection, for what must be quick.

Each row carries a checksum, and `tallies` keeps the number and the combined checksum of each table's
rows, so that a changed, lost or doubled row is found.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, TypeVar

from reconnect_desktop.collector import kept_if_many
from reconnect_desktop.domain.change import Change
from reconnect_desktop.domain.errors import ChangedMeanwhile, Invalid, JournalDamaged
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import LetterVersion, MoodCheckIn, Record
from reconnect_desktop.domain.when import When
from reconnect_desktop.storage.connection import Connection
from reconnect_desktop.storage.in_bulk import words_moved
from reconnect_desktop.storage.rows import Table, checksum
from reconnect_desktop.storage.tables import INTERACTIONS, MOODS, TABLES
from reconnect_desktop.storage.tallies import move_tally
from reconnect_desktop.storage.trouble import told
from reconnect_desktop.storage.written_tables import VERSIONS

if TYPE_CHECKING:
    from reconnect_desktop.domain.contacts import Contact
    from reconnect_desktop.domain.months import Month
    from reconnect_desktop.domain.rating import Unrated
    from reconnect_desktop.domain.tellings import Telling
    from reconnect_desktop.domain.trends.sources import Point

R = TypeVar("R", bound=Record)
Timed = TypeVar("Timed", Interaction, MoodCheckIn)


class Store:
    """The rows of one open journal. Not thread-safe: `journal.Journal` takes care of that."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._sql = {table.name: _Statements(table) for table in TABLES.values()}

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, and on the disk when it ends. Raises UserErrors; then nothing has changed."""
        with told():
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                # On a full disk SQLite has rolled back by itself, and a second ROLLBACK would be an error.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def apply(self, changes: tuple[Change, ...]) -> None:
        """Carry out `changes` inside a transaction. Raises ChangedMeanwhile if the rows are not as `before` says."""
        with words_moved(self._connection, changes):
            self._apply(changes)

    def _apply(self, changes: tuple[Change, ...]) -> None:
        moved: dict[str, tuple[list[bytes], list[bytes]]] = {}
        for change in changes:
            table = TABLES[type(change.record)]
            added, gone = moved.setdefault(table.name, ([], []))
            if change.before is not None:
                gone.append(self._compare(table, change.before))
            if change.after is not None:
                added.append(self._write(table, change.before, change.after))
            else:
                self._connection.execute(self._sql[table.name].delete, (change.record.id,))
        for name, (added, gone) in moved.items():
            move_tally(self._connection, name, added=added, gone=gone)

    def _compare(self, table: Table[Any], before: Record) -> bytes:
        """The checksum of the row that is `before`."""
        found = self._connection.execute(self._sql[table.name].one, (before.id,)).fetchone()
        if found is None or tuple(found[:-1]) != table.to_row(before):
            raise ChangedMeanwhile
        return bytes(found[-1])

    def _write(self, table: Table[Any], before: Record | None, after: Record) -> bytes:
        """The checksum of the row that is there afterwards."""
        sql, row = self._sql[table.name], table.to_row(after)
        summed = checksum(row)
        if before is not None:
            self._connection.execute(sql.update, (*row, summed, after.id))
        elif self._connection.execute(sql.insert, (*row, summed)).rowcount != 1:
            raise ChangedMeanwhile
        return summed

    def gather_words(self) -> None:
        """Make the search's words anew from the rows, inside a transaction: those of deleted rows leave the file."""
        self._connection.execute("INSERT INTO search (search) VALUES ('rebuild')")

    def recent(self, most: int, until: date | None = None) -> list[Interaction]:
        """The newest interactions, newest first; those up to and with the day `until`, if one is given."""
        select = self._sql[INTERACTIONS.name].select
        if until is None:
            return self._read(INTERACTIONS, f"{select} ORDER BY utc DESC, id DESC LIMIT ?", (most,))
        where = "WHERE local < ? ORDER BY utc DESC, id DESC LIMIT ?"
        return self._read(INTERACTIONS, f"{select} {where}", (f"{until.isoformat()} 24", most))

    def interactions(self) -> list[Interaction]:
        """All of them, newest first."""
        return self.recent(-1)

    def contacts(self) -> list[Contact]:
        """All interactions as `domain.signals` needs them, oldest first. Raises JournalDamaged."""
        from reconnect_desktop.storage.lean import contacts

        return contacts(self._connection)

    def points(self) -> list[Point]:
        """All interactions as the charts need them, oldest first. Raises JournalDamaged."""
        from reconnect_desktop.storage.lean import points

        return points(self._connection)

    def unrated(self, until: int, most: int) -> Unrated:
        """What may be asked to be rated: all of it counted, the newest read. until: as of `unrated.counted`."""
        from reconnect_desktop.storage.unrated import CONDITION, counted

        order = "ORDER BY utc DESC, id DESC LIMIT ?"
        sql = f"{self._sql[INTERACTIONS.name].select} WHERE {CONDITION} {order}"
        return replace(
            counted(self._connection, until), newest=tuple(self._read(INTERACTIONS, sql, (until, most)))
        )

    def moods_on(self, day: date) -> list[MoodCheckIn]:
        """The check-ins of a local day, oldest first."""
        return self.between(MoodCheckIn, day, day)

    def moods_since(self, day: date) -> list[MoodCheckIn]:
        """The check-ins of this local day and later ones, oldest first."""
        midnight = When(datetime.combine(day, time.min), 0).timestamp
        sql = f"{self._sql[MOODS.name].select} WHERE utc >= ? AND local >= ? ORDER BY utc, id"
        return self._read(MOODS, sql, (midnight - 86_400, day.isoformat()))

    def between(self, record_type: type[Timed], first: date, last: date) -> list[Timed]:
        """Those of the local days from `first` to `last`, both included, oldest first."""
        from reconnect_desktop.storage.days import within

        table = TABLES[record_type]
        return self._read(
            table, f"{self._sql[table.name].select} WHERE {within(first, last)} ORDER BY utc, id"
        )

    def tellings(self, first: date, last: date) -> list[Telling]:
        """The interactions of these local days as looking for pairs needs them, oldest first. Raises JournalDamaged."""
        from reconnect_desktop.storage.days import within
        from reconnect_desktop.storage.lean import tellings

        return tellings(self._connection, f"WHERE {within(first, last)}")

    def points_around(self, first: date, last: date) -> list[Point]:
        """The points of these local days, oldest first, with a few before and after: see `days.points_around`."""
        from reconnect_desktop.storage.days import points_around

        return points_around(self._connection, first, last)

    def months(self) -> list[Month]:
        """The months with anything in them, newest first. Raises JournalDamaged."""
        from reconnect_desktop.storage.days import months

        return months(self._connection)

    def versions(self, letter_id: str) -> list[LetterVersion]:
        """What was set aside of this letter, oldest first."""
        sql = f"{self._sql[VERSIONS.name].select} WHERE letter = ? ORDER BY {VERSIONS.order}"
        return self._read(VERSIONS, sql, (letter_id,))

    def beginning_with(self, prefix: str) -> list[Interaction]:
        """The interactions whose id begins with `prefix` (two at most: more are as good as many)."""
        sql = f"{self._sql[INTERACTIONS.name].select} WHERE id >= ? AND id < ? ORDER BY id LIMIT 2"
        return self._read(INTERACTIONS, sql, (prefix, prefix + "\U0010ffff"))

    def sources(self) -> set[str]:
        """Where interactions came from; "" among them if some were typed by hand."""
        with told():
            return {row[0] for row in self._connection.execute("SELECT DISTINCT source FROM interactions")}

    def source_keys(self) -> list[tuple[str, str]]:
        """(source, key) of all that was imported, as often as it is there."""
        with told():
            return list(
                self._connection.execute("SELECT source, source_key FROM interactions WHERE source <> ''")
            )

    def ids(self, record_type: type[Record]) -> set[str]:
        """The ids of all records of this type."""
        with told():
            return {row[0] for row in self._connection.execute(f"SELECT id FROM {TABLES[record_type].name}")}

    def tag_lists(self) -> list[str]:
        """The tags of each interaction that has some, one per line."""
        with told():
            return [
                row[0] for row in self._connection.execute("SELECT tags FROM interactions WHERE tags <> ''")
            ]

    def all(self, record_type: type[R]) -> list[R]:
        """All records of this type, oldest first."""
        table = TABLES[record_type]
        return self._read(table, f"{self._sql[table.name].select} ORDER BY {table.order}")

    def get(self, record_type: type[R], record_id: str) -> R | None:
        """The record with this id, if there is one."""
        table = TABLES[record_type]
        found = self._read(table, f"{self._sql[table.name].select} WHERE id = ?", (record_id,))
        return found[0] if found else None

    def count(self) -> int:
        """The number of interactions. Raises JournalDamaged."""
        with told():
            held = self._connection.execute("SELECT rows FROM tallies WHERE name = 'interactions'").fetchone()
        if held is None or not isinstance(held[0], int):
            raise JournalDamaged
        return held[0]

    def draft(self, of: str) -> dict[str, object] | None:
        """What was being written there, if anything."""
        import json

        with told():
            held = self._connection.execute("SELECT content FROM drafts WHERE id = ?", (of,)).fetchone()
        try:
            return json.loads(held[0]) if held else None
        except (ValueError, TypeError):
            raise JournalDamaged from None

    def save_draft(self, of: str, draft: dict[str, object] | None) -> None:
        """Keep what is being written there, or forget it (None), inside a transaction."""
        import json

        sql = "DELETE FROM drafts WHERE id = ? RETURNING checksum"
        gone = [row[0] for row in self._connection.execute(sql, (of,)).fetchall()]
        added = []
        if draft is not None:
            row = (of, json.dumps(draft))
            added = [checksum(row)]
            sql = "INSERT INTO drafts (id, content, checksum) VALUES (?, ?, ?)"
            self._connection.execute(sql, (*row, *added))
        move_tally(self._connection, "drafts", added=added, gone=gone)

    def _read(self, table: Table[R], sql: str, values: tuple[object, ...] = ()) -> list[R]:
        with told():
            rows = self._connection.execute(sql, values).fetchall()
        try:
            with kept_if_many(len(rows)):
                return [table.from_row(row) for row in rows]
        except (Invalid, ValueError, TypeError, AttributeError):
            raise JournalDamaged from None


class _Statements:
    """The SQL of one table, made once from its columns."""

    def __init__(self, table: Table[Any]) -> None:
        names = ", ".join(f'"{column}"' for column in table.columns)
        marks = ", ".join("?" * (len(table.columns) + 1))
        self.select = f"SELECT {names} FROM {table.name}"
        self.one = f"SELECT {names}, checksum FROM {table.name} WHERE id = ?"
        self.insert = (
            f"INSERT INTO {table.name} ({names}, checksum) VALUES ({marks}) ON CONFLICT (id) DO NOTHING"
        )
        sets = ", ".join(f'"{column}" = ?' for column in (*table.columns, "checksum"))
        self.update = f"UPDATE {table.name} SET {sets} WHERE id = ?"
        self.delete = f"DELETE FROM {table.name} WHERE id = ?"
