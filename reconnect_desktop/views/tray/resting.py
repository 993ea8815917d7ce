"""Lets go of memory once no window was shown for some minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer

from reconnect_desktop.views.lifetime import is_any_window_shown

if TYPE_CHECKING:
    from reconnect_desktop.journal import Journal
    from reconnect_desktop.views.background import Background
    from reconnect_desktop.views.main_window import MainWindow

_MINUTES = 3


class House(Protocol):
    """As much of the program as is concerned."""

    background: Background
    main: MainWindow | None

    @property
    def journal(self) -> Journal | None: ...  # noqa: D102 - as in Program


class Resting(QObject):
    """The main window's pages go, with what they know, and come back with the window."""

    def __init__(self, house: House, parent: QObject) -> None:
        super().__init__(parent)
        self._house = house
        self._emptied = False
        self._timer = QTimer(self, singleShot=True, interval=_MINUTES * 60_000)
        self._timer.timeout.connect(self.rest)

    @property
    def is_awaited(self) -> bool:
        """Whether it will let go before long, if nothing is shown meanwhile."""
        return self._timer.isActive()

    def begin(self) -> None:
        """No window is shown any more."""
        self._timer.start()

    def end(self) -> None:
        """A window is about to be shown."""
        self._timer.stop()
        if self._emptied:
            self._emptied = False
            main = self._house.main
            if main is not None and self._house.journal is not None:
                main.set_journal(self._house.journal)

    def rest(self) -> None:
        """Let go now; the timer does. What is still being written or read is let be, and looked at again."""
        house = self._house
        if is_any_window_shown():
            return
        if not house.background.is_idle:
            self._timer.start()
            return
        if house.main is not None and house.journal is not None and not self._emptied:
            if house.main.keep_now() is not None or not house.background.is_idle:
                self._timer.start()
                return
            house.main.empty()
            self._emptied = True
        QTimer.singleShot(0, self, _give_back)


def _give_back() -> None:
    """After what was to be deleted is: what was remembered, what only refers to itself, and what the allocator holds on to."""
    from reconnect_desktop.collector import give_memory_back
    from reconnect_desktop.views.locking.putting_away import clear_memory

    clear_memory()
    give_memory_back()
