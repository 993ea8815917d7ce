"""Making a backup: copied a few pages at a time, read back, compared, and only then given its name."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import sqlcipher3

from reconnect_desktop import durable
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.domain.errors import BackupDamaged, ChangedMeanwhile
from reconnect_desktop.storage.backups import manifest as manifests
from reconnect_desktop.storage.backups.contents import digest, look_through, sha256
from reconnect_desktop.storage.backups.manifest import Manifest
from reconnect_desktop.storage.backups.opening import to_fill
from reconnect_desktop.storage.connection import Connection
from reconnect_desktop.storage.trouble import told

PAGES_A_STEP = 25  # a ms; encrypted ones some more
_TURN = 0.002  # seconds after which others may have theirs
PART = "new.part"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a backup is marked with: the journal's id among backups, the moment, why, the wrapped keys.

    made, looked_at: seconds since 1970; it is looked at when it is made, or later, when it is written anew.
    """

    journal: str
    made: int
    occasion: Occasion
    slots: dict[str, object] | None
    looked_at: int


Opened = tuple[Connection, bytes | None]
Reach = Callable[[], AbstractContextManager[Opened]]
Stamping = Callable[[bytes | None], Stamp]


def copy(reach: Reach, path: Path, stamp: Stamping, give_way: Callable[[], None]) -> Manifest:
    """Copy the open journal to `path`, with its manifest beside it; both are there whole, or neither is listed.

    reach: the connection and its data key, for the time that the copying takes. give_way: called between the steps, lets others
    use the connection for a moment; what they write comes along. stamp: for what was encrypted with this key.
    Raises JournalDamaged, BackupDamaged, ChangedMeanwhile (the journal was closed, or encrypted anew), DiskFull, ReadOnly,
    DiskTrouble; then no backup was made.
    """
    part = path.with_name(PART)
    with told():
        try:
            with reach() as (source, key):
                wanted = _fill(part, source, key, give_way)
            durable.sync_file(part)
            made = describe(part, key, stamp(key), wanted)
            manifests.write(path.with_suffix(".json"), made)
            durable.put_in_place(part, path)
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise
    return made


def describe(path: Path, key: bytes | None, stamp: Stamp, wanted: str | None = None) -> Manifest:
    """What is to be told of a file of ours, all of which is read.

    wanted: the digest it is to have. Raises BackupDamaged, BackupLocked.
    """
    contents = look_through(path, key)
    if wanted not in (None, contents.digest):
        raise BackupDamaged
    return Manifest(
        journal=stamp.journal,
        made=stamp.made,
        occasion=stamp.occasion,
        schema=contents.schema,
        interactions=contents.interactions,
        digest=contents.digest,
        sha256=sha256(path),
        size=path.stat().st_size,
        encrypted=key is not None,
        verified=stamp.looked_at,
        slots=stamp.slots,
    )


def _fill(part: Path, source: Connection, key: bytes | None, give_way: Callable[[], None]) -> str:
    """The digest of the source as it was when the last page was copied."""
    wanted, since = "", perf_counter()

    def after_a_step(_code: int, remaining: int, _total: int) -> None:
        nonlocal wanted, since
        if not remaining:
            wanted = digest(source, key)
        elif perf_counter() - since > _TURN:
            give_way()
            if _is_closed(source):
                raise ChangedMeanwhile
            since = perf_counter()

    part.unlink(missing_ok=True)
    with to_fill(part, key) as target:
        source.backup(target, pages=PAGES_A_STEP, progress=after_a_step)
    return wanted


def _is_closed(connection: Connection) -> bool:
    try:
        return connection.in_transaction  # whoever had a turn has finished what was begun
    except sqlcipher3.ProgrammingError:
        return True
