"""How a second start reaches the process that holds the journal, over a local socket (a named pipe on Windows).

A request is one JSON object and so is the answer. Only the user can get to the socket: it lies in a folder
of mode 0700. There is no other socket in the program.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

# What only a conversation needs is imported when there is one: every start looks whether there is somebody.
if TYPE_CHECKING:
    from multiprocessing.connection import Connection

FAMILY = "AF_PIPE" if sys.platform == "win32" else "AF_UNIX"
Message = dict[str, object]


def holder_address(lock: Path) -> str:
    """Where the holder of the lock file says it can be reached, or "" if it does not say."""
    try:
        return lock.read_bytes()[:1000].decode()
    except (OSError, UnicodeDecodeError):
        return ""


def address_for(journal_folder: Path, runtime_folder: Path) -> str:
    """Where the holder of the journal in `journal_folder` listens; makes the folder (0700) if need be."""
    import hashlib
    import tempfile

    name = hashlib.blake2b(os.fsencode(journal_folder.absolute()), digest_size=8).hexdigest()
    if sys.platform == "win32":
        return rf"\\.\pipe\reconnect-desktop-{name}"
    path = _private(runtime_folder) / f"{name}.sock"
    # A socket's address has room for about 100 bytes.
    if len(os.fsencode(path)) > 100:
        path = _private(Path(tempfile.gettempdir()) / f"reconnect-desktop-{os.getuid()}") / f"{name}.sock"
    return str(path)


def send(address: str, message: Message) -> Message | None:
    """The answer of the process listening at `address`, or None if there is none."""
    import json
    from multiprocessing.connection import Client

    try:
        with Client(address, family=FAMILY) as connection:
            connection.send_bytes(json.dumps(message).encode())
            answer = json.loads(connection.recv_bytes())
    except (OSError, EOFError, ValueError):
        return None
    return answer if isinstance(answer, dict) else None


class Reception:
    """Answers requests in a thread of its own, one after the other, until closed."""

    def __init__(self, address: str, answer: Callable[[Message], Message]) -> None:
        self.address = address
        self._answer = answer
        if FAMILY == "AF_UNIX":
            # Whoever listened here before held the same lock, and is gone.
            Path(address).unlink(missing_ok=True)
        from multiprocessing.connection import Listener

        self._listener = Listener(address, family=FAMILY)
        self._closing = False
        self._thread = threading.Thread(target=self._receive, name="reception", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Answer no more."""
        from multiprocessing.connection import Client

        self._closing = True
        # Wakes the thread that waits for the next caller.
        with contextlib.suppress(OSError), Client(self.address, family=FAMILY):
            pass
        self._thread.join(timeout=1)
        self._listener.close()

    def _receive(self) -> None:
        while not self._closing:
            with contextlib.suppress(OSError, EOFError, ValueError):
                connection = self._listener.accept()
                if self._closing:
                    connection.close()
                    return
                self._serve(connection)

    def _serve(self, connection: Connection) -> None:
        import json

        with connection:
            message = json.loads(connection.recv_bytes())
            connection.send_bytes(json.dumps(self._answer(message)).encode())


def _private(folder: Path) -> Path:
    """`folder`, made if need be. Raises PermissionError if others could reach into it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = folder.lstat()
    if found.st_uid != os.getuid() or not stat.S_ISDIR(found.st_mode):
        raise PermissionError(folder.name)
    if stat.S_IMODE(found.st_mode) != 0o700:
        folder.chmod(0o700)
    return folder
