"""What about the place where the journal lies, and about the clock, is worth a word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Final

from reconnect_desktop.domain.notices import Notice
from reconnect_desktop.domain.when import When
from reconnect_desktop.storage.reserve import is_tight

_MOUNTS: Final = Path("/proc/self/mountinfo")
_A_DAY: Final = 86_400  # seconds

_OVER_NETWORK: Final = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "davfs", "glusterfs", "ncpfs"),
        *("fuse.sshfs", "fuse.davfs2", "fuse.rclone", "fuse.s3fs", "fuse.gvfsd-fuse", "fuse.glusterfs"),
    )
)
# The folders that services make, and, case aside, how the names of those go on that have several.
_SYNCED: Final = (
    *("dropbox", "onedrive", "nextcloud", "owncloud", "google drive", "icloud drive", "icloudclouddrive"),
    *("iclouddrive", "mobile documents", "cloudstorage", "megasync", "pcloud drive", "pclouddrive"),
)
_SYNCED_BEGINNINGS: Final = ("dropbox (", "onedrive - ", "googledrive-")
# What services leave in the folder that they sync. The folder .dropbox in a home is only where Dropbox keeps its own.
_MARK_FILES: Final = (
    ".dropbox",
    "._sync_*.db",
    ".sync_*.db",
    ".stfolder",
    ".owncloudsync.log",
    ".nextcloudsync.log",
)
_MARK_FOLDERS: Final = (".dropbox.cache", ".stfolder")


def notices(folder: Path, newest: When | None, now: When) -> tuple[Notice, ...]:
    """What to tell of the journal in `folder`. newest: when the last entry was written. Raises nothing, takes about a millisecond."""
    found = []
    with suppress(OSError):
        real = folder.resolve()
        if is_network(str(folder), file_system(str(real), _mounts())):
            found.append(Notice.NETWORK_FOLDER)
        elif is_synced(real):
            found.append(Notice.SYNCED_FOLDER)
    if newest is not None and now.timestamp < newest.timestamp - _A_DAY:
        found.append(Notice.CLOCK_BEHIND)
    with suppress(OSError):
        if is_tight(folder):
            found.append(Notice.DISK_NEARLY_FULL)
    return tuple(found)


def is_network(path: str, kind: str) -> bool:
    """Whether a folder is another computer's. kind: of its file system, "" where that can't be told."""
    return kind in _OVER_NETWORK or path.startswith(("\\\\", "//"))


def file_system(path: str, mounts: Iterable[str]) -> str:
    """The kind of file system that an absolute path is on, as the lines of /proc/self/mountinfo tell; "" where they don't."""
    best, kind = "", ""
    for line in mounts:
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) > 4 and after:
            mount = re.sub(
                r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), fields[4]
            )  # a space is \\040
            if PurePosixPath(path).is_relative_to(mount) and len(mount) >= len(best):
                best, kind = mount, after.split(" ")[0]
    return kind


def is_synced(folder: Path) -> bool:
    """Whether this folder, or one that it is in, looks like one that a service copies to other computers. Raises OSError."""
    return any(_has_the_name(one.name) or _has_a_mark(one) for one in (folder, *folder.parents))


def _has_the_name(name: str) -> bool:
    return name.casefold() in _SYNCED or name.casefold().startswith(_SYNCED_BEGINNINGS)


def _has_a_mark(folder: Path) -> bool:
    files = (path for mark in _MARK_FILES for path in folder.glob(mark))
    return any(path.is_file() for path in files) or any((folder / mark).is_dir() for mark in _MARK_FOLDERS)


def _mounts() -> list[str]:
    with suppress(OSError):
        return _MOUNTS.read_text("utf-8", "surrogateescape").splitlines()
    return []
