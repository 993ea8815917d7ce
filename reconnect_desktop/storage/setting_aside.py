"""A new file in the place of a damaged one, which is kept as it is in a folder of its own.

At every instant one of the two is in the journal's place, and never a rollback journal beside a file it is not of.
"""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from reconnect_desktop.durable import copy_file, put_in_place, sync_folder
from reconnect_desktop.storage.connection import FILE_NAME, KEY_FILES
from reconnect_desktop.storage.rollback import beside
from reconnect_desktop.storage.trouble import told

FOLDERS = "damaged-*"  # in the journal's folder


def replace_journal(part: Path, folder: Path, moment: int) -> str:
    """Let the finished file `part` be the journal of `folder`; what was there, with its keys, is kept in another folder.

    moment: seconds since 1970, UTC. Returns the name of the folder that was made, or "" where there was nothing to keep.
    Raises DiskFull, ReadOnly, DiskTrouble; then the damaged file is in its place.
    """
    journal = folder / FILE_NAME
    with told():
        aside = _keep(folder, [path for path in (journal, beside(journal)) if path.exists()], moment)
        try:
            beside(journal).unlink(missing_ok=True)
            sync_folder(folder)
            put_in_place(part, journal)
        except OSError:
            if (
                part.exists()
            ):  # else the new file is in place, and a power cut may only bring the damaged one back
                if aside is not None:
                    with suppress(OSError):
                        _give_second_name(aside / beside(journal).name, beside(journal))
                raise
    return aside.name if aside else ""


def _keep(folder: Path, found: list[Path], moment: int) -> Path | None:
    """Give these files a second name in a new folder, and copy the keys there, without which they may be of no use."""
    if not found:
        return None
    aside = _new_folder(folder, moment)
    for path in found:
        _give_second_name(path, aside / path.name)
    for name in KEY_FILES:
        with suppress(FileNotFoundError):
            copy_file(folder / name, aside / name)
    sync_folder(aside)
    sync_folder(folder)
    return aside


def _new_folder(folder: Path, moment: int) -> Path:
    name = FOLDERS.replace("*", datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H%M%SZ"))
    aside, number = folder / name, 1
    while aside.exists():
        number += 1
        aside = folder / f"{name}-{number}"
    aside.mkdir(mode=0o700)
    return aside


def _give_second_name(path: Path, second: Path) -> None:
    """The same file under both names, or, where the disk can't do so, a copy."""
    try:
        os.link(path, second)
    except FileNotFoundError:
        raise
    except OSError:
        copy_file(path, second)
