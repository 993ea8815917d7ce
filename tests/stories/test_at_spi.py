"""A first contact is logged and heard of by a screen reader alone: the running program, on a desktop of its own."""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from ctypes.util import find_library
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PYTHON = "/usr/bin/python3"  # the system's own: pyatspi is in no package index
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
READER = ROOT / "tests/at_spi/reader.py"
LONGEST = 60  # seconds
# The bus of those who read the screen, the program, and somebody who reads it.
SESSION = """
"$LAUNCHER" --launch-immediately &
"$PROGRAM" -m reconnect_desktop --journal "$JOURNAL" &
"$PYTHON" "$READER" "$HEARD"
"""


def launcher() -> str:
    """What starts the bus of screen readers; or this is skipped."""
    missing = [name for name in ("Xvfb", "dbus-run-session") if not shutil.which(name)]
    found = next((path for path in LAUNCHERS if Path(path).exists()), "")
    if not found:
        missing.append("at-spi-bus-launcher")
    if find_library("xcb-cursor") is None:
        missing.append("libxcb-cursor0")
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    if (
        not Path(PYTHON).exists()
        or subprocess.run([PYTHON, "-c", "import pyatspi"], capture_output=True, check=False).returncode
    ):
        pytest.skip("the system's Python has no pyatspi")
    return found


@contextmanager
def group(*command: str, **named: Any) -> Iterator[subprocess.Popen[bytes]]:
    """A process, which is gone at the end with all that it started."""
    with subprocess.Popen(command, start_new_session=True, **named) as process:
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


@pytest.fixture
def display() -> Iterator[str]:
    """A screen of its own, with a number that was free."""
    told, tells = os.pipe()
    # It listens where a number is free for sure: files in /tmp are shared with those who are on another network.
    quiet = ("-nolisten", "tcp", "-nolisten", "unix")
    server = ("Xvfb", "-displayfd", str(tells), "-screen", "0", "1400x1000x24", *quiet)
    with group(*server, pass_fds=[tells], stderr=subprocess.DEVNULL), os.fdopen(told) as answer:
        os.close(tells)
        ready, _, _ = select.select([told], [], [], LONGEST)
        number = answer.readline().strip() if ready else ""  # the whole line: it would die of a closed pipe
        if not number:
            pytest.skip("no screen can be had here")
        yield f":{number}"


def read_out(bus: str, display: str, home: Path, journal: Path) -> dict[str, str]:
    """What the reader heard."""
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "DISPLAY": display,
        "LANG": "en_GB.UTF-8",
        "LC_ALL": "C.UTF-8",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "GSETTINGS_BACKEND": "memory",
        "LAUNCHER": bus,
        "PROGRAM": sys.executable,
        "JOURNAL": str(journal),
        "PYTHON": PYTHON,
        "READER": str(READER),
    }
    told, problems = home / "heard.json", home / "problems.txt"
    environment["HEARD"] = str(told)
    with (
        problems.open("w") as out,
        group(
            "dbus-run-session", "--", "sh", "-c", SESSION, cwd=ROOT, env=environment, stdout=out, stderr=out
        ) as session,
        suppress(subprocess.TimeoutExpired),
    ):  # whether anything was heard is looked at below
        session.wait(LONGEST)
    assert told.exists(), problems.read_text(encoding="utf-8")
    return dict(json.loads(told.read_text(encoding="utf-8")))


def test_a_call_is_logged_and_the_trends_are_heard(display: str, tmp_path: Path) -> None:
    bus = launcher()
    journal = tmp_path / "journal"
    heard = read_out(bus, display, tmp_path, journal)
    assert heard["first"] == "Today – Reconnect"
    assert heard["quick add"] == "Log an interaction – Reconnect"
    assert heard["minutes"] == "25"
    assert heard["closeness"] == "5 of 7, mostly overlapping"
    assert heard["saved"] == "Saved."
    assert heard["trends"] == "Trends – Reconnect"
    assert heard["role"] == "chart"
    assert heard["chart"] == (
        "Are we growing closer, or drifting apart? Eight more ratings and this will show what is usual."
    )
