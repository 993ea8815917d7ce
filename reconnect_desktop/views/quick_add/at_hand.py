"""The quick-add window: made, shown, renewed and let go; at most one is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

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
    """On its own, or beside the main window."""

    def __init__(self, house: House, parent: QObject) -> None:
        super().__init__(parent)
        self._house = house
        self.window: QuickAdd | None = None  # while it is open

    def show(self) -> None:
        """Show it, making it if there is none."""
        if self.window is None:
            self.window = self._make()
        bring_forward(self.window)

    def close(self) -> None:
        """As the user does."""
        if self.window is not None:
            self.window.close()

    def renew(self) -> None:
        """In the place of one that shows what was written, an empty one; beside the main window, none."""
        before, self.window = self.window, None
        if before is not None:
            if self._house.main is None:
                self.window = self._make()
                self.window.move(before.pos())
                self.show()
            before.hide()
            before.deleteLater()

    def _make(self) -> QuickAdd:
        from reconnect_desktop.views.quick_add.quick_add import QuickAdd

        house = self._house
        window = QuickAdd(house.look, house.background, standalone=house.main is None)
        window.closed.connect(self._forget)
        window.retried.connect(house.doorkeeper.open)
        if house.main is not None:  # over it, and not where a window manager has room
            window.move(house.main.frameGeometry().center() - window.rect().center())
        house.locks.join(window)
        FirstPaint(window, partial(self._painted, window))
        return window

    def _painted(self, window: QuickAdd) -> None:
        if window is self.window:
            self._house.begin_with(window)

    def _forget(self) -> None:
        if self.window is not None:
            self.window.deleteLater()
            self.window = None
