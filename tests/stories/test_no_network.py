"""The running program asks the system for local sockets and for no others."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
# The filter in the kernel stops a process at these calls alone; else it would stop at each, and take ten times as long.
STRACE = ("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=network")
STORY = "tests/stories/test_first_day.py::test_a_call_is_logged_by_six_keys_and_enter"


def traced(tmp_path: Path, *command: str) -> str:
    """What strace saw of the network calls of a command that did well."""
    told = tmp_path / "strace.txt"
    done = subprocess.run(
        [*STRACE, "-o", str(told), *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return told.read_text(encoding="utf-8", errors="replace")


def families(trace: str) -> set[str]:
    """The address families that were named."""
    return set(re.findall(r"\b[AP]F_[A-Z0-9]+", trace))


@pytest.fixture(autouse=True)
def strace(tmp_path: Path) -> None:
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    if subprocess.run([*STRACE, "-o", "/dev/null", "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system lets no process be traced")


def test_a_story_from_start_to_end_uses_local_sockets_only(tmp_path: Path) -> None:
    trace = traced(tmp_path, sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", STORY)
    assert families(trace) == {"AF_UNIX"}, "the hand-over listens at one, and nothing else does"


def test_a_command_uses_local_sockets_only(tmp_path: Path) -> None:
    words = ["-m", "reconnect_desktop", "--journal", str(tmp_path / "journal"), "add", "call"]
    assert families(traced(tmp_path, sys.executable, *words)) <= {"AF_UNIX"}


def test_the_tracer_would_see_others(tmp_path: Path) -> None:
    code = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"
    assert "AF_INET" in families(traced(tmp_path, sys.executable, "-c", code))
