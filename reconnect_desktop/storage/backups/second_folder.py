"""The second folder for backups: whether one that was chosen can be used."""

from __future__ import annotations

import tempfile
from pathlib import Path

from reconnect_desktop.domain.errors import Invalid, ReadOnly, Why
from reconnect_desktop.storage.trouble import told


def check_folder(chosen: Path, journal: Path) -> None:
    """Make sure that files can be written to `chosen`, and that it is not in the journal's own folder `journal`.

    Raises Invalid("backup_folder"), ReadOnly, DiskFull, DiskTrouble.
    """
    with told():
        if not chosen.is_dir():
            raise ReadOnly
        if chosen.resolve().is_relative_to(journal.resolve()):
            raise Invalid("backup_folder", Why.REPEATED)
        with tempfile.NamedTemporaryFile(prefix=".reconnect-", suffix=".part", dir=chosen) as file:
            file.write(b"?")
            file.flush()
