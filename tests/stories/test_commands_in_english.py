"""A command that a window carries out answers in English, whatever the window speaks; the window goes on in its own language."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from reconnect_desktop import encrypting, language
from reconnect_desktop.handover import Message
from tests.cli.test_encryption import WORDS
from tests.fakes import Pseudo
from tests.stories.conftest import User
from tests.stories.guarded import program_of


@pytest.fixture
def spoken() -> Iterator[None]:
    """The windows of this process speak another language."""
    language.speak("de", Pseudo())
    yield
    language.speak("en")


def answer(user: User, *words: str, **secrets: str) -> Message:
    """What the window says to a command of another process."""
    doorbell, answers = program_of(user).doorbell, list[Message]()
    assert doorbell is not None
    message: Message = {"argv": list(words), "cwd": "/", "secrets": secrets}
    caller = threading.Thread(target=lambda: answers.append(doorbell._answer(message)), daemon=True)
    caller.start()
    user.until(lambda: bool(answers))
    caller.join()
    return answers[0]


@pytest.mark.usefixtures("spoken")
def test_an_open_window_answers_in_english(user: User) -> None:
    window = user.start()
    added = answer(user, "add", "visit", "--minutes", "90", "--note", "tulips")
    user.until(window.toast.isVisible)
    assert "In person" in str(added["out"])
    assert "⟦" not in str(added)
    assert "⟦" in window.toast.label.text()
    assert "No rating yet." in str(answer(user, "status")["out"])
    refused = answer(user, "edit", "no such id", "--minutes", "5")
    assert str(refused["err"]).startswith("No entry has this id")


@pytest.mark.usefixtures("spoken", "quick_keys")
def test_so_does_one_that_is_locked(user: User) -> None:
    user.start()
    encrypting.turn_on(user.journal, WORDS, None)
    program_of(user).lock()
    user.until(lambda: program_of(user).doorkeeper.closed is not None)
    refused = answer(user, "status", passphrase="another one")
    assert str(refused["err"]).startswith("This doesn't open the journal")
