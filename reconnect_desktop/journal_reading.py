"""What of the open journal only reads; `journal.Journal` is this and the writing."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from time import sleep
from typing import TYPE_CHECKING, TypeVar

from reconnect_desktop.clock import Clock
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.errors import NotFound
from reconnect_desktop.domain.interaction import Interaction
from reconnect_desktop.domain.records import (
    RECORD_TYPES,
    LetterVersion,
    MoodCheckIn,
    Pause,
    Record,
    Setting,
    Try,
)
from reconnect_desktop.domain.settings import RATING_LEFT_UNTIL, RHYTHM, Declared
from reconnect_desktop.language import said_value
from reconnect_desktop.storage.connection import Connection
from reconnect_desktop.storage.history import IN_FORCE, UNDONE, History
from reconnect_desktop.storage.store import Store

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from reconnect_desktop.domain.contacts import Contact
    from reconnect_desktop.domain.filter import Filter
    from reconnect_desktop.domain.months import Month
    from reconnect_desktop.domain.rating import Unrated
    from reconnect_desktop.domain.tellings import Telling
    from reconnect_desktop.domain.trends.sources import Point, Sources

T = TypeVar("T")
R = TypeVar("R", bound=Record)
Timed = TypeVar("Timed", Interaction, MoodCheckIn)

Draft = dict[str, object]
QUICK_ADD = "quick_add"  # where a draft is written, if nothing else is said


class JournalReading:
    """Every method may be called from any thread.

    What needs no query put together at run time does not load SQLAlchemy (docs/decisions/0002).
    """

    def __init__(self, connection: Connection, clock: Clock, session: str) -> None:
        self.now: Clock = clock
        self._session = session
        self._turn = threading.RLock()
        self._use(connection)

    def _use(self, connection: Connection) -> None:
        """Read from here, and from now on from nowhere else."""
        self._connection = connection
        self._store = Store(connection)
        self._history = History(connection, self._session)
        self._engine: Engine | None = None

    @contextmanager
    def held(self) -> Iterator[Connection]:
        """The connection, while it is nobody else's turn: for what copies the file as a whole."""
        with self._turn:
            yield self._connection

    def give_way(self) -> None:
        """Let others have their turn for a moment, from within `held`."""
        self._turn.release()
        try:
            sleep(0.0005)  # without it, the one who let go is the first to have it again
        finally:
            self._turn.acquire()

    def recent(self, most: int = 200, until: date | None = None) -> list[Interaction]:
        """The newest interactions, newest first; those up to and with the day `until`, if one is given."""
        with self._turn:
            return self._store.recent(most, until)

    def interactions(self) -> list[Interaction]:
        """All interactions, newest first."""
        with self._turn:
            return self._store.interactions()

    def contacts(self) -> list[Contact]:
        """All interactions, oldest first, as lean as `domain.signals` needs them: 22,000 in some tens of ms."""
        with self._turn:
            return self._store.contacts()

    def points(self) -> list[Point]:
        """All interactions, oldest first, as lean as the charts need them: 22,000 in some tens of ms."""
        with self._turn:
            return self._store.points()

    def trend_sources(self) -> Sources:
        """All that the charts are made from, as of today; interactions of later days are left out."""
        from reconnect_desktop.domain.trends.sources import Sources

        today = self.now().day
        tomorrow = datetime.combine(today, time.min) + timedelta(days=1)
        with self._turn:
            return Sources(
                today=today,
                points=tuple(point for point in self.points() if point.local < tomorrow),
                moods=tuple(self.all(MoodCheckIn)),
                pauses=tuple(self.all(Pause)),
                tries=tuple(self.all(Try)),
                rhythm=self.setting(RHYTHM),
            )

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

    def moods_since(self, day: date) -> list[MoodCheckIn]:
        """The mood check-ins of this day and later ones, oldest first."""
        with self._turn:
            return self._store.moods_since(day)

    def between(self, record_type: type[Timed], first: date, last: date) -> list[Timed]:
        """The interactions, or the mood check-ins, of the local days from `first` to `last`, both included, oldest first."""
        with self._turn:
            return self._store.between(record_type, first, last)

    def tellings(self, first: date, last: date) -> list[Telling]:
        """The interactions of these local days as looking for contacts told twice needs them, oldest first."""
        with self._turn:
            return self._store.tellings(first, last)

    def points_around(self, first: date, last: date) -> list[Point]:
        """The points of these local days, oldest first, and the last 4, the last 4 rated before, the first 4 rated after."""
        with self._turn:
            return self._store.points_around(first, last)

    def months(self) -> list[Month]:
        """The months with anything in them, newest first."""
        with self._turn:
            return self._store.months()

    def versions(self, letter_id: str) -> list[LetterVersion]:
        """What was set aside of this letter, oldest first."""
        with self._turn:
            return self._store.versions(letter_id)

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

    def sources(self) -> set[str]:
        """Where interactions came from: names of formats; "" among them if some were typed by hand."""
        with self._turn:
            return self._store.sources()

    def unrated(self, most: int) -> Unrated:
        """Imported interactions without a closeness that may be asked for: counted, and `most` of the newest."""
        until = self.setting(RATING_LEFT_UNTIL)
        with self._turn:
            return self._store.unrated(until, most)

    def tags(self) -> list[str]:
        """All tags in use, the most used first."""
        with self._turn:
            lists = self._store.tag_lists()
        counted = Counter(tag for tags in lists for tag in tags.split("\n"))
        return [tag for tag, _ in counted.most_common()]

    def setting(self, declared: Declared[T]) -> T:
        """What was chosen for this setting, or its default; her name as one says it in the language."""
        kept = self.get(Setting, declared.id)
        return said_value(declared, {kept.id: kept.value} if kept else {})

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

    def draft(self, of: str = QUICK_ADD) -> Draft | None:
        """What was being written in quick add, or elsewhere, if anything."""
        with self._turn:
            return self._store.draft(of)
