"""Everything out into a file of the user's choice, whole or not at all; the ending of its name says as what."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reconnect_desktop.domain.errors import FileUnwritable
from reconnect_desktop.domain.plain import KINDS
from reconnect_desktop.domain.records import Record
from reconnect_desktop.domain.restoring import Counts
from reconnect_desktop.durable import make_atomically, write_atomically
from reconnect_desktop.exchange.formats import Format, to_write, written
from reconnect_desktop.language import mark
from reconnect_desktop.storage.backups.folder import FOLDER
from reconnect_desktop.storage.connection import FILE_NAME, KEY_FILES
from reconnect_desktop.storage.lock import LOCK_NAME
from reconnect_desktop.storage.setting_aside import FOLDERS

if TYPE_CHECKING:
    from reconnect_desktop.journal import Journal

# What is ours in the journal's folder: by its name, or by how that begins.
_OWN = frozenset({*KEY_FILES, LOCK_NAME, FOLDER})
_BEGIN = (FILE_NAME, FOLDERS.removesuffix("*"))


@dataclass(frozen=True, slots=True)
class Way:
    """One way out. title: what it is called; ending: of its files; writes: what such a file holds, and for whom."""

    title: str
    ending: str
    writes: str


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: as what, and how many of each type of record."""

    way: Way
    counts: Counts


SQLITE = Way("SQLite", ".sqlite", mark("Everything, as a database for other programs"))


def ways() -> list[Way]:
    """All there are; the one that can be read back in whole comes first."""
    return [*map(_way, written()), SQLITE]


def export(journal: Journal, path: Path) -> Exported:
    """Write a file (0600) with what the format of its ending can hold. Not for the thread that paints.

    Raises UnknownEnding, FileUnwritable, DiskFull, ReadOnly, DiskTrouble; then what was there is as it was.
    """
    counts: Counter[type[Record]] = Counter()
    now = journal.now()
    if path.suffix.casefold() == SQLITE.ending:
        from reconnect_desktop.storage.plain_copy import fill

        _refuse_own(journal.folder, path)
        everything = _records(journal, KINDS, counts)
        make_atomically(path, lambda part: fill(part, everything, now))
        return Exported(SQLITE, counts)
    row = to_write(path)
    _refuse_own(journal.folder, path)
    records = _records(journal, row.holds or KINDS, counts)
    write_atomically(path, lambda stream: row.writer.write(records, stream, now))
    return Exported(_way(row), counts)


def _way(row: Format) -> Way:
    return Way(row.title, row.endings[0], row.writes)


def _records(journal: Journal, kinds: Iterable[str], counts: Counter[type[Record]]) -> Iterator[Record]:
    """All of these kinds, oldest first each; counted as they pass."""
    for kind in kinds:
        for record in journal.all(KINDS[kind]):
            counts[type(record)] += 1
            yield record


def _refuse_own(folder: Path, path: Path) -> None:
    """Raise FileUnwritable where the journal's own files, keys or backups are."""
    target, own = (Path(os.path.realpath(one)) for one in (path, folder))
    if own not in target.parents:
        return
    name = target.relative_to(own).parts[0].casefold()
    if name in _OWN or name.startswith(_BEGIN):
        raise FileUnwritable
