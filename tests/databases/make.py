"""Makes `version-N.db` for the newest schema: `python -m tests.databases.make`, once for every released version.

The records are those of `version-N.json`, so that a later Reconnect can be asked whether it still reads them all.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.plain import from_plain
from reconnect_desktop.journal import Journal
from reconnect_desktop.storage.connection import FILE_NAME, SCHEMA_VERSION
from tests.fakes import FakeClock

HERE = Path(__file__).resolve().parent


def make() -> None:
    """Write the database beside this file."""
    records = json.loads((HERE / f"version-{SCHEMA_VERSION}.json").read_text(encoding="utf-8"))
    target = HERE / f"version-{SCHEMA_VERSION}.db"
    if target.exists():
        raise SystemExit("A released database is never made anew.")
    with tempfile.TemporaryDirectory() as folder:
        journal = Journal.open(Path(folder), FakeClock())
        journal.apply(Action.IMPORT, *(add(from_plain(plain)) for plain in records))
        journal.save_draft({"note": "half a sent"})
        journal.close()
        target.write_bytes((Path(folder) / FILE_NAME).read_bytes())


if __name__ == "__main__":
    make()
