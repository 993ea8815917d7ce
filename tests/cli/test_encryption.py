"""A passphrase by commands: from a descriptor, at a terminal, and never where others see it."""

from __future__ import annotations

import os
import pty
import re
import select
import sys
import threading
import time
from pathlib import Path
from typing import Self

import pytest

from reconnect_desktop.cli import reaching
from reconnect_desktop.cli.asking import Asking
from reconnect_desktop.domain import recovery_key
from reconnect_desktop.storage import key_files, remembered
from reconnect_desktop.unlocking import unlock
from tests.cli.conftest import Shell

WORDS = "under the old walnut tree"
OTHER = "a quite different sentence"
KEY = re.compile(r"(?:[0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}")


def told(*lines: str) -> str:
    """A descriptor from which these lines are read."""
    return told_bytes("\n".join([*lines, ""]).encode())


def told_bytes(data: bytes) -> str:
    reading, writing = os.pipe()
    os.write(writing, data)
    os.close(writing)
    return f"--passphrase-fd={reading}"


@pytest.fixture
def encrypted(shell: Shell, quick_keys: None) -> Shell:
    """A shell whose journal has one interaction and a passphrase."""
    shell("add", "call", "--note", "about the tulips")
    shell("encrypt", told(WORDS))
    return shell


def test_a_journal_is_encrypted_used_and_decrypted(encrypted: Shell) -> None:
    file = encrypted.folder / "journal.db"
    assert b"SQLite format" not in file.read_bytes()
    assert "tulips" in encrypted("log", told(WORDS))
    encrypted("add", "visit", told(WORDS))
    said = encrypted("decrypt", told(WORDS))
    assert "no passphrase any more" in said
    assert "Backups of before still need it (1); `backups` lists them." in said
    assert sum("verified, encrypted" in line for line in encrypted("backups").splitlines()) == 1
    assert file.read_bytes().startswith(b"SQLite format 3")
    assert len(encrypted("log").splitlines()) == 2
    assert key_files.read(encrypted.folder) is None


def test_without_the_passphrase_nobody_comes_in(encrypted: Shell) -> None:
    before = (encrypted.folder / "journal.db").read_bytes()
    encrypted("log", code=1)
    assert encrypted.err == "The journal is encrypted; its passphrase is needed to open it.\n"
    encrypted("add", "call", told("something else"), code=1)
    assert encrypted.err.startswith("This doesn't open the journal")
    encrypted("decrypt", told("something else"), code=1)
    assert (encrypted.folder / "journal.db").read_bytes() == before


def test_a_changed_passphrase_opens_and_the_old_one_does_not(encrypted: Shell) -> None:
    before = (encrypted.folder / "journal.db").read_bytes()
    encrypted("passphrase", told(WORDS, OTHER))
    assert (encrypted.folder / "journal.db").read_bytes() == before
    assert "tulips" in encrypted("log", told(OTHER))
    encrypted("log", told(WORDS), code=1)


@pytest.mark.parametrize("command", ["decrypt", "passphrase", "recovery-key"])
def test_what_needs_a_passphrase_says_so_before_it_asks(shell: Shell, command: str) -> None:
    shell("add", "call")
    shell(command, code=1)
    assert shell.err == "The journal has no passphrase; set one first.\n"


def test_a_second_passphrase_is_not_set_beside_the_first(encrypted: Shell) -> None:
    encrypted("encrypt", told(OTHER), code=1)
    assert "has a passphrase already" in encrypted.err
    assert "tulips" in encrypted("log", told(WORDS))


def test_an_empty_passphrase_is_none(shell: Shell) -> None:
    shell("encrypt", told(""), code=2)
    assert shell.err.startswith("The passphrase is still empty")
    assert "Nothing" in shell("log")


@pytest.mark.parametrize("number", ["987", "-1", "99999999999999999999"])
def test_a_descriptor_that_is_none_is_told(encrypted: Shell, number: str) -> None:
    encrypted("log", f"--passphrase-fd={number}", code=1)
    assert encrypted.err.startswith("This file can't be read")


def test_lines_may_end_as_on_windows(encrypted: Shell) -> None:
    assert "tulips" in encrypted("log", told(f"{WORDS}\r"))
    encrypted("passphrase", told(f"{WORDS}\r", f"{OTHER}\r"))
    assert "tulips" in encrypted("log", told(OTHER))


def test_a_descriptor_that_stays_open_is_not_waited_for(encrypted: Shell) -> None:
    reading, writing = os.pipe()
    os.write(writing, f"{WORDS}\n".encode())
    assert "tulips" in encrypted("log", f"--passphrase-fd={reading}")
    os.close(writing)


def test_a_descriptor_with_nothing_in_it_tells_nothing(shell: Shell, quick_keys: None) -> None:
    shell("add", "call")
    shell("encrypt", told_bytes(b""), code=2)
    assert shell.err.startswith("The passphrase is still empty")
    shell("encrypt", told(WORDS))
    shell("log", told_bytes(b""), code=1)
    assert shell.err == "The journal is encrypted; its passphrase is needed to open it.\n"
    shell("passphrase", told(WORDS), code=2)
    assert shell.err.startswith("The passphrase is still empty")


def test_what_is_no_text_is_no_passphrase(encrypted: Shell) -> None:
    encrypted("log", told_bytes(b"under the \xe4\n"), code=2)
    assert encrypted.err.startswith("There is a character that can't be saved in the passphrase")


