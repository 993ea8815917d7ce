"""Keeps the keys in our windows when several dialogs go one right after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_NAME = "focus back"
_PATIENCE = 100  # milliseconds for the system to hand the keys on by itself


class FocusBack(QObject):
    """Some window managers hand the keys to a dialog that is going as well, and then nobody has them.

    windows: those of the program; the first gets them back. Nothing is taken from another program: it is done only where what
    had the keys last was ours, and is gone.
    """

    def __init__(self, windows: Callable[[], Sequence[QWidget]], parent: QObject) -> None:
        super().__init__(parent)
        self._windows = windows
        self._last: QWindow | None = None
        self._later = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._later.timeout.connect(self._look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._follow)

    def _follow(self, focused: QWindow | None) -> None:
        self._last = focused or self._last
        if focused is not None and not focused.property(_NAME):
            focused.setProperty(_NAME, True)
            focused.visibleChanged.connect(self._wait)

    def _wait(self, shown: bool) -> None:
        if not shown:
            self._later.start()

    def _look(self) -> None:
        last, windows = self._last, self._windows()
        is_gone = last is not None and not (isValid(last) and last.isVisible())
        if is_gone and windows and QGuiApplication.focusWindow() is None:
            (QApplication.activeModalWidget() or windows[0]).activateWindow()
