"""A day with the finished program, as somebody would have it who knows nothing of Python.

    python packaging/smoke.py COMMAND [--keep FOLDER]

COMMAND is the bundle's program, or `reconnect-desktop` once a package is installed. It runs with a home of its own, on a
screen of its own (Xvfb), with keys that are pressed by xdotool; nothing of this checkout is within its reach. Ends with 1
and a sentence at the first thing that isn't as it should be. --keep: what was written stays there.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

WORDS = "under the old walnut tree"
PATIENCE = 40  # seconds until something that was asked for must have happened
_TROUBLE = ("traceback", "error", "warning", "cannot", "could not", "failed")
_PAGES = 6
# Where things of the program's may lie in a home, as docs/privacy.md has it.
_PLACES = (".cache/reconnect-desktop", ".config/reconnect-desktop", ".local/share/reconnect-desktop",
           ".local/state/reconnect-desktop", "out")  # fmt: skip


class NotAsItShould(Exception):
    """What went wrong, in a sentence."""


class Somebody:
    """Who uses the program: at the command line, and at the keyboard."""

    def __init__(self, program: Path, home: Path, display: str) -> None:
        self.program, self.home = program, home
        session = home / "run"
        session.mkdir(mode=0o700)
        self.surroundings = {
            "HOME": str(home),
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "DISPLAY": display,
            "XDG_RUNTIME_DIR": str(session),
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={session}/bus",  # of which there is none: no desktop runs here
        }

    def says(self, *words: str, passphrase: str = "", code: int = 0) -> str:
        """What a command prints, that ends with `code` and complains of nothing unless it should."""
        reading, writing = os.pipe()
        os.write(writing, f"{passphrase}\n".encode())
        os.close(writing)
        secret = [f"--passphrase-fd={reading}"] if passphrase else []
        done = subprocess.run(
            [self.program, *words, *secret], env=self.surroundings, pass_fds=[reading], capture_output=True,
            text=True, timeout=PATIENCE, check=False, cwd=self.home,
        )  # fmt: skip
        os.close(reading)
        if done.returncode != code:
            raise NotAsItShould(f"{words} ended with {done.returncode}: {done.stderr}")
        if code == 0 and done.stderr:
            raise NotAsItShould(f"{words} complained: {done.stderr}")
        return done.stdout

    @contextmanager
    def window(self, *words: str) -> Iterator[str]:
        """The program with its window open, as X knows it; at the end it is left by Ctrl+Q, and must have been quiet."""
        told = self.home / "stderr.txt"
        with told.open("wb") as stderr:
            running = subprocess.Popen(
                [self.program, *words], env=self.surroundings, stderr=stderr, cwd=self.home
            )
        try:
            main = self.look_at("Reconnect")
            yield main
            self.turn_to(main)
            self.press("ctrl+q")
            code = running.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise NotAsItShould("Ctrl+Q did not end it") from None
        finally:
            running.kill()
        complaint = told.read_text(encoding="utf-8", errors="replace")
        if code or any(word in complaint.lower() for word in _TROUBLE):
            raise NotAsItShould(f"the window ended with {code}: {complaint}")

    def look_at(self, title: str) -> str:
        """Give the keyboard to the window of this title, once it is there; returns what X knows it by."""
        found: list[str] = []

        def there() -> bool:
            found[:] = self._xdotool("search", "--onlyvisible", "--name", f"^{title}$").split()
            return bool(found)

        until(there, f"there is no window {title!r}")
        self.turn_to(found[-1])
        return found[-1]

    def turn_to(self, window: str) -> None:
        """Give the keyboard to this window."""
        self._xdotool("windowfocus", "--sync", window)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        self._xdotool("key", "--delay", "60", *keys)

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env={**os.environ, **self.surroundings}, capture_output=True, text=True, check=False
        )  # fmt: skip
        return done.stdout


def day(somebody: Somebody) -> Iterator[str]:
    """The story, with what was done after each step."""
    out = somebody.home / "out"
    out.mkdir()
    expect(somebody.says("--version").startswith("Reconnect "), "--version tells no version")
    beside = somebody.program.resolve().parent
    expect(any(beside.rglob("guide/first-steps.md")), "the guide was not brought along")
    somebody.says("add", "visit", "--minutes", "90", "--closeness", "6", "--note", "the tulips")
    expect("tulips" in somebody.says("log"), "what was added is not in the log")
    yield "added on the command line"
    with somebody.window() as main:
        until(lambda: _count(somebody) == 1, "the window does not answer the command line")
        somebody.press("ctrl+n")
        somebody.look_at("Log an interaction – Reconnect")
        somebody.press("c", "Tab", "2", "5", "Tab", "5", "Return")
        until(lambda: _count(somebody) == 2, "what was typed was not logged")
        yield "logged by keys in the window"
        somebody.press("Escape")
        somebody.turn_to(main)
        for number in range(1, _PAGES + 1):
            somebody.press(f"ctrl+{number}")
            somebody.says("add", "message", "--note", f"while page {number} is open")
        somebody.press("F1")
        somebody.look_at("Guide – Reconnect")
        somebody.press("Escape")
    yield "seen each page and the guide, and left by Ctrl+Q"
    for kind, head in (("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF-")):
        somebody.says("chart", "closeness", "--out", str(out / f"chart.{kind}"))
        begins(out / f"chart.{kind}", head)
    this_month = time.strftime("%Y-%m")
    somebody.says("review", this_month, "--pdf", str(out / "review.pdf"))
    begins(out / "review.pdf", b"%PDF-")
    yield "drawn and written a chart and a review"
    somebody.says("export", str(out / "journal.json"))
    kept = json.loads((out / "journal.json").read_text(encoding="utf-8"))
    interactions = [one for one in kept["records"] if one["kind"] == "interaction"]
    expect(len(interactions) == 2 + _PAGES, "the export has not all of it")
    yield "exported"
    yield from encrypted(somebody)
    expect("whole" in somebody.says("verify", passphrase=WORDS), "the journal is not whole")
    for path in somebody.home.rglob("*"):
        place = path.relative_to(somebody.home).as_posix()
        known = path.is_dir() or place.startswith(("run/", "stderr", *(f"{one}/" for one in _PLACES)))
        expect(known or _of_the_system(place), f"something was left at {place}")
    yield "found nothing where nothing belongs"


def encrypted(somebody: Somebody) -> Iterator[str]:
    """The journal gets a passphrase, and opens with that alone."""
    file = somebody.home / ".local/share/reconnect-desktop/journal.db"
    begins(file, b"SQLite format 3")
    somebody.says("encrypt", passphrase=WORDS)
    expect(b"SQLite" not in file.read_bytes()[:16], "the journal is not encrypted")
    somebody.says("log", passphrase="another", code=1)  # noqa: S106 - a wrong one
    expect("tulips" in somebody.says("log", passphrase=WORDS), "the passphrase does not open it")
    yield "encrypted, and opened again"


def _count(somebody: Somebody) -> int:
    return len(json.loads(somebody.says("log", "--json")))


def _of_the_system(place: str) -> bool:
    """What Qt, fontconfig and the graphics driver keep for themselves."""
    return place.startswith(
        (".cache/fontconfig/", ".cache/mesa_shader_cache", ".config/QtProject", ".config/dconf/")
    )


def begins(file: Path, head: bytes) -> None:
    """The file is there and begins so."""
    expect(file.exists() and file.read_bytes().startswith(head), f"{file.name} is not what it says")


def until(done: Callable[[], bool], otherwise: str) -> None:
    """Wait for it, patiently but not for ever."""
    last = time.monotonic() + PATIENCE
    while not done():
        if time.monotonic() > last:
            raise NotAsItShould(otherwise)
        time.sleep(0.1)


def expect(holds: bool, otherwise: str) -> None:
    """Go on only if it holds."""
    if not holds:
        raise NotAsItShould(otherwise)


@contextmanager
def screen() -> Iterator[str]:
    """A screen that nobody sees; yields its name."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def main(program: Path, keep: Path | None) -> int:
    """Live the day; 0 if all went well."""
    missing = [one for one in ("Xvfb", "xdotool") if not shutil.which(one)]
    if missing:
        print(f"The smoke story needs {' and '.join(missing)}.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder, screen() as display:
        try:
            for step in day(Somebody(program, Path(folder), display)):
                print(f"  {step}", flush=True)
        except NotAsItShould as problem:
            print(f"Not as it should be: {problem}", file=sys.stderr)
            return 1
        if keep is not None:
            shutil.copytree(Path(folder) / "out", keep, dirs_exist_ok=True)
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=lambda name: Path(shutil.which(name) or name).absolute())
    parser.add_argument("--keep", type=Path)
    words = parser.parse_args()
    sys.exit(main(words.program, words.keep))
