"""Lets the journal in and out: opens it, asks for what unlocks it, and closes it again while its lock is kept."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from reconnect_desktop.views.background import Background
from reconnect_desktop.views.locking.recalling import Recalling

if TYPE_CHECKING:
    from reconnect_desktop.domain.errors import UserError
    from reconnect_desktop.journal import Journal
    from reconnect_desktop.views.opening import ClosedJournal

T = TypeVar("T")
Open = Callable[[], "Journal"]


class Doorkeeper(QObject):
    """Everything but `run` is for the GUI thread.

    opened: the Journal, for windows to show. held: it is encrypted, and nobody is asked until a window is shown.
    asked: what unlocks it is needed. refused: the UserError that what was typed met
    with. damaged: the UserError that tells of a journal to be rescued, and its data key, if that is known; it is
    `closed`, and so it stays while `trouble` is that error. failed: what else was in the way of opening.
    locked: the journal is closed, and its key forgotten.
    """

    opened = Signal(object)
    held = Signal()
    asked = Signal()
    refused = Signal(object)
    failed = Signal(object)
    damaged = Signal(object, object)
    locked = Signal()

    def __init__(self, background: Background, open_journal: Open, parent: QObject) -> None:
        super().__init__(parent)
        self._background, self._open_journal = background, open_journal
        self.journal: Journal | None = None  # for windows to show
        self.closed: ClosedJournal | None = None  # while it is locked, or damaged
        self.trouble: UserError | None = None  # while it is damaged, or once it is deleted
        self._door = threading.Lock()  # held by whoever opens, closes, or runs a command
        self._inside: Journal | None = None  # what is open, even if no window knows it yet, or any more
        self._leaving = False
        self._asks = False  # rather than recall
        self._unseen = False  # no window was shown yet: nobody is to be asked, the keyring neither
        self._under_way = False
        self._turn = 0  # what was begun in an earlier one comes too late
        self._recalling = Recalling(self)
        self._recalling.recalled.connect(self._take_recalled)
        self._recalling.tired.connect(self._lose_patience)

    # In

    def open(self, *, unseen: bool = False) -> None:
        """Open the journal, unless that is done, under way, or needs more than that, or it is just being closed.

        A damaged one may be whole again. unseen: there is no window yet; the first that comes opens it again.
        """
        was_unseen, self._unseen = self._unseen, unseen
        if was_unseen and self.closed is not None and self.trouble is None:
            self._recall(self.closed)
        elif self.trouble is not None:
            if self.closed is None or self._under_way:
                return
            self._begin(partial(self.closed.open_anew, self._open_journal), self._not_opened)
            self.closed = self.trouble = None
        elif self.journal is None and self.closed is None and not (self._under_way or self._leaving):
            self._begin(self._open_journal, self._not_opened)

    def unlock(self, typed: str) -> None:
        """Open it with its passphrase or recovery key."""
        closed = self.closed
        if closed is not None and not self._under_way:
            self._begin(lambda: closed.unlock(typed), self._not_unlocked)

    def cancel(self) -> None:
        """What is being unlocked shall stay locked: if it comes, it goes at once, and the passphrase is asked for."""
        self._asks = True
        if self.closed is not None:
            self._turn += 1
            self._under_way = False

    def _begin(self, opening: Open, otherwise: Callable[[Exception], None]) -> None:
        self._under_way = True
        turn = self._turn

        def let_in() -> Journal:
            with self._door:
                if self._inside is not None:
                    self._inside.let_go()  # one that came too late
                self._inside = None
                self._inside = opening()
                return self._inside

        def failed(error: Exception) -> None:
            if turn == self._turn:
                self._under_way = False
                otherwise(error)

        self._background.run(let_in, partial(self._take, turn), failed)

    def _take(self, turn: int, journal: Journal) -> None:
        if turn != self._turn:
            self._background.run(partial(self._send_away, journal), lambda _: None, self.failed.emit)
            return
        self._under_way, self._asks, self.closed, self.trouble = False, False, None, None
        self.journal = journal
        self.opened.emit(journal)

    def _send_away(self, journal: Journal) -> None:
        with self._door:
            if self._inside is journal:
                self._inside = None
                journal.let_go()

    def _not_opened(self, error: Exception) -> None:
        from reconnect_desktop.views.opening import PassphraseNeeded, RescueNeeded

        if isinstance(error, RescueNeeded):
            self.closed = error.closed
            self._tell_damaged(error.trouble, error.key)
            return
        if not isinstance(error, PassphraseNeeded):
            self.failed.emit(error)
            return
        self.closed = error.closed
        if self._unseen:
            self.held.emit()
        elif self._asks:
            self.asked.emit()
        else:
            self._recall(error.closed)

    def _not_unlocked(self, error: Exception) -> None:
        from reconnect_desktop.domain.errors import WrongPassphrase
        from reconnect_desktop.views.opening import RescueNeeded

        if isinstance(error, RescueNeeded):
            self._tell_damaged(error.trouble, error.key)
        else:
            (self.refused if isinstance(error, WrongPassphrase) else self.failed).emit(error)

    # Damaged

    def give_up(self, trouble: UserError) -> None:
        """Close the journal, which no window shows any more: it was found damaged."""
        key = self.journal.key if self.journal is not None else None

        def closed(left: tuple[ClosedJournal, Exception | None]) -> None:
            self.closed, self._leaving = left[0], False
            self._tell_damaged(trouble, key)

        self._leaving, self.journal = True, None
        self._background.run(lambda: self._let_out(lambda _journal: None), closed, self._not_left)

    def admit(self, key: bytes | None) -> None:
        """Open the journal that was put in the place of the damaged one."""
        closed = self.closed
        if closed is not None and not self._under_way:
            self._begin(lambda: closed.open(key), self._not_unlocked)

    def _tell_damaged(self, trouble: UserError, key: bytes | None) -> None:
        self.trouble = trouble
        self.damaged.emit(trouble, key)

    # Remembered

    def _recall(self, closed: ClosedJournal) -> None:
        """Look whether this computer remembers the key."""
        self._recalling.ask(closed.folder, self._turn)

    def _take_recalled(self, turn: int, key: bytes | None) -> None:
        closed = self.closed
        if turn != self._turn or closed is None or self._under_way:
            return
        if key is None:
            self.asked.emit()
        else:
            self._begin(lambda: closed.open(key), lambda _error: self.asked.emit())

    def _lose_patience(self, turn: int) -> None:
        if turn == self._turn and self.closed is not None and not self._under_way:
            self.asked.emit()

    # Out

    def lock(self, before: Callable[[Journal], object]) -> None:
        """Close the journal, which no window shows any more. before: what is still done with it, in the background."""
        self._leaving, self.journal = True, None
        self._background.run(lambda: self._let_out(before), self._leave, self._not_left)

    def _let_out(self, before: Callable[[Journal], object]) -> tuple[ClosedJournal, Exception | None]:
        from reconnect_desktop.views.opening import ClosedJournal

        with self._door:
            journal, self._inside = self._inside, None
            assert journal is not None
            trouble = None
            try:
                before(journal)
            except Exception as error:  # noqa: BLE001 - whatever it is, the journal is to be closed
                trouble = error
            return ClosedJournal(journal.folder, journal.let_go(), journal.now), trouble

    def _leave(self, left: tuple[ClosedJournal, Exception | None]) -> None:
        from reconnect_desktop.domain.errors import UserError
        from reconnect_desktop.views.locking.putting_away import clear_memory

        self.closed, trouble = left
        self._leaving, self._asks = False, True
        clear_memory()
        self.locked.emit()
        if trouble is not None and not isinstance(trouble, UserError):
            raise trouble

    def _not_left(self, error: Exception) -> None:
        self._leaving = False
        self.failed.emit(error)

    def take_away(
        self,
        delete: Callable[[Journal], T],
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None],
    ) -> None:
        """Have the journal closed and deleted, which no window shows any more. None is opened afterwards."""
        from reconnect_desktop.domain.errors import JournalGone

        self._leaving, self.journal, self.trouble = True, None, JournalGone()

        def take() -> T:
            with self._door:
                journal, self._inside = self._inside, None
                assert journal is not None
                return delete(journal)

        self._background.run(take, then, otherwise)

    def run(self, passphrase: str | None, command: Callable[[Journal], T]) -> T | None:
        """What `command` makes of the journal, from whichever thread; None if it is locked and no passphrase was given.

        With one, it is opened for the command alone, and stays locked. Raises WrongPassphrase, what opening raises, and
        what is wrong with a damaged one.
        """
        with self._door:
            if self.trouble is not None:
                raise self.trouble
            if self._inside is not None and not self._leaving:
                return command(self._inside)
            closed = self.closed
            if closed is None or (passphrase is None and not closed.is_plain()):
                return None
            journal = _unlocked(closed, passphrase or "")
            try:
                return _looked_after(journal, command)
            finally:
                journal.let_go()

    def close(self, last: Callable[[Journal], bool] | None = None) -> None:
        """At the end of the program. last: what is still done with an open journal; whether it is done with it."""
        with self._door:
            if self._inside is not None:
                if last is None or last(self._inside):
                    self._inside.close()
            elif self.closed is not None:
                self.closed.lock.release()


def _looked_after(journal: Journal, command: Callable[[Journal], T]) -> T:
    """What `command` makes of a journal that is open for it alone; the first change of a day is followed by a backup."""
    from reconnect_desktop.backing_up import back_up_if_due
    from reconnect_desktop.domain.errors import UserError

    changed: list[object] = []
    journal.listen(changed.append)
    done = command(journal)
    if changed:
        with suppress(UserError):  # the next change, or the end, brings another occasion
            back_up_if_due(journal)
    return done


def _unlocked(closed: ClosedJournal, passphrase: str) -> Journal:
    """The journal, opened for a command. Raises UserErrors alone."""
    from reconnect_desktop.views.opening import RescueNeeded

    try:
        return closed.unlock(passphrase)
    except RescueNeeded as needed:
        raise needed.trouble from None
