"""A journal's file made of what there is: filled, read back, compared, and only then told to be there."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import DiskTrouble, JournalDamaged
from reconnect_desktop.durable import sync_file
from reconnect_desktop.storage.backups.opening import to_fill, to_read
from reconnect_desktop.storage.check import full_check
from reconnect_desktop.storage.history import History
from reconnect_desktop.storage.migrations import bring_up_to_date
from reconnect_desktop.storage.salvage import Salvaged
from reconnect_desktop.storage.store import Store
from reconnect_desktop.storage.trouble import told


def make(path: Path, key: bytes | None, holding: Salvaged) -> None:
    """Make a whole journal (0600) at `path`, encrypted with this data key or plain, and on the disk when this returns.

    What is at `path` is replaced. Raises DiskFull, ReadOnly, DiskTrouble; then nothing is there.
    """
    with told():
        path.unlink(missing_ok=True)
        try:
            _fill(path, key, holding)
            _compare(path, key, holding)
            sync_file(path)
        except BaseException:
            with suppress(OSError):
                path.unlink()
            raise


def _fill(path: Path, key: bytes | None, holding: Salvaged) -> None:
    with to_fill(path, key) as connection:
        bring_up_to_date(connection)
        store = Store(connection)
        with store.transaction():
            store.apply(tuple(add(record) for record in holding.records))
            for of, content in holding.drafts:
                store.save_draft(of, json.loads(content))
            History(connection, session="").take_over(holding.steps)


def _compare(path: Path, key: bytes | None, holding: Salvaged) -> None:
    try:
        with to_read(path, key) as connection:
            full_check(connection)
            rows = dict(connection.execute("SELECT name, rows FROM tallies").fetchall())
    except JournalDamaged:
        raise DiskTrouble from None
    apart = (rows.pop("history"), rows.pop("drafts"))
    if (sum(rows.values()), *apart) != (len(holding.records), len(holding.steps), len(holding.drafts)):
        raise DiskTrouble
