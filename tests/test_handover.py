"""A second start reaches the first."""

from __future__ import annotations

import os
import socket
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reconnect_desktop import handover
from reconnect_desktop.domain.errors import NoAnswer
from reconnect_desktop.handover import Message, Reception, address_for, send


def echo(message: Message) -> Message:
    return {"heard": message}


def test_a_request_is_answered(tmp_path: Path) -> None:
    address = address_for(tmp_path, Path(os.environ["XDG_RUNTIME_DIR"]) / "reconnect")
    reception = Reception(address, echo)
    try:
        for number in range(3):
            assert send(address, {"argv": ["add", "ü"], "n": number}) == {
                "heard": {"argv": ["add", "ü"], "n": number}
            }
    finally:
        reception.close()
    assert send(address, {}) is None


def test_the_socket_is_the_users_alone(tmp_path: Path) -> None:
    runtime = Path(os.environ["XDG_RUNTIME_DIR"]) / "reconnect"
    runtime.mkdir(mode=0o755)
    reception = Reception(address_for(tmp_path, runtime), echo)
    reception.close()
    assert stat.S_IMODE(runtime.stat().st_mode) == 0o700


def test_nobody_there_is_no_answer(tmp_path: Path) -> None:
    assert send(str(tmp_path / "nobody.sock"), {}) is None


def test_nothing_is_told_to_what_another_user_has_put_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Message] = []

    def note(message: Message) -> Message:
        heard.append(message)
        return {}

    address = address_for(tmp_path, Path(os.environ["XDG_RUNTIME_DIR"]) / "reconnect")
    reception = Reception(address, note)
    with monkeypatch.context() as patch:
        patch.setattr(os, "getuid", lambda: Path(address).stat().st_uid + 1)
        assert send(address, {"secrets": {"passphrase": "under the old walnut tree"}}) is None
    reception.close()
    assert not heard


def test_a_socket_left_by_a_crash_is_taken_over(tmp_path: Path) -> None:
    address = address_for(tmp_path, Path(os.environ["XDG_RUNTIME_DIR"]) / "reconnect")
    Path(address).touch()
    reception = Reception(address, echo)
    assert send(address, {}) == {"heard": {}}
    reception.close()


@pytest.mark.parametrize("nonsense", [b"", b"\0", b"\0\0\0\4\xff\xff\xff\xff", b"\xff" * 8, b"\0\0\0\2[]"])
def test_nonsense_does_not_stop_it(tmp_path: Path, nonsense: bytes) -> None:
    address = address_for(tmp_path, Path(os.environ["XDG_RUNTIME_DIR"]) / "reconnect")
    reception = Reception(address, echo)
    with socket.socket(socket.AF_UNIX) as caller:
        caller.connect(address)
        caller.sendall(nonsense)
    assert send(address, {"still": "there", "long": "x" * 300_000}) is not None
    reception.close()


def test_a_long_folder_gets_a_short_address(tmp_path: Path) -> None:
    long = tmp_path / ("x" * 90) / ("y" * 90)
    assert len(address_for(long, long)) < 100


def test_different_journals_have_different_addresses(tmp_path: Path) -> None:
    runtime = Path(os.environ["XDG_RUNTIME_DIR"])
    assert address_for(tmp_path / "a", runtime) != address_for(tmp_path / "b", runtime)


def test_somebody_elses_folder_is_not_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    with pytest.raises(PermissionError):
        address_for(tmp_path, tmp_path)


def test_closing_ends_the_thread(tmp_path: Path) -> None:
    reception = Reception(address_for(tmp_path, Path(os.environ["XDG_RUNTIME_DIR"])), echo)
    reception.close()
    assert not any(thread.name == "reception" for thread in threading.enumerate())


@contextmanager
def holder(does: Callable[[socket.socket], object]) -> Iterator[str]:
    """Somebody who listens, does this with the first caller, and is gone."""
    path = Path(os.environ["XDG_RUNTIME_DIR"]) / "holder.sock"
    with socket.socket(socket.AF_UNIX) as end:
        end.bind(str(path))
        end.listen()

        def serve() -> None:
            caller, _ = end.accept()
            with caller:
                does(caller)

        thread = threading.Thread(target=serve)
        thread.start()
        yield str(path)
        thread.join()
    path.unlink()


def hello(caller: socket.socket) -> None:
    caller.sendall(b"\0\0\0\5hello")


def test_one_who_goes_before_the_hello_did_nothing() -> None:
    """So the caller may try again, without the risk of doing it twice."""
    with holder(lambda caller: None) as address:
        assert send(address, {}) is None
    with holder(lambda caller: caller.sendall(b"\0\0\0\2hi")) as address:
        assert send(address, {}) is None


@pytest.mark.parametrize("answer", [b"", b"\0\0\0\4{}", b"\0\0\0\2[]", b"\0\0\0\1{"])
def test_one_who_goes_after_it_may_have_done_it(answer: bytes) -> None:
    def go(caller: socket.socket) -> None:
        hello(caller)
        caller.recv(1 << 16)
        caller.sendall(answer)

    with holder(go) as address, pytest.raises(NoAnswer):
        send(address, {"argv": ["add", "call"]})


def test_one_who_says_nothing_is_not_waited_for_long() -> None:
    done = threading.Event()
    with holder(lambda caller: done.wait(10)) as address:
        assert send(address, {}, patience=0.05) is None
        done.set()


def test_a_mistake_of_ours_is_told_and_the_next_is_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", told.append)

    def answer(message: Message) -> Message:
        if message.get("break"):
            raise ZeroDivisionError
        return message

    reception = Reception(address_for(tmp_path, Path(os.environ["XDG_RUNTIME_DIR"])), answer)
    with pytest.raises(NoAnswer):
        send(reception.address, {"break": True})
    assert send(reception.address, {"n": 1}) == {"n": 1}
    reception.close()
    assert [args.exc_type for args in told] == [ZeroDivisionError]


def test_a_caller_who_never_speaks_holds_nobody_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handover, "_PATIENCE", 0.05)
    reception = Reception(address_for(tmp_path, Path(os.environ["XDG_RUNTIME_DIR"])), echo)
    with socket.socket(socket.AF_UNIX) as silent, socket.socket(socket.AF_UNIX) as halting:
        silent.connect(reception.address)
        halting.connect(reception.address)
        halting.sendall(b"\0\0\1\0half")
        tries = (send(reception.address, {}) for _ in range(100))
        assert next(filter(None, tries)) == {"heard": {}}
    reception.close()
