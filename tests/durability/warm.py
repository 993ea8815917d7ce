"""A process that loads Reconnect once, and then forks one that acts whenever it is asked: a start costs no seconds.

Asked over the socket at its standard input, one message each: `start`, with the end of a pipe that the actor writes
to, is answered by the actor's process id; `wait` by how it ended.
"""

from __future__ import annotations

import gc
import json
import os
import socket
import subprocess
import sys
import traceback
from collections.abc import Mapping

from tests.durability import acting
from tests.durability.campaign import ROOT

_MOST = 1 << 16  # bytes of a message


class Warm:
    """The handle of such a process, for one test at a time."""

    def __init__(self, environment: Mapping[str, str] | None = None) -> None:
        self._end, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = [sys.executable, "-m", "tests.durability.warm"]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=other.fileno(), env={**os.environ, **(environment or {})}
        )
        other.close()

    def run(self, act: str, *words: object) -> tuple[int, str]:
        """Let an act be done to its end; its exit code, and what it told."""
        reading, writing = os.pipe()
        actor = self.start(act, *words, out=writing)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            told = pipe.read()
        return self.wait(actor), told

    def start(self, act: str, *words: object, out: int) -> int:
        """Let an act of `acting` be done by a new process that writes to `out`; its id."""
        socket.send_fds(self._end, [json.dumps(["start", act, *map(str, words)]).encode()], [out])
        return int(self._answer())

    def wait(self, actor: int) -> int:
        """The exit code of an actor, negative for a signal, once it has let go of everything."""
        self._end.send(json.dumps(["wait", actor]).encode())
        return int(self._answer())

    def _answer(self) -> bytes:
        answer = self._end.recv(_MOST)
        assert answer, "the warm process ended"
        return answer

    def close(self) -> None:
        """Let the process end."""
        self._end.close()
        self._process.wait()


def main() -> None:
    """Answer until nobody asks any more."""
    acting.warm_up()
    gc.freeze()
    with socket.socket(fileno=0) as end:
        while True:
            message, handles, _, _ = socket.recv_fds(end, _MOST, 1)
            if not message:
                return
            what, *words = json.loads(message)
            if what == "start":
                end.send(str(_fork(end, handles[0], words)).encode())
            else:
                end.send(str(os.waitstatus_to_exitcode(os.waitpid(words[0], 0)[1])).encode())


def _fork(end: socket.socket, out: int, words: list[str]) -> int:
    actor = os.fork()
    if actor:
        os.close(out)
        return actor
    code = 1
    try:
        end.detach()
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(out, 1)
        os.dup2(out, 2)
        os.close(out)
        acting.ACTS[words[0]](*words[1:])
        code = 0
    except BaseException:  # noqa: BLE001 - the actor must not go on as a second server
        traceback.print_exc()
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
