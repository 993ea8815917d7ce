"""One letter's way into the journal, from whichever thread: what is typed is the newest, and nothing is overwritten."""

from __future__ import annotations

import threading
from collections import deque
from typing import Protocol, TypeVar

from reconnect_desktop.clock import Clock
from reconnect_desktop.domain.action import Action, Applied
from reconnect_desktop.domain.change import Change, add, delete, edit
from reconnect_desktop.domain.errors import ChangedMeanwhile
from reconnect_desktop.domain.letter_versions import (
    PARTS,
    Written,
    begins_sitting,
    cuts_much,
    is_blank,
    newest_first,
    thinned,
    version_of,
    written,
)
from reconnect_desktop.domain.records import Letter, LetterVersion, Record

R = TypeVar("R", bound=Record)

_TRIES = 5  # against others who change the same letter at the same moment


class Door(Protocol):
    """As much of the journal as letters need."""

    now: Clock

    def new_id(self) -> str: ...  # noqa: D102 - as in Journal
    def get(self, record_type: type[R], record_id: str) -> R | None: ...  # noqa: D102
    def versions(self, letter_id: str) -> list[LetterVersion]: ...  # noqa: D102
    def keep(self, *changes: Change) -> Applied: ...  # noqa: D102
    def apply(self, action: Action, *changes: Change) -> Applied: ...  # noqa: D102


def versions_of(journal: Door, letter_id: str) -> list[LetterVersion]:
    """What was set aside of this letter, newest first."""
    return newest_first(journal.versions(letter_id))


def delete_letter(journal: Door, letter_id: str) -> None:
    """Delete it with its versions, as one step to undo. Raises UserErrors."""
    letter = journal.get(Letter, letter_id)
    if letter is not None:
        journal.apply(
            Action.LETTER, delete(letter), *(delete(one) for one in versions_of(journal, letter_id))
        )


class LetterDesk:
    """Writes what was offered last.

    letter: as the journal has it; None for one that is begun, which is written once something stands in it.
    """

    def __init__(self, journal: Door, letter: Letter | None, suggestion: str = "") -> None:
        self._journal = journal
        self._stored = letter
        self._suggestion = suggestion
        self._offered: Written = written(letter) if letter is not None else ("",) * len(PARTS)
        self._turn = threading.Lock()
        self._own: deque[Letter] = deque(maxlen=64)
        self.id = letter.id if letter is not None else journal.new_id()

    @property
    def stored(self) -> Letter | None:
        """The letter as this desk knows it to be in the journal."""
        return self._stored

    @property
    def has_unkept(self) -> bool:
        """Whether what was offered is not in the journal yet."""
        stored = self._stored
        return not is_blank(self._offered) if stored is None else self._offered != written(stored)

    def is_own(self, record: Record) -> bool:
        """Whether this is the letter as this desk wrote it."""
        return any(record is one for one in self._own)

    def offer(self, parts: Written) -> None:
        """What stands in the letter now; for the next `write`."""
        self._offered = parts

    def write(self, *, aside: bool = False) -> None:
        """Make what was offered durable; aside: and what was there before a version, whenever that was.

        What somebody else made of the letter meanwhile becomes a version. Raises UserErrors; then nothing has changed.
        """
        with self._turn:
            for _ in range(_TRIES):
                mine = self._mine()
                changes = self._changes(mine, aside=aside)
                if not changes:
                    return
                self._own.append(mine)
                try:
                    self._journal.keep(*changes)
                except ChangedMeanwhile:
                    continue
                self._stored = mine
                return
            raise ChangedMeanwhile

    def set_aside(self) -> None:
        """Make a version of the letter as it is. Raises UserErrors."""
        self.write()
        with self._turn:
            there = self._journal.get(Letter, self.id)
            changes = self._version(there) if there is not None else []
            if changes:
                self._journal.keep(*changes)

    def _mine(self) -> Letter:
        """The letter as it is to be. Raises Invalid."""
        now = self._journal.now()
        there = self._journal.get(Letter, self.id) or self._stored
        begun, suggestion = (there.begun, there.suggestion) if there else (now, self._suggestion)
        parts = dict(zip(PARTS, self._offered, strict=True))
        return Letter(id=self.id, begun=begun, changed=now, suggestion=suggestion, **parts)

    def _changes(self, mine: Letter, *, aside: bool) -> list[Change]:
        there, stored = self._journal.get(Letter, self.id), self._stored
        if not self.has_unkept:
            return []
        if there is None:
            return [add(mine)]
        if written(there) == written(mine):
            self._stored = there
            return []
        if aside or there != stored or begins_sitting(there, mine.changed) or cuts_much(there, written(mine)):
            return [edit(there, mine), *self._version(there)]
        return [edit(there, mine)]

    def _version(self, there: Letter) -> list[Change]:
        """The changes that set this aside, unless nothing stands in it or the newest version is the same."""
        before = versions_of(self._journal, self.id)
        if is_blank(written(there)) or (before and written(before[0]) == written(there)):
            return []
        version = version_of(there, self._journal.new_id(), self._journal.now())
        return [add(version), *(delete(one) for one in thinned([version, *before]))]
