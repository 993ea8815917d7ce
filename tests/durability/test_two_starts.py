"""Several starts at once, a kill -9 among them, and any rubbish in the lock file: never two writers, nobody locked out."""

from __future__ import annotations

import os
import random
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.durability.campaign import ROOT, begin, fresh_seed, rounds
from tests.durability.plan import look, open_journal

STARTS, TURNS = 3, 4


def test_there_are_never_two_writers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seed, count = fresh_seed(), rounds(6, 100)
    chance = random.Random(seed)
    folder = tmp_path / "journal"
    open_journal(folder).close()
    saved: set[str] = set()
    for number in range(count):
        (folder / "lock").write_bytes(rubbish(chance))
        killed = f"{number}.0" if chance.random() < 0.7 else ""
        lines = take_turns(folder, number, killed, chance.randrange(1, 3 * TURNS))
        assert_one_at_a_time(lines, killed)
        saved |= {line.removeprefix("saved ") for line in lines if line.startswith("saved")}
        held, _ = look(folder)
        assert saved <= held.keys()
        assert all(extra.startswith(f"{killed}.") for extra in held.keys() - saved), f"seed {seed}"
        saved = set(held)
    with capsys.disabled():
        print(
            f"\nstarts at once: {count} rounds of {STARTS}, {len(saved)} writes, never two writers; seed {seed}"
        )


def rubbish(chance: random.Random) -> bytes:
    """What a crash, a full disk or somebody curious may leave in the lock file."""
    return chance.choice((b"", b"\0" * 40, chance.randbytes(5_000), b"/nowhere/at/all.sock", b"4242\nhost\n"))


def take_turns(folder: Path, number: int, killed: str, after: int) -> list[str]:
    """Start some processes at once, kill one of them after so many lines; what they told, in its order."""
    reading, writing = os.pipe()
    names = [f"{number}.{start}" for start in range(STARTS)]
    running = {name: turn_taker(folder, name, writing) for name in names}
    os.close(writing)
    for process in running.values():
        assert process.stdin is not None
        process.stdin.close()
    lines = []
    with os.fdopen(reading) as pipe:
        for line in pipe:
            lines.append(line.strip())
            if killed and len(lines) == after:
                running[killed].kill()
    codes = {name: process.wait() for name, process in running.items()}
    assert all(code == 0 for name, code in codes.items() if name != killed)
    return lines


def turn_taker(folder: Path, name: str, pipe: int) -> subprocess.Popen[bytes]:
    """One of the processes; it waits for its standard input to be closed."""
    command = [sys.executable, "-m", "tests.durability.taking_turns", str(folder), name, str(TURNS)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=pipe)


def assert_one_at_a_time(lines: list[str], killed: str) -> None:
    """Whoever came in went out, or was killed, before the next one came in."""
    inside = ""
    for line in lines:
        word, _, rest = line.partition(" ")
        if word == "in":
            assert inside in ("", killed), lines
            inside = rest
        else:
            assert rest.startswith(inside), lines
            inside = "" if word == "out" else inside


@pytest.mark.parametrize("left", ["rubbish", "a deaf listener", "nobody"])
def test_a_command_finds_its_way_past_what_lies_in_the_lock_file(tmp_path: Path, left: str) -> None:
    folder = tmp_path / "journal"
    open_journal(folder).close()
    with listener(Path(os.environ["XDG_RUNTIME_DIR"]) / "deaf.sock") as deaf:
        told = {"rubbish": b"\xff\0\x80" * 700, "a deaf listener": os.fsencode(deaf), "nobody": b"/no/body"}
        (folder / "lock").write_bytes(told[left])
        command = [sys.executable, "-m", "reconnect_desktop", "--journal", str(folder), "add", "call"]
        assert subprocess.run(command, check=False, stdout=subprocess.DEVNULL, timeout=30).returncode == 0
    assert len(look(folder)[0]) == 1


@contextmanager
def listener(path: Path) -> Iterator[Path]:
    """A socket that takes every call and never says a word."""
    with socket.socket(socket.AF_UNIX) as end:
        end.bind(str(path))
        end.listen()
        yield path


def test_two_windows_cannot_have_one_journal(tmp_path: Path) -> None:
    """The second process is told so while the first one lives, and gets the journal as soon as it is killed."""
    folder = tmp_path / "journal"
    acting = begin("acting", str(folder), "one")
    assert acting.stdout is not None
    acting.stdout.read(1)
    command = [sys.executable, "-m", "tests.durability.looking", str(folder)]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False).stdout == b"busy\n"
    acting.kill()
    acting.communicate()
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False).stdout == b"open\n"
