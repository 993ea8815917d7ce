"""The quick-add window: made, shown, renewed and let go; at most one is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from reconnect_desktop.views.bring_forward import bring_forward
from reconnect_desktop.views.first_paint import FirstPaint

if TYPE_CHECKING:
    from reconnect_desktop.views.background import Background
    from reconnect_desktop.views.kit.look import Look
    from reconnect_desktop.views.locking.doorkeeper import Doorkeeper
    from reconnect_desktop.views.locking.locks import Locks
    from reconnect_desktop.views.main_window import MainWindow
    from reconnect_desktop.views.quick_add.quick_add import QuickAdd


class House(Protocol):
    """As much of the program as is concerned."""

    look: Look
    background: Background
    doorkeeper: Doorkeeper
    locks: Locks
    main: MainWindow | None

    def begin_with(self, window: QuickAdd) -> None: ...  # noqa: D102 - as in Program


class QuickAddAtHand(QObject):
    """On its own, or beside the main window. shown: it is about to be; closed: it is gone."""

    shown = Signal()
    closed = Signal()

    def __init__(self, house: House, parent: QObject) -> None:
        super().__init__(parent)
        self._house = house
        self.window: QuickAdd | None = None  # while it is open
        self._ready: QuickAdd | None = None  # made ahead, never shown, and without a journal

    def show(self) -> None:
        """Show it: one that was made ahead, if there is one."""
        if self.window is None:
            self.window = self._take()
        self.shown.emit()
        bring_forward(self.window)

    def prepare(self) -> None:
        """Make the next one ahead: shown, it is painted in some tens of milliseconds."""
        if self.window is None and self._ready is None:
            self._ready = self._make()
            self._ready.winId()  # the system's part of it
            self._ready.grab()  # painted for nobody: every style, place and letter is known by then

    def discard(self) -> None:
        """Let go of one that was made ahead."""
        if self._ready is not None:
            self._ready.deleteLater()
            self._ready = None

    def close(self) -> None:
        """As the user does."""
        if self.window is not None:
            self.window.close()

    def renew(self) -> None:
        """In the place of one that shows what was written, an empty one; beside the main window, none."""
        before, self.window = self.window, None
        if before is not None:
            if not self._is_beside():
                self.window = self._take()
                self.window.move(before.pos())
                self.show()
            before.hide()
            before.deleteLater()

    def _make(self) -> QuickAdd:
        from reconnect_desktop.views.quick_add.quick_add import QuickAdd

        return QuickAdd(self._house.look, self._house.background)

    def _take(self) -> QuickAdd:
        window, self._ready = self._ready or self._make(), None
        house = self._house
        window.standalone = not self._is_beside()
        window.closed.connect(self._forget)
        window.retried.connect(house.doorkeeper.open)
        if house.main is not None and self._is_beside():  # over it, and not where a window manager has room
            window.move(house.main.frameGeometry().center() - window.rect().center())
        house.locks.join(window)
        FirstPaint(window, partial(self._painted, window))
        return window

    def _is_beside(self) -> bool:
        """Whether the main window is seen, and says what was done."""
        return self._house.main is not None and self._house.main.isVisible()

    def _painted(self, window: QuickAdd) -> None:
        if window is self.window:
            self._house.begin_with(window)

    def _forget(self) -> None:
        if self.window is not None:
            self.window.deleteLater()
            self.window = None
        self.closed.emit()
