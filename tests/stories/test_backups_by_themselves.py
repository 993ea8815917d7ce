"""Backups make themselves while one logs, locks and leaves; and the sample journal needs none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from reconnect_desktop.backing_up import backups_in
from reconnect_desktop.domain.backups import Occasion
from reconnect_desktop.views import upkeep
from tests.stories.conftest import User
from tests.stories.guarded import locked, program_of, start_unlocked


def occasions(user: User) -> list[Occasion]:
    """Why backups were made, the newest first."""
    return [one.occasion for one in backups_in(user.folder)]


def log_a_call(user: User) -> None:
    """By quick add."""
    before = user.journal.count()
    user.type("c", Qt.Key.Key_Return)
    user.until(lambda: user.journal.count() == before + 1)


def test_after_the_first_call_of_the_day_and_at_the_end(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "_AFTER", 1)
    window = user.start(quick_add=True)
    log_a_call(user)
    user.until(lambda: occasions(user) == [Occasion.DAY])
    user.until(lambda: window._panel is not None)
    user.click(window._panel.ui.another_button)
    user.until(lambda: window._offered)
    log_a_call(user)
    assert occasions(user) == [Occasion.DAY]
    user.leave()
    assert occasions(user) == [Occasion.EXIT, Occasion.DAY]
    user.start()
    user.leave()
    assert occasions(user) == [Occasion.EXIT, Occasion.DAY]


def test_before_it_is_locked(guarded: User) -> None:
    window = start_unlocked(guarded)
    assert occasions(guarded) == [Occasion.ENCRYPTION]
    window.form.lock_action.trigger()
    locked(guarded)
    assert Occasion.EXIT in occasions(guarded)


def test_what_is_thrown_away_needs_none(user: User) -> None:
    user.start(sample=True)
    assert program_of(user).upkeep is None
    user.leave()
    assert occasions(user) == []
