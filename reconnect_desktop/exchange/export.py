"""Everything out into a file of the user's choice."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reconnect_desktop.domain.records import Record
from reconnect_desktop.domain.when import When
from reconnect_desktop.durable import write_atomically
from reconnect_desktop.exchange.formats import to_write


def export(records: Iterable[Record], path: Path, exported: When) -> int:
    """Write what the format of `path` (by its ending) can hold, whole or not at all; returns how many records.

    Raises UnknownFormat, FileUnwritable, DiskFull, ReadOnly.
    """
    writer, counts = to_write(path).writer, [0]
    write_atomically(path, lambda stream: counts.append(writer.write(records, stream, exported)))
    return counts[-1]