def test_a_window_takes_no_descriptor(shell: Shell) -> None:
    shell(told(WORDS), code=2)
    assert "a window asks for the passphrase itself" in shell.err
    shell("--quick-add", told(WORDS), code=2)


def test_the_passphrase_is_in_no_word_that_is_printed(encrypted: Shell) -> None:
    said = [encrypted("status", told(WORDS)), encrypted.err, encrypted("log", told("wrong " + WORDS), code=1)]
    assert not [text for text in (*said, encrypted.err) if "walnut" in text]


def test_at_a_terminal_it_is_asked_for_unseen_and_the_recovery_key_is_typed_back(
    shell: Shell, tmp_path: Path
) -> None:
    shell("add", "call", "--note", "about the tulips")
    with Terminal(shell.folder, "encrypt") as terminal:
        terminal.answers("New passphrase: ", WORDS)
        terminal.answers("The same again: ", WORDS)
        shown = terminal.until("Type it here")
        (key,) = KEY.findall(shown)
        terminal.types(key.lower().replace("-", " "))
        rest = terminal.rest()
    assert "The journal is encrypted." in rest
    assert WORDS not in shown + rest
    with Terminal(shell.folder, "log") as terminal:
        terminal.answers("Passphrase, or recovery key: ", key)
        assert "tulips" in terminal.rest()


def test_a_recovery_key_that_is_not_typed_back_changes_nothing(encrypted: Shell) -> None:
    with Terminal(encrypted.folder, "recovery-key") as terminal:
        terminal.answers("Passphrase, or recovery key: ", WORDS)
        terminal.answers("Type it here, or just Enter to do without one: ", "")
        assert "Nothing was changed" in terminal.rest()
    vault = key_files.read(encrypted.folder)
    assert vault is not None
    assert not vault.has("recovery")


def test_a_keyring_that_never_answers_is_not_waited_for(
    encrypted: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where it asks for its own password, on a screen that nobody sees."""
    over = threading.Event()
    monkeypatch.setattr(reaching, "_KEYRING", 0.05)
    monkeypatch.setattr(remembered, "recall", lambda _: over.wait(30))
    monkeypatch.setattr(Asking, "passphrase", lambda _: WORDS)
    assert "tulips" in encrypted("log")
    over.set()


def test_what_the_keyring_has_opens_and_is_not_asked_for_where_a_descriptor_tells(
    encrypted: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = unlock(encrypted.folder, WORDS)
    monkeypatch.setattr(remembered, "recall", lambda _: key)
    assert "tulips" in encrypted("log")
    encrypted("log", told("something else"), code=1)
    assert encrypted.err.startswith("This doesn't open the journal")


def test_a_slip_in_the_recovery_key_can_be_made_good(encrypted: Shell) -> None:
    prompt = "Type it here, or just Enter to do without one: "
    with Terminal(encrypted.folder, "recovery-key") as terminal:
        terminal.answers("Passphrase, or recovery key: ", WORDS)
        (key,) = KEY.findall(terminal.until(prompt))
        terminal.types(key[:-1])
        assert "a slip in this recovery key" in terminal.until(prompt)
        terminal.types(recovery_key.write(bytes(16)))
        assert "another recovery key" in terminal.until(prompt)
        terminal.types(key)
        assert "The recovery key is set." in terminal.rest()
    assert "tulips" in encrypted("log", told(key))


@pytest.mark.parametrize(("typed", "said"), [(b"\xe4\n", "a character that can't"), (b"\x04", "still empty")])
def test_at_a_terminal_nothing_ends_in_a_crash(shell: Shell, typed: bytes, said: str) -> None:
    shell("add", "call")
    with Terminal(shell.folder, "encrypt") as terminal:
        terminal.until("New passphrase: ")
        terminal.sends(typed)
        rest = terminal.rest()
    assert said in rest
    assert len(rest.strip().splitlines()) == 1
    assert key_files.read(shell.folder) is None


class Terminal:
    """A command at a terminal of its own, and somebody who reads and types there."""

    def __init__(self, folder: Path, *words: str) -> None:
        self._folder, self._words = folder, words
        self._read = ""

    def __enter__(self) -> Self:
        self._child, self._end = pty.fork()
        if not self._child:
            command = [
                sys.executable,
                "-m",
                "reconnect_desktop",
                "--journal",
                str(self._folder),
                *self._words,
            ]
            os.execv(sys.executable, command)
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._end)
        os.waitpid(self._child, 0)

    def answers(self, prompt: str, text: str) -> None:
        self.until(prompt)
        self.types(text)

    def types(self, text: str) -> None:
        self.sends(f"{text}\n".encode())

    def sends(self, typed: bytes) -> None:
        os.write(self._end, typed)

    def until(self, words: str) -> str:
        """What was shown since the last time, up to where these words end."""
        give_up = time.monotonic() + 30
        while words not in self._read:
            assert time.monotonic() < give_up, self._read
            assert self._more(), self._read
        seen, _, self._read = self._read.partition(words)
        return seen + words

    def rest(self) -> str:
        while self._more():
            pass
        return self._read

    def _more(self) -> bool:
        select.select([self._end], [], [], 30)
        try:
            piece = os.read(self._end, 10_000)
        except OSError:  # as Linux tells the end of a terminal
            return False
        self._read += piece.decode()
        return bool(piece)
