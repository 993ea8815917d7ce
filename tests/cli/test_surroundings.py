"""Commands in odd surroundings: pipes that close, terminals of few letters, folders that are gone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reconnect_desktop.cli import reaching
from reconnect_desktop.cli.asking import Asking
from reconnect_desktop.handover import Message, Reception, address_for
from reconnect_desktop.storage.lock import LOCK_NAME, Lock
from tests.cli.conftest import Shell
from tests.cli.test_encryption import told

COMMAND = [sys.executable, "-m", "reconnect_desktop"]
NOTE = "Größe … 👩‍👧"


def run(*words: str, folder: Path, encoding: str = "utf-8") -> subprocess.CompletedProcess[str]:
    """The command as a process of its own, its output in that encoding."""
    environment = {**os.environ, "RECONNECT_JOURNAL": str(folder), "PYTHONIOENCODING": encoding}
    return subprocess.run(
        [*COMMAND, *words], env=environment, capture_output=True, encoding=encoding, check=False
    )


def in_shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A line of a shell in which $R is the command."""
    environment = {**os.environ, "RECONNECT_JOURNAL": str(folder), "R": " ".join(COMMAND)}
    return subprocess.run(["bash", "-c", line], env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def full(shell: Shell) -> Path:
    """A journal whose log is longer than a pipe holds."""
    shell("add", "call", "--note", "x" * 90_000)
    shell("add", "call", "--note", "x" * 90_000)
    return shell.folder


def test_a_reader_that_has_seen_enough_is_no_trouble(full: Path) -> None:
    done = in_shell("$R log --json | head -c 1; echo ${PIPESTATUS[0]}", full)
    assert (done.stdout, done.stderr) == ("[0\n", "")


def test_an_answer_that_cannot_be_printed_is_told_in_one_sentence(full: Path) -> None:
    done = in_shell("$R add call > /dev/full", full)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "This was done" in done.stderr
    assert len(json.loads(run("log", "--json", folder=full).stdout)) == 3


def test_closed_streams_are_no_trouble(full: Path) -> None:
    assert in_shell("$R add call >&- 2>&-", full).returncode == 0
    assert in_shell("$R delete nothing >&- 2>&-", full).returncode == 1


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_of_few_letters_is_told_as_much_as_it_can_show(tmp_path: Path, encoding: str) -> None:
    done = run("add", "call", "--note", NOTE, folder=tmp_path, encoding=encoding)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Gr" in run("log", folder=tmp_path, encoding=encoding).stdout
    assert json.loads(run("log", "--json", folder=tmp_path, encoding=encoding).stdout)[0]["note"] == NOTE


def test_a_folder_that_is_gone_is_no_trouble_until_it_is_needed(full: Path, tmp_path: Path) -> None:
    gone = f"mkdir {tmp_path}/gone; cd {tmp_path}/gone; rmdir {tmp_path}/gone; "
    assert in_shell(f"{gone} $R status", full).returncode == 0
    for words in ("export x.json", "import x.json", "--journal here log"):
        done = in_shell(f"{gone} $R {words}", full)
        assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr


@pytest.mark.parametrize(
    "folder", ["/dev/null", "/dev/null/x", "/proc/x", "~nobody-at-all/x", f"/{'x' * 300}"]
)
def test_a_folder_that_cannot_be_is_told_in_one_sentence(folder: str) -> None:
    done = run("--journal", folder, "log", folder=Path("/unused"))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr
    assert "folder" in done.stderr


def test_a_window_takes_no_command(shell: Shell) -> None:
    shell("--demo", "add", "call", code=2)
    shell("--quick-add", "log", code=2)
    assert shell.json("log") == []


@contextmanager
def holder(folder: Path, answers: list[Message]) -> Iterator[list[Message]]:
    """A window that holds the journal, and gives these answers; what it heard."""
    folder.mkdir(exist_ok=True)
    heard: list[Message] = []
    lock = Lock(folder / LOCK_NAME)
    runtime = Path(os.environ["XDG_RUNTIME_DIR"]) / "reconnect"

    def answer(message: Message) -> Message:
        heard.append(message)
        return answers.pop(0)

    reception = Reception(address_for(folder, runtime), answer)
    lock.publish(reception.address)
    yield heard
    reception.close()
    lock.release()


def test_a_window_that_locks_itself_right_now_is_asked_again(shell: Shell) -> None:
    needs: Message = {"needs": "passphrase"}
    with holder(shell.folder, [needs, needs, needs, {"code": 0, "out": "done\n"}]) as heard:
        assert shell("log", told("under the old walnut tree")) == "done\n"
    assert [message["secrets"] for message in heard] == [{}] + [
        {"passphrase": "under the old walnut tree"}
    ] * 3


def test_a_window_that_never_comes_to_an_end_is_told(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reaching, "_PATIENCE", 0.2)
    with holder(shell.folder, [{"needs": "passphrase"}] * 1_000):
        shell("log", told("under the old walnut tree"), code=1)
    assert shell.err == "Another program has this journal open; close it there, then try again.\n"


def test_who_types_slowly_is_waited_for_all_the_same(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another command holds the journal when the passphrase has come at last."""
    asked: list[float] = []

    def slowly(_: object) -> str:
        asked.append(time.monotonic())
        monkeypatch.setattr(time, "monotonic", lambda: asked[0] + 60)
        monkeypatch.setattr(time, "sleep", lambda _: answers.append({"code": 0, "out": "done\n"}))
        return "under the old walnut tree"

    monkeypatch.setattr(Asking, "passphrase", slowly)
    answers: list[Message] = [{"needs": "passphrase"}, {"needs": "passphrase"}]
    with holder(shell.folder, answers):
        assert shell("log") == "done\n"
