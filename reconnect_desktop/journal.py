"""The one door to the journal, for the command line and for every view.

It owns the transaction, the history and the lock, speaks in values, and tells its listeners what changed.
Every method may be called from any thread. What needs no query put together at run time does not
load SQLAlchemy (docs/decisions/0002).
"""

from __future__ import annotations

import os
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reconnect_desktop.clock import Clock
from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.domain.change import Change, check_when, inverse
from reconnect_desktop.domain.errors import NotFound, NothingToRedo, NothingToUndo
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import RECORD_TYPES, MoodCheckIn, Record, Setting
from reconnect_desktop.domain.settings import Declared, value_of
from reconnect_desktop.domain.when import When
from reconnect_desktop.storage.check import check
from reconnect_desktop.storage.connection import Connection, connect
from reconnect_desktop.storage.history import IN_FORCE, UNDONE, History
from reconnect_desktop.storage.lock import Lock
from reconnect_desktop.storage.migrations import bring_up_to_date
from reconnect_desktop.storage.store import Store
from reconnect_desktop.storage.trouble import told

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from reconnect_desktop.domain.filter import Filter
    from reconnect_desktop.exchange.bringing_in import BroughtIn
    from reconnect_desktop.exchange.draft import Found

T = TypeVar("T")
R = TypeVar("R", bound=Record)

Draft = dict[str, object]
KEPT: Draft = {}  # stands for: leave the draft as it is

FILE_NAME = "journal.db"
LOCK_NAME = "lock"


