"""A key that this computer remembers opens the journal at the start; whoever locks it is asked."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from reconnect_desktop.storage import remembered
from reconnect_desktop.unlocking import unlock as key_of
from reconnect_desktop.views.locking import recalling
from tests.stories.conftest import User
from tests.stories.guarded import WORDS, lock_page, locked, program_of, unlock


@pytest.fixture
def key(guarded: User) -> bytes:
    """The data key of the user's journal."""
    return key_of(guarded.folder, WORDS)


def test_it_opens_by_itself(guarded: User, key: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "recall", lambda _folder: key)
    window = guarded.start()
    assert lock_page(window) is None
    assert guarded.journal.count() == 1


def test_locked_by_hand_it_asks(guarded: User, key: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "recall", lambda _folder: key)
    window = guarded.start()
    program_of(guarded).lock()
    locked(guarded)
    guarded.until(lambda: program_of(guarded).background.is_idle)
    assert lock_page(window) is not None
    unlock(guarded, window)


def test_a_key_that_is_none_any_more_is_no_hindrance(guarded: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "recall", lambda _folder: bytes(32))
    window = guarded.start(opened=False)
    guarded.until(lambda: lock_page(window) is not None)
    unlock(guarded, window)
    assert guarded.journal.count() == 1


def test_a_keyring_that_does_not_answer_is_not_waited_for(
    guarded: User, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = threading.Event()

    def slowly(_folder: Path) -> bytes:
        answer.wait(10)
        return key

    monkeypatch.setattr(remembered, "recall", slowly)
    monkeypatch.setattr(recalling, "_PATIENCE", 20)
    window = guarded.start(opened=False)
    guarded.until(lambda: lock_page(window) is not None)
    answer.set()  # it opens all the same, for nobody has typed anything
    guarded.until(lambda: lock_page(window) is None)
    assert guarded.journal.count() == 1


def test_what_it_answers_after_a_lock_is_too_late(
    guarded: User, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, answered = threading.Event(), threading.Event()

    def slowly(_folder: Path) -> bytes:
        answer.wait(10)
        answered.set()
        return key

    monkeypatch.setattr(remembered, "recall", slowly)
    monkeypatch.setattr(recalling, "_PATIENCE", 20)
    window = guarded.start(opened=False)
    guarded.until(lambda: lock_page(window) is not None)
    program_of(guarded).locks.lock()
    answer.set()
    guarded.until(answered.is_set)
    guarded.qtbot.wait(50)
    assert program_of(guarded).journal is None
    unlock(guarded, window)
