"""Tries once to open a journal: python -m tests.durability.looking FOLDER."""

from __future__ import annotations

import sys
from pathlib import Path

from reconnect_desktop.domain.errors import JournalBusy
from tests.durability.plan import open_journal

if __name__ == "__main__":
    try:
        open_journal(Path(sys.argv[1])).close()
    except JournalBusy:
        print("busy")
    else:
        print("open")
