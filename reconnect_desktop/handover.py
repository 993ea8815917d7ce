"""How a second start reaches the process that holds the journal, over a local socket (a named pipe on Windows).

The holder says hello, then it is sent a request, one JSON object, and answers with another. Before the hello nothing
was done, so the caller may try again; after it, only the answer says what was done. Only the user can get to the socket:
it lies in a folder of mode 0700. There is no other socket in the program.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

# What only a conversation needs is imported when there is one: every start looks whether there is somebody.
if TYPE_CHECKING:
    import socket

_MOST = 1 << 30  # bytes of one message: a log of 100,000 interactions takes some hundred million
_PATIENCE = 5.0  # seconds for the other end to say something
_HELLO = b"hello"
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


def send(address: str, message: Message, patience: float = _PATIENCE) -> Message | None:
    """The answer of the process listening at `address`, or None if none there takes the message.

    patience: seconds until it has said hello; one that hangs never does.
    Raises NoAnswer if it took the message and then went.
    """
    try:
        line = _connect(address)
    except (OSError, ValueError):
        return None
    with contextlib.closing(line):
        return _asked(line, message) if _is_greeted(line, patience) else None


def _is_greeted(line: _Line, patience: float) -> bool:
    try:
        return line.poll(patience) and line.recv_bytes() == _HELLO
    except (OSError, EOFError, ValueError):
        return False


def _asked(line: _Line, message: Message) -> Message:
    import json

    from reconnect_desktop.domain.errors import NoAnswer

    try:
        line.send_bytes(json.dumps(message).encode())
        answer = json.loads(line.recv_bytes())
    except (OSError, EOFError, ValueError):
        raise NoAnswer from None
    if not isinstance(answer, dict):
        raise NoAnswer
    return answer


class Reception:
    """Answers requests in a thread of its own, one after the other, until closed."""

    def __init__(self, address: str, answer: Callable[[Message], Message]) -> None:
        self.address = address
        self._answer = answer
        self._listener = _listen(address)
        self._closing = False
        self._thread = threading.Thread(target=self._receive, name="reception", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Answer no more."""
        self._closing = True
        # Wakes the thread that waits for the next caller.
        with contextlib.suppress(OSError):
            _connect(self.address).close()
        self._thread.join(timeout=1)
        self._listener.close()

    def _receive(self) -> None:
        while not self._closing:
            with (
                contextlib.suppress(OSError, EOFError, ValueError),
                contextlib.closing(self._listener.accept()) as line,
            ):
                if not self._closing:
                    self._serve(line)

    def _serve(self, line: _Line) -> None:
        import json

        line.send_bytes(_HELLO)
        # Somebody who never says a word must not keep all others waiting.
        message = json.loads(line.recv_bytes()) if line.poll(_PATIENCE) else None
        if isinstance(message, dict) and (answer := self._answered(message)) is not None:
            line.send_bytes(json.dumps(answer).encode())

    def _answered(self, message: Message) -> Message | None:
        """The answer, or None where it is our mistake that there is none: told like any crash, and the next is served."""
        try:
            return self._answer(message)
        except Exception:  # noqa: BLE001 - whatever it is
            kind, error, trace = sys.exc_info()
            assert kind is not None
            threading.excepthook(threading.ExceptHookArgs((kind, error, trace, self._thread)))
            return None


class _Line(Protocol):
    """One conversation; `multiprocessing.connection.Connection` is one, too."""

    def send_bytes(self, message: bytes, /) -> None: ...
    def recv_bytes(self) -> bytes: ...
    def poll(self, timeout: float, /) -> bool: ...
    def close(self) -> None: ...


class _Listener(Protocol):
    """Where conversations begin."""

    def accept(self) -> _Line: ...
    def close(self) -> None: ...


if sys.platform == "win32":

    def _connect(address: str) -> _Line:
        from multiprocessing.connection import Client

        return Client(address, family="AF_PIPE")

    def _listen(address: str) -> _Listener:
        from multiprocessing.connection import Listener

        return Listener(address, family="AF_PIPE")
else:

    def _connect(address: str) -> _Line:
        import socket

        if Path(address).stat().st_uid != os.getuid():
            raise PermissionError  # there may be a passphrase in what is said
        end = socket.socket(socket.AF_UNIX)
        try:
            end.settimeout(_PATIENCE)  # where many wait to be heard
            end.connect(address)
            end.settimeout(None)
        except BaseException:
            end.close()
            raise
        return _SocketLine(end)

    def _listen(address: str) -> _Listener:
        import socket

        # Whoever listened here before held the same lock, and is gone.
        Path(address).unlink(missing_ok=True)
        end = socket.socket(socket.AF_UNIX)
        end.bind(address)
        end.listen()
        return _SocketListener(end, address)


class _SocketLine:
    """A message is its length in four bytes, and its bytes."""

    def __init__(self, end: socket.socket) -> None:
        self._end = end

    def send_bytes(self, message: bytes, /) -> None:
        self._end.sendall(len(message).to_bytes(4) + message)

    def recv_bytes(self) -> bytes:
        size = int.from_bytes(self._exactly(4))
        if size > _MOST:
            raise ValueError("too long")
        return self._exactly(size)

    def poll(self, timeout: float, /) -> bool:
        import select

        return bool(select.select([self._end], [], [], timeout)[0])

    def _exactly(self, size: int) -> bytes:
        parts = []
        while size:
            part = self._end.recv(min(size, 1 << 16))
            if not part:
                raise EOFError
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def close(self) -> None:
        self._end.close()


class _SocketListener:
    """Listens at a file of its own, which goes when it is closed."""

    def __init__(self, end: socket.socket, address: str) -> None:
        self._end, self._address = end, address

    def accept(self) -> _Line:
        end, _ = self._end.accept()
        end.settimeout(_PATIENCE)  # a caller that was stopped in the midst holds nobody up
        return _SocketLine(end)

    def close(self) -> None:
        self._end.close()
        Path(self._address).unlink(missing_ok=True)


def _private(folder: Path) -> Path:
    """`folder`, made if need be. Raises PermissionError if others could reach into it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = folder.lstat()
    if found.st_uid != os.getuid() or not stat.S_ISDIR(found.st_mode):
        raise PermissionError(folder.name)
    if stat.S_IMODE(found.st_mode) != 0o700:
        folder.chmod(0o700)
    return folder
