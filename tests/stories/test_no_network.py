"""The running program asks the system for local sockets and for no others."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.offline import ROOT, STRACE, families, without_network

STORY = "tests/stories/test_first_day.py::test_a_call_is_logged_by_six_keys_and_enter"


def traced(tmp_path: Path, *command: str) -> str:
    """What strace saw of the network calls of a command that did well."""
    told = tmp_path / "strace.txt"
    done = subprocess.run(
        [*STRACE, "-o", str(told), *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return told.read_text(encoding="utf-8", errors="replace")


@pytest.fixture(autouse=True)
def strace(tmp_path: Path) -> None:
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    if subprocess.run([*STRACE, "-o", "/dev/null", "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system lets no process be traced")


def test_a_story_from_start_to_end_uses_local_sockets_only(tmp_path: Path) -> None:
    trace = traced(tmp_path, sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", STORY)
    assert families(trace).keys() == {"AF_UNIX"}, "the hand-over listens at one, and nothing else does"


def test_a_command_uses_local_sockets_only(tmp_path: Path) -> None:
    words = ["-m", "reconnect_desktop", "--journal", str(tmp_path / "journal"), "add", "call"]
    assert families(traced(tmp_path, sys.executable, *words)).keys() <= {"AF_UNIX"}


def test_the_tracer_would_see_others(tmp_path: Path) -> None:
    code = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"
    assert "AF_INET" in families(traced(tmp_path, sys.executable, "-c", code))


def test_where_there_is_no_network_none_can_be_had() -> None:
    alone = without_network()
    if not alone:
        pytest.skip("this system lets nobody be without a network")
    code = "import socket; socket.create_connection(('127.0.0.1', 9), 1)"
    done = subprocess.run([*alone, sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "Network is unreachable" in done.stderr
