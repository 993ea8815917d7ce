"""What a user does whose journal has a passphrase."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from reconnect_desktop import clock, encrypting
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.app import Program
from reconnect_desktop.views.locking.lock_page import LockPage
from tests.making import contact
from tests.stories.conftest import User

WORDS = "under the old walnut tree"
NOTE = "She laughed about the tulips"


def make(folder: Path, note: str = NOTE, words: str = WORDS) -> None:
    """A closed, encrypted journal with one interaction in it."""
    journal = Journal.open(folder, clock.now)
    journal.apply(Action.LOG, add(contact("2026-01-01", note=note)))
    encrypting.turn_on(journal, words, None)
    journal.close()


def program_of(user: User) -> Program:
    """The program that is running."""
    assert user.program is not None
    return user.program


def lock_page(window: QWidget) -> LockPage | None:
    """What the window shows while it is locked."""
    return next((page for page in window.findChildren(LockPage) if page.isVisible()), None)


def ask(user: User, *, quick_add: bool = False) -> Any:
    """Start, and wait until the passphrase is asked for."""
    window = user.start(quick_add=quick_add, opened=False)
    user.until(lambda: lock_page(window) is not None)
    return window


def unlock(user: User, window: Any, words: str = WORDS) -> None:
    """Type the passphrase where the focus is."""
    window.activateWindow()
    user.until(
        lambda: (page := lock_page(window)) is not None and QApplication.focusWidget() is page.form.field
    )
    user.type(*words, Qt.Key.Key_Return)
    user.until(lambda: lock_page(window) is None)


def start_unlocked(user: User, words: str = WORDS) -> Any:
    """Start, and type the passphrase."""
    window = ask(user)
    unlock(user, window, words)
    user.until(lambda: program_of(user).doorbell is not None and program_of(user).background.is_idle)
    return window


def locked(user: User) -> None:
    """Wait until nothing is open any more."""
    user.until(lambda: program_of(user).doorkeeper.closed is not None)


def shown(kind: type[QWidget]) -> Any:
    """The window of this kind that can be seen, if there is one."""
    found = (one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())
    return next(found, None)
