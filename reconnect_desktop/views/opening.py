"""Opening the journal for a window, while others may hold it."""

from __future__ import annotations

import time
from pathlib import Path

from reconnect_desktop.clock import Clock
from reconnect_desktop.domain.errors import JournalBusy, NoAnswer
from reconnect_desktop.handover import holder_address, send
from reconnect_desktop.journal import LOCK_NAME, Journal

_PATIENCE = (
    5.0  # seconds: a command holds the journal for a moment, a window that just starts cannot be reached yet
)
_WAIT = 0.05


class ShownElsewhere(Exception):
    """A window of another process has the journal open, and was asked to show itself."""


def open_when_free(folder: Path, window: str, clock: Clock, patience: float = _PATIENCE) -> Journal:
    """Open the journal as soon as nobody holds it; for the background thread.

    window: what the holder is asked to show ("main" or "quick_add"). Raises ShownElsewhere, JournalBusy after
    `patience` seconds, and what `Journal.open` raises.
    """
    give_up = time.monotonic() + patience
    while True:
        try:
            return Journal.open(folder, clock)
        except JournalBusy:
            if _is_shown(folder, window):
                raise ShownElsewhere from None
            if time.monotonic() > give_up:
                raise
            time.sleep(_WAIT)


def _is_shown(folder: Path, window: str) -> bool:
    address = holder_address(folder / LOCK_NAME)
    try:
        return bool(address) and send(address, {"show": window}) is not None
    except NoAnswer:  # it is just closing
        return False
