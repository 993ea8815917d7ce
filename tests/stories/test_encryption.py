"""A passphrase is set on the first day, everything goes on as before, and nobody opens the journal without it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from reconnect_desktop import backing_up
from reconnect_desktop.domain.action import Action
from reconnect_desktop.domain.change import add
from reconnect_desktop.domain.errors import WrongPassphrase
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.storage.connection import FILE_NAME
from reconnect_desktop.unlocking import is_encrypted, unlock
from reconnect_desktop.views.encryption.done_step import DoneStep
from reconnect_desktop.views.encryption.encryption_dialog import EncryptionDialog
from reconnect_desktop.views.encryption.recovery_step import RecoveryStep
from reconnect_desktop.views.locking.lock_page import LockPage
from tests.stories.conftest import User

pytestmark = pytest.mark.usefixtures("quick_keys")

PASSPHRASE, NOTE = "xanadu tulips", "Xanadunote"


class Dialog:
    """The dialog of the passphrase, acted on while it is waited for."""

    def __init__(self, user: User) -> None:
        self._user = user
        self.key = ""
        self.errors: list[BaseException] = []

    def when_it_opens(self, act: Callable[[EncryptionDialog], None]) -> None:
        QTimer.singleShot(0, lambda: self._act(act))

    def _act(self, act: Callable[[EncryptionDialog], None]) -> None:
        opened = QApplication.activeModalWidget()
        assert isinstance(opened, EncryptionDialog)
        try:
            act(opened)
        except BaseException as error:  # noqa: BLE001 - told where the story goes on
            self.errors.append(error)
        finally:
            opened.done(0)  # or the story would wait for ever

    def set_with_recovery_key(self, dialog: EncryptionDialog) -> None:
        """Type, look, type back, and delete the plain backup that is told of."""
        user = self._user
        user.until(lambda: QApplication.activeWindow() is dialog)
        user.type(*PASSPHRASE, Qt.Key.Key_Tab, *PASSPHRASE, Qt.Key.Key_Return)
        assert isinstance(dialog.step, RecoveryStep)
        self.key = dialog.step.key
        dialog.step.copy_button.click()
        user.type(Qt.Key.Key_Return, *self.key, Qt.Key.Key_Return)
        user.until(lambda: isinstance(dialog.shown, DoneStep))
        assert isinstance(dialog.shown, DoneStep)
        plain = dialog.shown.form.plain_backups
        user.until(plain.isVisible)
        QTimer.singleShot(0, self._delete)
        user.click(plain.form.delete_button)
        user.until(lambda: not plain.isVisible())
        user.type(Qt.Key.Key_Return)

    @staticmethod
    def _delete() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        (button,) = (one for one in box.buttons() if one.text() == "&Delete")
        button.click()


def test_the_first_day_with_a_passphrase(user: User, tmp_path: Path, home: Path) -> None:
    window = user.start()
    today = window.page("today")
    user.until(lambda: today._welcome is not None and today._welcome.isVisible())

    # One quiet offer in the welcome; with it, the passphrase is set.
    dialog = Dialog(user)
    dialog.when_it_opens(dialog.set_with_recovery_key)
    user.click(today._welcome.form.protect_button)
    assert dialog.errors == []
    assert user.journal.key is not None
    assert not today._welcome.form.protect_button.isVisible()
    assert [one.encrypted for one in backing_up.backups(user.journal)] == [True]

    # The same journal goes on, on every page.
    now = user.journal.now()
    one = Interaction(id="1", when=now, logged=now, medium=Medium.CALL, closeness=5, note=NOTE)
    user.journal.apply(Action.LOG, add(one))
    user.until(today.form.scroll.isVisible)
    user.leave()

    # On the disk nothing of it can be read, nor of the keys anywhere.
    assert is_encrypted(user.folder)
    kept = [path for path in user.folder.rglob("*") if path.is_file()]
    assert {FILE_NAME, "keys.json", "keys.json.bak"} <= {path.name for path in kept}
    assert not [path for path in kept if b"xanadu" in path.read_bytes().lower()]
    runtime = Path(os.environ["XDG_RUNTIME_DIR"])
    every = [path for top in (home, user.folder, runtime) for path in top.rglob("*") if path.is_file()]
    for secret in (PASSPHRASE, NOTE, dialog.key, dialog.key.replace("-", "")):
        assert not [path for path in every if secret.encode() in path.read_bytes()]
    with pytest.raises(WrongPassphrase):
        unlock(user.folder, "tulips")
    assert unlock(user.folder, PASSPHRASE) == unlock(user.folder, dialog.key)

    # The next day it is asked for, and everything is there.
    window = user.start(opened=False)
    user.until(lambda: bool(lock_pages(window)))
    (page,) = lock_pages(window)
    user.until(lambda: QApplication.focusWidget() is page.form.field)
    QTest.keyClicks(page.form.field, dialog.key.lower())
    user.type(Qt.Key.Key_Return)
    user.until(lambda: user.program is not None and user.program.journal is not None)
    assert user.journal.interactions() == [one]


def lock_pages(window: object) -> list[LockPage]:
    return [page for page in window.findChildren(LockPage) if page.isVisible()]  # type: ignore[attr-defined]


def test_a_passphrase_that_is_given_up_changes_nothing(user: User) -> None:
    window = user.start()
    today = window.page("today")
    user.until(lambda: today._welcome is not None and today._welcome.isVisible())
    dialog = Dialog(user)

    def give_up(opened: EncryptionDialog) -> None:
        user.until(lambda: QApplication.activeWindow() is opened)
        user.type(*PASSPHRASE, Qt.Key.Key_Tab, *PASSPHRASE, Qt.Key.Key_Return, Qt.Key.Key_Escape)
        assert not opened.isVisible()

    dialog.when_it_opens(give_up)
    user.click(today._welcome.form.protect_button)
    assert dialog.errors == []
    assert user.journal.key is None
    assert today._welcome.form.protect_button.isVisible(), "it stands there, and is not pushed"
    assert [path.name for path in user.folder.iterdir() if "keys" in path.name] == []
    assert PASSPHRASE not in QGuiApplication.clipboard().text()
