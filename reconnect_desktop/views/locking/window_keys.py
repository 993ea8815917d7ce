"""The keys that lock and hide, in windows without a menu: quick add, and every dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QMenuBar

from reconnect_desktop.views.menus import HIDE_KEY, LOCK_KEY

_NAME = "window keys"


class WindowKeys(QObject):
    """Gives them to each window that gets the focus."""

    def __init__(self, lock: Callable[[], None], hide: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._lock, self._hide = lock, hide
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._follow)
        self._follow(None)

    def _follow(self, _focused: QWindow | None) -> None:
        window = QApplication.activeWindow()
        if window is None or window.findChild(QMenuBar) or window.property(_NAME):
            return
        window.setProperty(_NAME, True)
        QShortcut(QKeySequence(LOCK_KEY), window, self._lock)
        QShortcut(QKeySequence(HIDE_KEY), window, self._hide)
