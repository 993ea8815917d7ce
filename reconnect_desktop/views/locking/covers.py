"""What stands in front of the windows while the journal is locked, or hidden for a moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.views.kit.covering import cover
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.locking.hidden_page import HiddenPage
from reconnect_desktop.views.locking.lock_page import LockPage


class Coverable(Protocol):
    """A window that can be covered."""

    def cover(self, widget: QWidget | None) -> None:
        """Show this instead of everything else, or everything else again."""


class Covers(QObject):
    """One page for each window, and for each dialog one that only hides it.

    unlock_wanted: what was typed. show_wanted: the windows are to be seen again. changed: they were covered or uncovered.
    """

    unlock_wanted = Signal(str)
    show_wanted = Signal()
    changed = Signal()

    def __init__(self, look: Look, windows: Callable[[], Iterable[Coverable]], parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._windows = look, windows
        self._asking: list[LockPage] = []
        self._dialogs: list[QDialog] = []
        self.is_asking = False  # for what unlocks the journal: every window does, also one that comes later
        self.is_hidden = False

    def ask(self) -> None:
        """Ask for it on every window; where that is asked already, what is typed stays."""
        if not self.is_asking:
            self.lift()
            self.is_asking = True
            for window in self._windows():
                self.join(window)
            self._cover_dialogs()
            self.changed.emit()

    def join(self, window: Coverable) -> None:
        """A window that came later asks, or is hidden, too."""
        if self.is_hidden:
            window.cover(self._hiding())
            return
        page = LockPage(self._look)
        page.unlock_wanted.connect(self.unlock_wanted)
        self._asking.append(page)
        window.cover(page)

    def hide(self, sentence: str = "") -> None:
        """Cover windows and dialogs with a page that tells nothing but `sentence`."""
        self.lift()
        self.is_hidden = True
        for window in self._windows():
            window.cover(self._hiding(sentence))
        self._cover_dialogs()
        self.changed.emit()

    def lift(self) -> None:
        """Show everything again."""
        self.is_hidden = self.is_asking = False
        self.forget()
        self._asking.clear()
        for window in self._windows():
            window.cover(None)
        for dialog in self._dialogs:
            if isValid(dialog):
                cover(dialog, None)
        self._dialogs.clear()
        self.changed.emit()

    # While it is locked

    def wait(self) -> None:
        """What was typed is being tried."""
        for page in self._pages():
            page.set_busy(True)

    def refuse(self, error: Exception) -> None:
        """Say why it stays locked. What is no UserError is told elsewhere."""
        for page in self._pages():
            if isinstance(error, UserError):
                page.refuse(error)
            else:
                page.forget()

    def forget(self) -> None:
        """Nothing is typed, and nothing is being tried any more."""
        for page in self._pages():
            page.forget()

    def _pages(self) -> list[LockPage]:
        """Those whose windows are still there."""
        self._asking = [page for page in self._asking if isValid(page)]
        return self._asking

    def _cover_dialogs(self) -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                cover(widget, self._hiding())
                self._dialogs.append(widget)

    def _hiding(self, sentence: str = "") -> HiddenPage:
        page = HiddenPage(self._look, sentence)
        page.show_wanted.connect(self.show_wanted)
        return page
