"""A command reaches the window that is locked, opens the journal for itself alone, and leaves it locked."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from reconnect_desktop import backing_up, encrypting
from reconnect_desktop.cli.start import start
from reconnect_desktop.domain.backups import Occasion
from tests.cli.test_encryption import WORDS, told
from tests.stories.conftest import User


def command(user: User, *words: str) -> int:
    """Run it in a thread of its own, as another process would; its exit code."""
    codes: list[int] = []
    thread = threading.Thread(
        target=lambda: codes.append(start(["--journal", str(user.folder), *words])), daemon=True
    )
    thread.start()
    user.until(lambda: bool(codes))
    return codes[0]


@pytest.fixture
def locked(user: User, quick_keys: None) -> Any:
    window = user.start()
    encrypting.turn_on(user.journal, WORDS, None)
    assert user.program is not None
    user.program.lock()
    user.until(lambda: user.program is not None and user.program.doorkeeper.closed is not None)
    return window


def test_a_command_with_the_passphrase_is_carried_out(
    user: User, locked: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(user, "add", "call", "--note", "about the tulips", told(WORDS)) == 0
    assert command(user, "log", told(WORDS)) == 0
    assert "tulips" in capsys.readouterr().out
    assert user.program is not None
    assert user.program.journal is None


@pytest.mark.parametrize(("typed", "sentence"), [("", "its passphrase is needed"), ("wrong", "doesn't open")])
def test_one_without_it_is_told_so(
    user: User, locked: Any, capsys: pytest.CaptureFixture[str], typed: str, sentence: str
) -> None:
    words = [told(typed)] if typed else []
    assert command(user, "log", *words) == 1
    told_ = capsys.readouterr()
    assert sentence in told_.err
    assert not told_.out


def test_an_open_window_is_encrypted_by_command(user: User, quick_keys: None) -> None:
    user.start()
    assert command(user, "add", "call") == 0
    assert command(user, "encrypt", told(WORDS)) == 0
    assert user.journal.key is not None
    assert user.journal.count() == 1
    assert command(user, "decrypt", told(WORDS)) == 0
    assert user.journal.key is None


def test_what_a_command_changes_is_backed_up_that_day(user: User, locked: Any) -> None:
    before = backing_up.backups_in(user.folder)
    assert command(user, "log", told(WORDS)) == 0
    assert backing_up.backups_in(user.folder) == before
    assert command(user, "add", "call", told(WORDS)) == 0
    newest, *others = backing_up.backups_in(user.folder)
    assert (newest.interactions, newest.occasion, others) == (1, Occasion.DAY, before)


def test_a_journal_that_was_decrypted_meanwhile_is_let_in(user: User, locked: Any) -> None:
    assert command(user, "add", "call", told(WORDS)) == 0
    assert command(user, "decrypt", told(WORDS)) == 0
    assert command(user, "status") == 0
    assert user.program is not None
    user.program.doorkeeper.unlock(WORDS)
    user.until(lambda: user.program is not None and user.program.journal is not None)
    assert user.journal.key is None
    assert user.journal.count() == 1
