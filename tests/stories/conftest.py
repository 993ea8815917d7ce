"""The real program on a real journal file, driven by keys and clicks."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from reconnect_desktop import clock
from reconnect_desktop.cli.reaching import run_for_caller
from reconnect_desktop.journal import Journal
from reconnect_desktop.views import lifetime
from reconnect_desktop.views.app import Program
from reconnect_desktop.views.opening import open_when_free
from reconnect_desktop.views.tray.place import Place


class User:
    """Somebody at the keyboard: starts the program, types, looks, closes it."""

    def __init__(self, qtbot: QtBot, qt: QApplication, folder: Path) -> None:
        self.qtbot, self.folder = qtbot, folder
        self._qt = qt
        self.program: Program | None = None

    def start(
        self,
        *,
        quick_add: bool = False,
        sample: bool = False,
        opened: bool = True,
        tray: Place | None = None,
    ) -> Any:
        """Start the program; returns its window once the journal is open (or not, unless `opened`)."""
        self.program = self._begin(tray, sample=sample)
        were_active: list[QWindow] = []  # another window may come up right after it
        self._qt.focusWindowChanged.connect(were_active.append)
        self.program.show_quick_add() if quick_add else self.program.show_main()
        window = self.program.quick_add if quick_add else self.program.main
        assert window is not None
        self.until(lambda: window.windowHandle() in were_active)
        self._qt.focusWindowChanged.disconnect(were_active.append)
        if opened:
            self.until(lambda: self.program is not None and self.program.doorbell is not None)
        return window

    def start_hidden(self, tray: Place) -> Program:
        """Start it with the computer, without a window."""
        self.program = self._begin(tray)
        self.program.show("hidden")
        return self.program

    def _begin(self, tray: Place | None, *, sample: bool = False) -> Program:
        def open_journal() -> Journal:
            return open_when_free(self.folder, "main", clock.now)

        return Program(self._qt, open_journal, run_for_caller, sample=sample, tray_place=tray)

    @property
    def journal(self) -> Journal:
        """The open journal."""
        assert self.program is not None
        assert self.program.journal is not None
        return self.program.journal

    def leave(self) -> None:
        """Close every window, as the window manager does, and wait for the end."""
        program, self.program = self.program, None
        if program is None:
            return
        for window in (program.quick_add, program.main):
            if window is not None:
                window.close()
        self.until(lambda: program.quick_add is None)
        program.at_hand.discard()
        program.close()
        lifetime.begin()
        for window in (program.main,):
            if window is not None:
                window.deleteLater()
        program.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def type(self, *keys: str | Qt.Key) -> None:
        """Type letters, or press keys, wherever the focus is."""
        for key in keys:
            self.until(lambda: QApplication.focusWidget() is not None)
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, key)  # type: ignore[arg-type]

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait for what comes by itself."""
        self.qtbot.waitUntil(holds, timeout=15_000)

    def named(self, window: QWidget, name: str) -> QWidget:
        """The visible button that a screen reader would read out with these first words."""
        (found,) = (
            button
            for button in window.findChildren(QAbstractButton)
            if button.isVisible()
            and (button.accessibleName() or button.text().replace("&", "")).startswith(name)
        )
        return found

    def click(self, widget: QWidget) -> None:
        """A click in the middle of it."""
        assert widget.isVisible()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


@pytest.fixture(autouse=True)
def _slow_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Writes in the background take a while: a story that looks at the journal too early fails each time."""

    def slowly(real: Callable[..., Any]) -> Callable[..., Any]:
        def write(*args: Any, **named: Any) -> Any:
            if threading.current_thread() is not threading.main_thread():
                time.sleep(0.03)
            return real(*args, **named)

        return write

    for name in ("apply", "keep", "undo", "redo"):
        monkeypatch.setattr(Journal, name, slowly(getattr(Journal, name)))


@pytest.fixture
def user(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[User]:
    """A user with an empty journal. What nobody catches fails the test, instead of being told in a dialog."""
    monkeypatch.setattr("reconnect_desktop.views.crash.CrashHook", lambda *_: None)
    someone = User(qtbot, qapp, tmp_path / "journal")
    yield someone
    # Nobody answers any more: what could not be kept is let go, or a story that failed would wait for ever.
    monkeypatch.setattr("reconnect_desktop.views.kit.question.ask", lambda *_, **__: 1)
    someone.leave()
    if not gc.get_freeze_count():  # a lock goes through everything, also the tests, which need no second look
        gc.freeze()


@pytest.fixture
def guarded(user: User, quick_keys: None) -> User:
    """A user whose journal has a passphrase, and an interaction in it."""
    from tests.stories.guarded import make

    make(user.folder)
    return user
