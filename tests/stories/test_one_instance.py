"""However often it is started, there is one program for a journal; the others reach it and go."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from reconnect_desktop.cli import start
from reconnect_desktop.domain.errors import JournalBusy
from reconnect_desktop.handover import Message, Reception, holder_address, send
from reconnect_desktop.storage.lock import LOCK_NAME, Lock
from tests.stories.conftest import User
from tests.stories.guarded import ask, lock_page, program_of
from tests.stories.tray import FakePlace

Process = subprocess.Popen[bytes]
_PATIENCE = 60  # seconds, on a machine that has much else to do


@pytest.fixture
def begin(home: Path) -> Iterator[Callable[..., Process]]:
    """Starts the program in a process of its own; whatever still runs in the end is ended."""
    running: list[Process] = []

    def begin(folder: Path, *words: str) -> Process:
        environment = {**os.environ, "RECONNECT_JOURNAL": str(folder), "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-m", "reconnect_desktop", *words]
        running.append(subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL))
        return running[-1]

    yield begin
    for process in running:
        with suppress(ProcessLookupError):
            process.kill()
        process.wait()


def wait_for(holds: Callable[[], bool]) -> None:
    give_up = time.monotonic() + _PATIENCE
    while not holds():
        assert time.monotonic() < give_up
        threading.Event().wait(0.02)


def is_reached(folder: Path) -> bool:
    """Whether somebody who has the journal open answers."""
    address = holder_address(folder / LOCK_NAME)
    return bool(address) and send(address, {"show": "hidden"}) is not None


def is_held(folder: Path) -> bool:
    try:
        Lock(folder / LOCK_NAME).release()
    except JournalBusy:
        return True
    return False


@pytest.mark.parametrize("words", [("", "--quick-add"), ("--hidden", "--hidden"), ("--timer", "")])
def test_of_two_that_start_at_once_one_stays(
    tmp_path: Path, begin: Callable[..., Process], words: tuple[str, str]
) -> None:
    folder = tmp_path / "journal"
    both = [begin(folder, *filter(None, [word])) for word in words]
    wait_for(lambda: any(process.poll() is not None for process in both))
    wait_for(lambda: is_reached(folder))
    assert sorted(process.poll() is None for process in both) == [False, True]
    assert [process.returncode for process in both if process.poll() is not None] == [0]


def test_one_that_was_killed_leaves_nothing_in_the_way(tmp_path: Path, begin: Callable[..., Process]) -> None:
    folder = tmp_path / "journal"
    first = begin(folder)
    wait_for(lambda: is_reached(folder))
    stale = holder_address(folder / LOCK_NAME)
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert Path(stale).exists()
    second = begin(folder, "--hidden")
    wait_for(lambda: is_reached(folder))
    assert second.poll() is None
    third = begin(folder, "--quick-add")
    assert third.wait(_PATIENCE) == 0


def test_another_journal_is_another_program(tmp_path: Path, begin: Callable[..., Process]) -> None:
    folders = [tmp_path / "one", tmp_path / "other"]
    both = [begin(folder) for folder in folders]
    for folder in folders:
        wait_for(lambda folder=folder: is_reached(folder))  # type: ignore[misc]
    assert [process.poll() for process in both] == [None, None]


@contextmanager
def deaf(path: Path) -> Iterator[str]:
    """Somebody who takes every call and never says a word."""
    with socket.socket(socket.AF_UNIX) as end:
        end.bind(str(path))
        end.listen()
        yield str(path)


def test_one_that_hangs_is_not_waited_for_and_keeps_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "_PATIENCE", 0.1)
    lock = Lock(tmp_path / LOCK_NAME)
    with deaf(Path(os.environ["XDG_RUNTIME_DIR"]) / "deaf.sock") as address:
        lock.publish(address)
        assert not start._shown_elsewhere(tmp_path, "quick_add")
    assert is_held(tmp_path)
    lock.release()


def test_one_that_is_just_closing_is_told_from_one_that_answers(tmp_path: Path) -> None:
    lock = Lock(tmp_path / LOCK_NAME)
    path = Path(os.environ["XDG_RUNTIME_DIR"]) / "closing.sock"
    with socket.socket(socket.AF_UNIX) as end:
        end.bind(str(path))
        end.listen()
        lock.publish(str(path))

        def hello_and_gone() -> None:
            line, _ = end.accept()
            line.sendall((5).to_bytes(4) + b"hello")
            line.close()

        going = threading.Thread(target=hello_and_gone)
        going.start()
        assert not start._shown_elsewhere(tmp_path, "main")
        going.join()
    assert is_held(tmp_path)
    lock.release()


@pytest.mark.parametrize("words", [[], ["--quick-add"], ["--timer"], ["--hidden"]])
def test_each_way_to_start_reaches_it_without_a_parser_or_qt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    heard: list[object] = []

    def hear(told: Message) -> Message:
        heard.append(told["show"])
        return {}

    lock = Lock(tmp_path / LOCK_NAME)
    reception = Reception(str(Path(os.environ["XDG_RUNTIME_DIR"]) / "one.sock"), hear)
    lock.publish(reception.address)
    code = (
        "import sys; from reconnect_desktop.cli.start import start; code = start(sys.argv[1:]);"
        "heavy = {'argparse', 'PySide6', 'platformdirs', 'sqlcipher3'} & set(sys.modules);"
        "sys.exit(code or (str(sorted(heavy)) if heavy else 0))"
    )
    environment = {**os.environ, "RECONNECT_JOURNAL": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code, *words], env=environment, check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert heard == [words[0].removeprefix("--").replace("-", "_") if words else "main"]
    reception.close()
    lock.release()


def test_quick_add_from_outside_is_locked_with_the_journal(guarded: User) -> None:
    window = ask(guarded)
    guarded.until(lambda: program_of(guarded).doorbell is not None)
    send(holder_address(guarded.folder / LOCK_NAME), {"show": "quick_add"})
    guarded.until(lambda: program_of(guarded).quick_add is not None)
    quick_add = program_of(guarded).quick_add
    assert quick_add is not None
    guarded.until(lambda: lock_page(quick_add) is not None)
    assert not quick_add.form.isVisible()
    quick_add.close()
    send(holder_address(guarded.folder / LOCK_NAME), {"show": "timer"})
    guarded.until(lambda: program_of(guarded).timing.is_running)
    assert lock_page(window) is not None
    program_of(guarded).timing.drop()


def test_a_second_hidden_start_shows_nothing_and_another_shows_the_window(user: User) -> None:
    program = user.start_hidden(FakePlace())
    user.until(lambda: program.doorbell is not None)
    send(holder_address(user.folder / LOCK_NAME), {"show": "hidden"})
    send(holder_address(user.folder / LOCK_NAME), {"show": "main"})
    user.until(lambda: program.main is not None and program.main.isVisible())
    assert program.quick_add is None
    assert QApplication.activeWindow() in (None, program.main)
