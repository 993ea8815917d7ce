"""Looks after the journal while nobody waits for it: backups, an old one looked at again, and what about its place is worth a word."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reconnect_desktop.domain.errors import ChangedMeanwhile, JournalDamaged, UserError
from reconnect_desktop.domain.notices import Notice
from reconnect_desktop.views.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable

    from reconnect_desktop.journal import Journal

SETTLED = 10_000  # milliseconds after the journal was found whole
_AFTER = 2_000  # milliseconds after a change, so that several in a row are one
_PATIENCE = 8.0  # seconds that the end of the program may wait for the last backup


class Upkeep(QObject):
    """Works beside everything else.

    noticed: a Notice. damaged: an old backup turned out damaged. unsaved: the UserError that kept a backup from being made,
    once until one is made. not_whole: the JournalDamaged that the first look at the journal had not met.
    """

    noticed = Signal(object)
    damaged = Signal()
    unsaved = Signal(object)
    not_whole = Signal(object)

    def __init__(
        self, background: Background, journal: Callable[[], Journal | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._background, self._journal = background, journal
        self._told: type[Exception] | None = None
        self._began = False
        self._tight = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER)
        self._later.timeout.connect(self._back_up)

    def begin(self) -> None:
        """The journal is open and whole; the first time, look around soon."""
        if not self._began:
            self._began = True
            QTimer.singleShot(SETTLED, self, self.look_around)

    def look_around(self) -> None:
        """Look at an old backup, and at the place of the journal; `begin` does."""
        journal = self._journal()
        if journal is not None:
            beside = self._background.beside()
            beside.run(lambda: _notices(journal), self._tell_notices, self._ignore)
            beside.run(lambda: _is_one_damaged(journal), self._tell_damaged, self._ignore)

    def note_change(self) -> None:
        """Something was written: the first change of a day is followed by a backup. If it took the room kept for it, that is told."""
        journal = self._journal()
        if journal is not None and journal.used_reserve and not self._tight:
            self._tight = True
            self.noticed.emit(Notice.DISK_NEARLY_FULL)
        if not self._later.isActive():
            self._later.start()

    def _back_up(self) -> None:
        journal = self._journal()
        if journal is not None:
            self._background.beside().run(
                lambda: _back_up_if_due(journal), self._backed_up, self._not_backed_up
            )

    def _backed_up(self, _made: object) -> None:
        self._told = None

    def _not_backed_up(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        if self._journal() is None or isinstance(error, ChangedMeanwhile):
            return  # it was locked, or encrypted anew, meanwhile: the next change asks again
        if isinstance(error, JournalDamaged):
            self.not_whole.emit(error)
        elif type(error) is not self._told:
            self._told = type(error)
            self.unsaved.emit(error)

    def _tell_notices(self, found: tuple[Notice, ...]) -> None:
        for notice in found:
            self.noticed.emit(notice)

    def _tell_damaged(self, is_damaged: bool) -> None:
        if is_damaged:
            self.damaged.emit()

    def _ignore(self, error: Exception) -> None:
        """The next start looks again; nobody has to do anything about it."""
        if not isinstance(error, UserError):
            raise error


def back_up_last(journal: Journal) -> None:
    """A backup of what changed since the last one, before the journal is closed. What is in the way is in the way.

    Then is the time to compare the search's words with the entries, too: it takes a while, and nobody waits.
    """
    from reconnect_desktop.backing_up import back_up_at_exit

    with suppress(UserError):
        if back_up_at_exit(journal) is not None:
            journal.mend_search()


def back_up_at_the_end(journal: Journal) -> bool:
    """The same at the end of the program, which waits some seconds at most; whether that was enough."""
    thread = threading.Thread(target=lambda: back_up_last(journal), name="last backup", daemon=True)
    thread.start()
    thread.join(_PATIENCE)
    return not thread.is_alive()


def _back_up_if_due(journal: Journal) -> object:
    from reconnect_desktop.backing_up import back_up_if_due

    return back_up_if_due(journal)


def _is_one_damaged(journal: Journal) -> bool:
    from reconnect_desktop.backing_up import verify_an_old_one

    seen = verify_an_old_one(journal)
    return seen is not None and seen.damaged


def _notices(journal: Journal) -> tuple[Notice, ...]:
    from reconnect_desktop.storage.surroundings import notices

    newest = max((one.logged for one in journal.recent()), key=lambda moment: moment.timestamp, default=None)
    return notices(journal.folder, newest, journal.now())
