"""The dialog of the passphrase on a real journal, and a hand on its keys."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from reconnect_desktop import encrypting
from reconnect_desktop.domain import recovery_key
from reconnect_desktop.domain.errors import WrongPassphrase
from reconnect_desktop.journal import Journal
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.encryption.encryption_dialog import EncryptionDialog
from reconnect_desktop.views.encryption.flows import Flow
from reconnect_desktop.views.encryption.recovery_step import RecoveryStep
from reconnect_desktop.views.kit.look import Look

OLD, NEW = "tulips and rain", "a train in the snow"
SECRET = bytes(range(16))


class Rig:
    """One journal, and the dialog that was opened last."""

    def __init__(self, qtbot: QtBot, look: Look, background: Background, journal: Journal) -> None:
        self.qtbot, self.look, self.background, self.journal = qtbot, look, background, journal
        self.dialog: EncryptionDialog
        self.dialogs: list[EncryptionDialog] = []

    def open(self, flow: Flow) -> EncryptionDialog:
        self.dialog = EncryptionDialog(None, self.look, self.background, self.journal, flow)
        self.dialogs.append(self.dialog)
        self.dialog.show()
        self.until(lambda: QApplication.activeWindow() is self.dialog)
        return self.dialog

    def close(self) -> None:
        for dialog in self.dialogs:
            if isValid(dialog):
                dialog.done(0)
                dialog.deleteLater()

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=15_000)

    def type(self, *keys: str | Qt.Key) -> None:
        """Letters or keys, wherever the focus is."""
        for key in keys:
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClicks(focus, key) if isinstance(key, str) else QTest.keyClick(focus, key)

    def click(self, button: QAbstractButton) -> None:
        assert button.isVisible()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def next(self) -> None:
        self.click(self.dialog.form.next_button)

    def choose(self, passphrase: str) -> None:
        self.type(passphrase, Qt.Key.Key_Tab, passphrase, Qt.Key.Key_Return)

    def present(self, typed: str) -> None:
        """Answer the first question, and wait until it was looked at."""
        before = self.dialog.step
        self.type(typed, Qt.Key.Key_Return)
        self.until(lambda: not self.dialog._errands.under_way or self.dialog.step is not before)

    @property
    def key(self) -> str:
        """The recovery key that is shown."""
        assert isinstance(self.dialog.step, RecoveryStep)
        return self.dialog.step.key

    def finish(self) -> None:
        self.until(lambda: self.dialog.is_done)

    def opens(self, typed: str) -> bool:
        """Whether this opens the journal."""
        try:
            encrypting.verify(self.journal, typed)
        except WrongPassphrase:
            return False
        return True

    def encrypt(self) -> None:
        encrypting.turn_on(self.journal, OLD, SECRET)

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Meanwhile the background does nothing of what is asked of it."""
        go_on = threading.Event()
        self.background.run(lambda: go_on.wait(15), lambda _: None, lambda _: None)
        try:
            yield
        finally:
            go_on.set()


OLD_KEY = recovery_key.write(SECRET)


def delete_now() -> None:
    """Let those widgets go that are to go."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def texts_in(window: QWidget) -> str:
    """Every text that a widget of this window holds, once those that were to go are gone."""
    delete_now()
    fields = [field.text() for field in window.findChildren(QLineEdit)]
    labels = [label.text() + label.accessibleName() for label in window.findChildren(QLabel)]
    return "\n".join(fields + labels)
