"""Several starts at once, a kill -9 among them, and any rubbish in the lock file: never two writers, nobody locked out."""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.durability.campaign import KEYS, fresh_seed, report, rounds
from tests.durability.plan import look, open_journal
from tests.durability.warm import Warm

STARTS, TURNS = 3, 4


def test_there_are_never_two_writers(disk: Path, capsys: pytest.CaptureFixture[str], warm: Warm) -> None:
    seed, count = fresh_seed(), rounds(6, 100)
    chance = random.Random(seed)
    saved: dict[str, set[str]] = {mode: set() for mode in KEYS}
    for mode, key in KEYS.items():
        open_journal(disk / mode, key).close()
    for number in range(count):
        mode = chance.choice(list(KEYS))
        folder, key = disk / mode, KEYS[mode]
        (folder / "lock").write_bytes(rubbish(chance))
        killed = f"{number}.0" if chance.random() < 0.7 else ""
        lines = take_turns(warm, (folder, key.hex()), number, killed, chance.randrange(1, 3 * TURNS))
        assert_one_at_a_time(lines, killed)
        told = saved[mode] | {line.removeprefix("saved ") for line in lines if line.startswith("saved")}
        held = look(folder, key)[0].keys()
        assert told <= held
        assert all(extra.startswith(f"{killed}.") for extra in held - told), f"seed {seed}"
        saved[mode] = set(held)
    writes = sum(map(len, saved.values()))
    report(
        capsys,
        f"starts at once: {count} rounds of {STARTS}, plain and encrypted, {writes} writes, "
        f"0 times two writers, 0 locked out; seed {seed}",
    )


def rubbish(chance: random.Random) -> bytes:
    """What a crash, a full disk or somebody curious may leave in the lock file."""
    return chance.choice((b"", b"\0" * 40, chance.randbytes(5_000), b"/nowhere/at/all.sock", b"4242\nhost\n"))


def take_turns(warm: Warm, journal: tuple[Path, str], number: int, killed: str, after: int) -> list[str]:
    """Start some processes at once, kill one of them after so many lines; what they told, in its order."""
    reading, writing = os.pipe()
    names = [f"{number}.{start}" for start in range(STARTS)]
    running = {name: warm.start("take_turns", *journal, name, TURNS, out=writing) for name in names}
    os.close(writing)
    lines = []
    with os.fdopen(reading) as pipe:
        for line in pipe:
            lines.append(line.strip())
            if killed and len(lines) == after:
                os.kill(running[killed], signal.SIGKILL)
    codes = {name: warm.wait(actor) for name, actor in running.items()}
    assert all(code == 0 for name, code in codes.items() if name != killed)
    return lines


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


@pytest.mark.parametrize("mode", KEYS)
def test_two_windows_cannot_have_one_journal(disk: Path, warm: Warm, mode: str) -> None:
    """The second process is told so while the first one lives, and gets the journal as soon as it is killed."""
    folder, key = disk / "journal", KEYS[mode].hex()
    reading, writing = os.pipe()
    first = warm.start("live", folder, key, "one", out=writing)
    assert os.read(reading, 1) == b"+"
    assert warm.run("look_in", folder, key) == (0, "busy")
    os.kill(first, signal.SIGKILL)
    warm.wait(first)
    os.close(reading)
    os.close(writing)
    assert warm.run("look_in", folder, key) == (0, "open")
