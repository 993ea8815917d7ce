"""The file of the open journal: its lock, whether it is whole and in its place, and the one way to write to it."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, Self, cast

from reconnect_desktop.clock import Clock
from reconnect_desktop.domain.errors import DiskFull, JournalDamaged, JournalLocked, UserError
from reconnect_desktop.journal_reading import JournalReading
from reconnect_desktop.storage import reserve
from reconnect_desktop.storage.check import check
from reconnect_desktop.storage.connection import FILE_NAME, Away, Connection, connect
from reconnect_desktop.storage.leftovers import tidy
from reconnect_desktop.storage.lock import LOCK_NAME, Lock
from reconnect_desktop.storage.mending import mend_search
from reconnect_desktop.storage.migrations import bring_up_to_date
from reconnect_desktop.storage.place import Place, known
from reconnect_desktop.storage.trouble import told

if TYPE_CHECKING:
    from reconnect_desktop.domain.filter import Filter


class JournalFile(JournalReading):
    """What is read of a journal, and the file that it is in; `journal.Journal` is this and what a user does with it."""

    def __init__(
        self, folder: Path, lock: Lock, connection: Connection, clock: Clock, key: bytes | None
    ) -> None:
        self.folder = folder
        super().__init__(connection, clock, self.new_id())
        self.key = key
        self.used_reserve = False  # the disk was full, and what was kept for that moment is used up
        self._held = lock
        self._checking = threading.Lock()
        self._checked = False

    @classmethod
    def open(cls, folder: Path, clock: Clock, key: bytes | None = None, *, held: Lock | None = None) -> Self:
        """Open the journal in `folder`, making folder (0700) and journal (0600) where there are none.

        key: the 32-byte data key of an encrypted journal, as `unlocking.unlock` tells it. held: its lock, where
        this process has it already, as from `let_go`; it stays held if the journal can't be opened.
        Raises JournalBusy, JournalTooNew (the file stays as it is), NotAJournal, JournalLocked, KeysDamaged, JournalDamaged,
        JournalMissing, ReadOnly, DiskFull, DiskTrouble.
        """
        with told():
            if not folder.is_dir():
                from reconnect_desktop.durable import make_folder

                make_folder(folder)
        lock = held or Lock(folder / LOCK_NAME)
        try:
            with told(), known(folder):
                connection = connect(folder / FILE_NAME, key)
            try:
                tidy(folder, key)
                bring_up_to_date(connection, partial(_before_migration, folder, connection, key, clock))
                return cls(folder, lock, connection, clock, key)
            except BaseException:
                connection.close()
                raise
        except BaseException:
            if held is None:
                lock.release()
            raise

    def _use(self, connection: Connection) -> None:
        super()._use(connection)
        self._place = Place(self.folder)
        self._damaged = False  # found later than at the first look, which leaves out what takes long

    def check(self) -> None:
        """Make sure that all is as it was written; every write waits for this. Raises JournalDamaged."""
        with self._checking:
            if self._damaged:
                raise JournalDamaged
            if self._checked:
                return
            steps, of = check(self._connection), self._connection
            while not self._checked:
                with self._turn:
                    if of is not self._connection:
                        steps, of = check(self._connection), self._connection
                    if next(steps, self) is self:
                        self._checked = True
        reserve.keep(self.folder)

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """The turn, on a journal that was found whole. What is written while others look would seem to be damage."""
        while True:
            self.check()  # not in one's own turn, which whoever looks is waiting for
            with self._turn:
                if self._checked:  # or the file was replaced meanwhile
                    yield
                    return

    def mend_search(self) -> bool:
        """Compare the search's words with the entries, and make them anew where they are not right; whether that was so.

        Some 0.4 s with 22,000 interactions. Raises JournalDamaged where more is wrong; then nothing is written any more.
        """
        with self._whole():
            self._place.make_sure()
            return self._mend_search()

    def _mend_search(self) -> bool:
        try:
            return mend_search(self._connection, self._store)
        except JournalDamaged:
            self._damaged = True
            raise

    def find(self, wanted: Filter) -> list[str]:
        """The ids of the interactions that fit, newest first."""
        try:
            return super().find(wanted)
        except JournalDamaged:
            if not self.mend_search():
                raise
            return super().find(wanted)

    def close(self) -> None:
        """Let go of the file and the lock. Nothing is unsaved: every write was durable."""
        self.let_go().release()

    def let_go(self) -> Lock:
        """Let go of the file and the key, not of the lock, which is returned: nobody else comes in meanwhile.

        Whoever is late raises JournalLocked, or UserError where the journal has no passphrase.
        """
        with self._turn:
            self._connection.close()
            self._stand_in(partial(_refuse, UserError if self.key is None else JournalLocked))
            self.key = None
            return self._held

    def make_sure_of_place(self) -> None:
        """Raise JournalGone unless the file that was opened is still the one in the folder."""
        with self._turn:
            self._place.make_sure()

    def replace_file(self, swap: Callable[[], bytes | None]) -> None:
        """Close the file, let `swap` put another one in its place, and open that with the key it returns.

        swap: changes the file at once or, raising, not at all; its errors are passed on once the old file is open again.
        Raises JournalGone where the file is not in its place; then nothing is done. Where it can't be opened again, that is
        tried by the next who needs it, and told then.
        """
        with self._turn:
            self._place.make_sure()
            self._connection.close()
            try:
                self.key = swap()
            finally:
                self._stand_in(self._open_again)
                with suppress(UserError):
                    self._open_again()

    def _stand_in(self, find: Callable[[], Connection]) -> None:
        self._checked = False
        self._use(cast("Connection", Away(find)))

    def _open_again(self) -> Connection:
        if isinstance(self._connection, Away):
            with told(), known(self.folder):
                self._use(connect(self.folder / FILE_NAME, self.key))
        return self._connection

    def publish(self, address: str) -> None:
        """Say where this process can be reached by a second start."""
        self._held.publish(address)

    @staticmethod
    def new_id() -> str:
        """An id that no record has: 16 hexadecimal digits by chance."""
        return os.urandom(8).hex()

    def _write(self, work: Callable[[], object]) -> None:
        """One transaction, on a journal that was found whole and is in its place.

        It is tried once more where the disk was full and there is a reserve to give up, or the search's words were damaged.
        """
        with self._whole():
            self._place.make_sure()
            try:
                return self._in_transaction(work)
            except DiskFull:
                if not reserve.give_up(self.folder):
                    raise
                self.used_reserve = True
            except JournalDamaged:
                if not self._mend_search():
                    raise
            return self._in_transaction(work)

    def _in_transaction(self, work: Callable[[], object]) -> None:
        with self._store.transaction():
            work()


def _refuse(error: type[UserError]) -> NoReturn:
    raise error


def _before_migration(folder: Path, connection: Connection, key: bytes | None, clock: Clock) -> None:
    from reconnect_desktop.backing_up import back_up_for_migration

    back_up_for_migration(folder, connection, key, clock().timestamp)
