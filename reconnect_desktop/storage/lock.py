"""One writer at a time: an advisory lock on a file that is never deleted.

Deleting a held lock file would let two in; a lock by process id would outlive a crash.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path

from reconnect_desktop.domain.errors import JournalBusy
from reconnect_desktop.storage.trouble import told

LOCK_NAME = "lock"  # in the journal's folder

if sys.platform == "win32":
    import msvcrt

    # The byte beyond anything written, so that a second start can read the address.
    _LOCKED_BYTE = 1 << 20

    def _acquire(descriptor: int) -> None:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _acquire(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """Held from construction until `release`, or until the process ends in whatever way.

    Raises JournalBusy if another process (or another Lock) holds it.
    """

    def __init__(self, path: Path) -> None:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0)
        with told():
            self._descriptor = os.open(path, flags, 0o600)
            try:
                _acquire(self._descriptor)
            except OSError as error:
                os.close(self._descriptor)
                if error.errno in (errno.EAGAIN, errno.EACCES, errno.EWOULDBLOCK, errno.EDEADLK):
                    raise JournalBusy from None
                raise
        # Whatever an earlier holder left is stale. A full disk must not keep anyone out.
        with contextlib.suppress(OSError):
            os.ftruncate(self._descriptor, 0)

    def publish(self, address: str) -> None:
        """Say where the holder can be reached; a second start reads it with `handover.holder_address`."""
        os.ftruncate(self._descriptor, 0)
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        os.write(self._descriptor, address.encode())

    def release(self) -> None:
        """Let the next one in."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
