"""Opening the journal for a window: others may hold it, its key may not be known yet, or it may be damaged."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reconnect_desktop.clock import Clock
from reconnect_desktop.domain.errors import (
    JournalBusy,
    JournalDamaged,
    JournalLocked,
    JournalMissing,
    KeysDamaged,
    NoAnswer,
    UserError,
)
from reconnect_desktop.handover import holder_address, send
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage.lock import LOCK_NAME, Lock

_PATIENCE = (
    5.0  # seconds: a command holds the journal for a moment, a window that just starts cannot be reached yet
)
_WAIT = 0.05


TO_RESCUE = (JournalDamaged, JournalMissing, KeysDamaged)


class ShownElsewhere(Exception):
    """A window of another process has the journal open, and was asked to show itself."""


@dataclass(frozen=True, slots=True)
class ClosedJournal:
    """A journal that is encrypted, or damaged; `lock` is held, so nobody else opens it meanwhile."""

    folder: Path
    lock: Lock
    clock: Clock

    def publish(self, address: str) -> None:
        """Say where this process can be reached by a second start."""
        self.lock.publish(address)

    def unlock(self, typed: str) -> Journal:
        """Open it with its passphrase or recovery key; takes a moment. Raises WrongPassphrase, and what `open` raises.

        Where it `is_plain`, whatever is typed will do.
        """
        from reconnect_desktop.unlocking import unlock

        try:
            key = None if self.is_plain() else unlock(self.folder, typed)
        except KeysDamaged as error:
            raise RescueNeeded(self, error) from None
        return self.open(key)

    def is_plain(self) -> bool:
        """Whether it needs no passphrase, which a command may have taken away meanwhile. Raises UserErrors of the disk."""
        from reconnect_desktop.unlocking import is_plain

        return is_plain(self.folder)

    def open(self, key: bytes | None) -> Journal:
        """Open it with its data key, or without one if it has none.

        Raises RescueNeeded, and what else `Journal.open` raises; then it is held as before.
        """
        try:
            return Journal.open(self.folder, self.clock, key, held=self.lock)
        except TO_RESCUE as error:
            raise RescueNeeded(self, error, key) from None

    def open_anew(self, opening: Callable[[], Journal]) -> Journal:
        """Let go of the lock, and open it by `opening`, as at the start; in the background, which does nothing else to it then."""
        self.lock.release()
        return opening()


class PassphraseNeeded(Exception):
    """The journal is encrypted."""

    def __init__(self, closed: ClosedJournal) -> None:
        super().__init__()
        self.closed = closed


class RescueNeeded(Exception):
    """The journal is damaged or missing, as `trouble` says. key: its data key, where that is known."""

    def __init__(self, closed: ClosedJournal, trouble: UserError, key: bytes | None = None) -> None:
        super().__init__()
        self.closed, self.trouble, self.key = closed, trouble, key


def open_when_free(folder: Path, window: str, clock: Clock, patience: float = _PATIENCE) -> Journal:
    """Open the journal as soon as nobody holds it; for the background thread.

    window: what the holder is asked to show ("main" or "quick_add"). Raises ShownElsewhere, PassphraseNeeded, RescueNeeded,
    JournalBusy after `patience` seconds, and what `Journal.open` raises.
    """
    give_up = time.monotonic() + patience
    while True:
        try:
            return _open(folder, clock)
        except JournalBusy:
            if _is_shown(folder, window):
                raise ShownElsewhere from None
            if time.monotonic() > give_up:
                raise
            time.sleep(_WAIT)


def _open(folder: Path, clock: Clock) -> Journal:
    try:
        return Journal.open(folder, clock)
    except (JournalLocked, *TO_RESCUE) as error:
        trouble = error
    closed = ClosedJournal(folder, Lock(folder / LOCK_NAME), clock)
    if isinstance(trouble, JournalLocked):
        raise PassphraseNeeded(closed)
    raise RescueNeeded(closed, trouble)


def _is_shown(folder: Path, window: str) -> bool:
    address = holder_address(folder / LOCK_NAME)
    try:
        return bool(address) and send(address, {"show": window}) is not None
    except NoAnswer:  # it is just closing
        return False
