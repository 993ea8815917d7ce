"""One month's own words on their way into the journal, from whichever thread."""

from __future__ import annotations

import threading
from collections import deque
from typing import NamedTuple, Protocol, TypeVar

from reconnect_desktop.clock import Clock
from reconnect_desktop.domain.action import Applied
from reconnect_desktop.domain.change import Change, add, delete, edit
from reconnect_desktop.domain.errors import ChangedMeanwhile
from reconnect_desktop.domain.months import Month
from reconnect_desktop.domain.records import Record, Reflection

R = TypeVar("R", bound=Record)

_TRIES = 5  # against others who change the same at the same moment


class Door(Protocol):
    """As much of the journal as own words need."""

    now: Clock

    def get(self, record_type: type[R], record_id: str) -> R | None: ...  # noqa: D102 - as in Journal
    def keep(self, *changes: Change) -> Applied: ...  # noqa: D102


class OwnWords(NamedTuple):
    """What is thought of a month, and what one has in mind for the next."""

    text: str = ""
    intention: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written."""
        return not (self.text.strip() or self.intention.strip())


def words_of(reflection: Reflection | None) -> OwnWords:
    """What stands in it."""
    return OwnWords(reflection.text, reflection.intention) if reflection is not None else OwnWords()


class OwnWordsDesk:
    """Writes what was offered last; where nothing is left of it, the reflection goes.

    stored: the reflection as the page shows it, None where there is none.
    """

    def __init__(self, journal: Door, month: Month, stored: Reflection | None) -> None:
        self._journal = journal
        self._turn = threading.Lock()
        self._offered = words_of(stored)
        self._own: deque[Reflection] = deque(maxlen=64)
        self.month, self.stored = month, stored

    @property
    def has_unkept(self) -> bool:
        """Whether what was offered is not in the journal yet."""
        stored = words_of(self.stored)
        return stored != self._offered and not (stored.is_blank and self._offered.is_blank)

    def is_own(self, record: Record) -> bool:
        """Whether this is the reflection as this desk wrote it."""
        return any(record is one for one in self._own)

    def offer(self, words: OwnWords, /) -> None:
        """What stands on the page now; for the next `write`."""
        self._offered = words

    def write(self) -> None:
        """Make what was offered durable. Raises UserErrors; then nothing has changed."""
        with self._turn:
            for _ in range(_TRIES):
                if not self.has_unkept:
                    return
                there, mine = self._journal.get(Reflection, self.month.isoformat()), self._mine()
                try:
                    if (change := _between(there, mine)) is not None:
                        self._journal.keep(change)
                except ChangedMeanwhile:
                    continue
                self.stored = mine
                return
            raise ChangedMeanwhile

    def _mine(self) -> Reflection | None:
        """The reflection as it is to be. Raises Invalid."""
        words = self._offered
        if words.is_blank:
            return None
        now, text, intention = self._journal.now(), words.text, words.intention
        mine = Reflection(id=self.month.isoformat(), changed=now, text=text, intention=intention)
        self._own.append(mine)
        return mine


def _between(there: Reflection | None, mine: Reflection | None) -> Change | None:
    if mine is not None:
        return add(mine) if there is None else edit(there, mine)
    return delete(there) if there is not None else None