class Journal:
    """An open journal. Made by `Journal.open`; no second one can be open on the same folder."""

    def __init__(self, folder: Path, lock: Lock, connection: Connection, clock: Clock) -> None:
        self.folder = folder
        self.now: Clock = clock
        self._held = lock
        self._connection = connection
        self._store = Store(connection)
        self._session = self.new_id()
        self._history = History(connection, self._session)
        self._engine: Engine | None = None
        self._listeners: list[Callable[[Applied], None]] = []
        self._turn = threading.RLock()
        self._checking = threading.Lock()
        self._importing = threading.Lock()
        self._checked = False
        self._purged_on: date | None = None

    @classmethod
    def open(cls, folder: Path, clock: Clock, key: bytes | None = None) -> Journal:
        """Open the journal in `folder`, making folder (0700) and journal (0600) where there are none.

        key: the 32-byte data key of an encrypted journal. Raises JournalBusy, JournalTooNew (the file stays
        as it is), NotAJournal, JournalLocked, JournalDamaged, ReadOnly, DiskFull, DiskTrouble.
        """
        with told():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = Lock(folder / LOCK_NAME)
        try:
            connection = connect(folder / FILE_NAME, key)
            try:
                bring_up_to_date(connection)
                return cls(folder, lock, connection, clock)
            except BaseException:
                connection.close()
                raise
        except BaseException:
            lock.release()
            raise

    def check(self) -> None:
        """Make sure that all is as it was written; every write waits for this. Raises JournalDamaged."""
        with self._checking:
            steps = check(self._connection)
            while not self._checked:
                with self._turn:
                    if next(steps, self) is self:
                        self._checked = True

    def close(self) -> None:
        """Let go of the file and the lock. Nothing is unsaved: every write was durable."""
        with self._turn:
            self._connection.close()
            self._held.release()

    def publish(self, address: str) -> None:
        """Say where this process can be reached by a second start."""
        self._held.publish(address)

    def listen(self, listener: Callable[[Applied], None]) -> None:
        """Call `listener` after each commit, in the thread that wrote."""
        self._listeners.append(listener)

    @staticmethod
    def new_id() -> str:
        """An id that no record has: 16 hexadecimal digits by chance."""
        return os.urandom(8).hex()

    # Reading

    def recent(self, most: int = 200, until: date | None = None) -> list[Interaction]:
        """The newest interactions, newest first; those up to and with the day `until`, if one is given."""
        with self._turn:
            return self._store.recent(most, until)

    def interactions(self) -> list[Interaction]:
        """All interactions, newest first."""
        with self._turn:
            return self._store.interactions()

    def count(self) -> int:
        """The number of interactions."""
        with self._turn:
            return self._store.count()

    def find(self, wanted: Filter) -> list[str]:
        """The ids of the interactions that fit, newest first."""
        from reconnect_desktop.storage.search import find

        with self._turn:
            return find(self._sqlalchemy(), wanted)

    def warm_up(self) -> None:
        """Load what the first `find` needs, so that it need not wait for it."""
        with self._turn:
            self._sqlalchemy()

    def _sqlalchemy(self) -> Engine:
        from reconnect_desktop.storage.engine import engine_over

        if self._engine is None:
            self._engine = engine_over(self._connection)
        return self._engine

    def interaction(self, id_or_prefix: str) -> Interaction:
        """The one interaction whose id is, or begins with, this. Raises NotFound."""
        with self._turn:
            exact = self._store.get(Interaction, id_or_prefix)
            found = [exact] if exact else self._store.beginning_with(id_or_prefix)
        if not id_or_prefix or len(found) != 1:
            raise NotFound(len(found))
        return found[0]

    def moods_on(self, day: date) -> list[MoodCheckIn]:
        """The mood check-ins of one day, oldest first."""
        with self._turn:
            return self._store.moods_on(day)

    def get(self, record_type: type[R], record_id: str) -> R | None:
        """The record of this type with this id, if there is one."""
        with self._turn:
            return self._store.get(record_type, record_id)

    def all(self, record_type: type[R]) -> list[R]:
        """All records of this type, oldest first."""
        with self._turn:
            return self._store.all(record_type)

    def records(self) -> Iterator[Record]:
        """Everything, by type, oldest first."""
        for record_type in RECORD_TYPES:
            yield from self.all(record_type)

    def to_rate(self) -> list[Interaction]:
        """Imported interactions without a closeness, newest first."""
        with self._turn:
            return self._store.to_rate()

    def tags(self) -> list[str]:
        """All tags in use, the most used first."""
        with self._turn:
            lists = self._store.tag_lists()
        counted = Counter(tag for tags in lists for tag in tags.split("\n"))
        return [tag for tag, _ in counted.most_common()]

    def setting(self, declared: Declared[T]) -> T:
        """What was chosen for this setting, or its default."""
        kept = self.get(Setting, declared.id)
        return value_of(declared, {kept.id: kept.value} if kept else {})

    # Writing

    def apply(self, action: Action, *changes: Change, draft: Draft | None = KEPT) -> Applied:
        """Make these changes, durably and as one step to undo.

        draft: what is left in quick add afterwards, kept with the changes or not at all.

        Raises Invalid, ChangedMeanwhile, DiskFull, ReadOnly, DiskTrouble, JournalDamaged; then nothing has changed.
        """
        now = self.now()
        for change in changes:
            check_when(change, now)
        self.check()
        with self._turn, self._store.transaction():
            self._store.apply(changes)
            self._history.add(action, changes, now.timestamp)
            if draft is not KEPT:
                self._store.save_draft(draft)
            self._purge_daily(now)
        return self._tell(Applied(changes, action))

    def undo(self, *, any_session: bool = False) -> Applied:
        """Take the last step back: of this session, or whichever was last. Raises NothingToUndo."""
        return self._move(IN_FORCE, UNDONE, any_session=any_session)

    def redo(self, *, any_session: bool = False) -> Applied:
        """Do again what was undone last. Raises NothingToRedo."""
        return self._move(UNDONE, IN_FORCE, any_session=any_session)

    def undo_action(self) -> tuple[Action, int] | None:
        """What `undo` would take back in this session, and of how many interactions."""
        with self._turn:
            return self._history.action(IN_FORCE)

    def redo_action(self) -> tuple[Action, int] | None:
        """What `redo` would do again in this session, and of how many interactions."""
        with self._turn:
            return self._history.action(UNDONE)

    def recently_deleted(self) -> list[Record]:
        """What was deleted in the last 30 days and is still gone, newest deletion first."""
        with self._turn:
            gone = self._history.deleted(self.now().timestamp)
            there = {kind: self._store.ids(kind) for kind in {type(record) for record in gone}}
        return [record for record in gone if record.id not in there[type(record)]]

    def draft(self) -> Draft | None:
        """What was being written in quick add, if anything."""
        with self._turn:
            return self._store.draft()

    def save_draft(self, draft: Draft | None) -> None:
        """Keep what is being written, durably; None forgets it. No step of its own."""
        self.check()
        with self._turn, self._store.transaction():
            self._store.save_draft(draft)

    def bring_in(
        self,
        found: Iterable[Found],
        progress: Callable[[int], None] | None = None,
        *,
        dry_run: bool = False,
    ) -> BroughtIn:
        """Add what is new among `found`, all of it in one step to undo, or nothing.

        progress: called with the number of lines or records looked at; an exception it raises cancels.
        """
        from reconnect_desktop.exchange.bringing_in import Known, sort_out

        with self._importing:  # two at once would each add what the other has not yet
            with self._turn:
                ids = {kind: self._store.ids(kind) for kind in RECORD_TYPES}
                known = Known(self._store.source_keys(), ids)
            changes, result = sort_out(found, known, self.now(), progress)
            if changes and not dry_run:
                self.apply(Action.IMPORT, *changes)
        return result

    def _move(self, state: int, to: int, *, any_session: bool) -> Applied:
        self.check()
        with self._turn, self._store.transaction():
            step = self._history.last(state, any_session=any_session)
            if step is None:
                raise NothingToUndo if state == IN_FORCE else NothingToRedo
            changes = inverse(step.changes) if state == IN_FORCE else step.changes
            self._store.apply(changes)
            self._history.mark(step, to)
        return self._tell(Applied(changes, step.action, undone=state == IN_FORCE))

    def _purge_daily(self, now: When) -> None:
        if self._purged_on != now.day and self._history.purge(now.timestamp):
            self._store.gather_words()
        self._purged_on = now.day

    def _tell(self, applied: Applied) -> Applied:
        for listener in self._listeners:
            listener(applied)
        return applied
