"""Reading a file in the background: who is in it, what would come of it, and bringing it in."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reconnect_desktop.exchange.bringing_in import BroughtIn
from reconnect_desktop.exchange.formats import Format, recognise_stream
from reconnect_desktop.exchange.opening import open_file
from reconnect_desktop.exchange.reader import Choices, Contact
from reconnect_desktop.journal import Journal


class Cancelled(Exception):
    """The user does not want it any more; nothing was written."""


@dataclass(frozen=True, slots=True)
class Looked:
    """The format of the file, and who is in it (empty where a file is of one person only)."""

    format: Format
    contacts: list[Contact]


class ImportWork:
    """One file and one journal; every method but `cancel` is for the background thread.

    told: called there with the number of things read, and the share of the file read, 0…1.
    """

    def __init__(self, journal: Journal, path: Path, told: Callable[[int, float], None]) -> None:
        self._journal, self._path, self._told = journal, path, told
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Stop at the next opportunity."""
        self._cancelled.set()

    def look(self, zone: str) -> Looked:
        """Recognise the file and list who is in it. Raises UserErrors."""
        with open_file(self._path) as stream:
            row = recognise_stream(stream)
            return Looked(row, row.contacts(stream, zone) if row.contacts else [])

    def bring_in(self, who: tuple[str, ...], zone: str, *, dry_run: bool) -> BroughtIn:
        """Read it for `who`, as lived in `zone`. Raises UserErrors, and Cancelled."""
        choices = Choices(self._journal.now(), zone, who, self._journal.new_id)
        size = max(1, self._path.stat().st_size)
        with open_file(self._path) as stream:
            row = recognise_stream(stream)

            def progress(count: int) -> None:
                if self._cancelled.is_set():
                    raise Cancelled
                self._told(count, stream.tell() / size)

            return self._journal.bring_in(row.read(stream, choices), progress, dry_run=dry_run)
