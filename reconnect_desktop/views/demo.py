"""Looking around with sample data: a journal of its own, in a temporary folder, gone afterwards."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QProcess

if TYPE_CHECKING:
    from reconnect_desktop.journal import Journal

PREFIX = "reconnect-demo-"


class Demo:
    """The temporary folder, and the sample journal made in it."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._folder.cleanup()

    def open_journal(self) -> Journal:
        """Make the sample journal, ending some days ago, and open it."""
        from reconnect_desktop import clock
        from reconnect_desktop.journal import Journal
        from reconnect_desktop.sample_journal import fill

        folder = Path(self._folder.name) / "journal"
        journal = Journal.open(folder, clock.now)
        fill(journal)
        journal.close()
        # A session of its own: filling the journal is nothing to undo.
        return Journal.open(folder, clock.now)


def start_demo() -> None:
    """Open the sample journal in a process of its own, beside this one."""
    frozen = getattr(sys, "frozen", False)
    QProcess.startDetached(sys.executable, ["--demo"] if frozen else ["-m", "reconnect_desktop", "--demo"])
