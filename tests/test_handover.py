"""A second start reaches the first."""

from __future__ import annotations

import os
import socket
import stat
import threading
from pathlib import Path

import pytest

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
