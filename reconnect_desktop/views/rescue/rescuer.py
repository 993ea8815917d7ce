"""When a window shows the rescue page: from the moment the damage is known until the journal is open again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from reconnect_desktop.views.lifetime import quit_program

if TYPE_CHECKING:
    from reconnect_desktop.domain.errors import UserError
    from reconnect_desktop.views.background import Background
    from reconnect_desktop.views.kit.look import Look
    from reconnect_desktop.views.locking.doorkeeper import Doorkeeper
    from reconnect_desktop.views.locking.locks import Locks
    from reconnect_desktop.views.main_window import MainWindow
    from reconnect_desktop.views.quick_add.quick_add import QuickAdd
    from reconnect_desktop.views.rescue.rescue_page import RescuePage


_STEP = 200  # milliseconds between two looks at whether something is open


class House(Protocol):
    """As much of the program as is concerned."""

    look: Look
    background: Background
    doorkeeper: Doorkeeper
    locks: Locks
    main: MainWindow | None

    @property
    def quick_add(self) -> QuickAdd | None: ...  # noqa: D102 - as in Program
    def windows(self) -> list[MainWindow | QuickAdd]: ...  # noqa: D102


class Rescuer(QObject):
    """Covers the main window of `house`; quick add has a sentence, and keeps what is written in it.

    unconcerned: an error of the start check that is no damage.
    """

    unconcerned = Signal(object)

    def __init__(self, house: House) -> None:
        super().__init__(house.doorkeeper)
        self._house, self._doorkeeper = house, house.doorkeeper
        self._key: bytes | None = None
        self._page: RescuePage | None = None
        self._told = ""  # what was done, once the journal is open
        self._waits = False  # for something to be closed
        self._doorkeeper.damaged.connect(self._begin)

    def not_whole(self, error: Exception) -> None:
        """A check failed: a damaged journal is closed, once nobody shows it or works on it."""
        from reconnect_desktop.domain.errors import JournalDamaged

        if not isinstance(error, JournalDamaged):
            self.unconcerned.emit(error)
        elif not self._waits:
            self._waits = True
            self._wait(error)

    def join(self, window: MainWindow | QuickAdd) -> None:
        """A window that comes later shows it, too."""
        trouble = self._doorkeeper.trouble
        if trouble is None:
            return
        if window is self._house.main:
            self._page = self._make_page(trouble)
            window.cover(self._page)
        else:
            window.show_problem(trouble)

    def opened(self) -> None:
        """The journal is open; say what was done."""
        if self._page is not None and self._house.main is not None:
            self._house.main.cover(None)
            if self._told:
                self._say(self._told)
        self._page, self._key, self._told = None, None, ""

    # Inside

    def _say(self, words: str) -> None:
        if self._house.main is not None and self._house.main.strip is not None:
            self._house.main.strip.show_text(words)

    def _begin(self, _trouble: UserError, key: bytes | None) -> None:
        """It is closed: show what can be had of it. key: its data key, if that is known."""
        self._key = key
        self._house.locks.opened()  # nothing is asked for in front of this
        for window in self._house.windows():
            self.join(window)

    def _make_page(self, trouble: UserError) -> RescuePage:
        from reconnect_desktop.views.rescue.rescue_page import RescuePage

        house, closed = self._house, self._doorkeeper.closed
        assert closed is not None
        page = RescuePage(house.look, house.background, closed, trouble=trouble, key=self._key)
        page.rescued.connect(self._admit)
        page.retried.connect(self._doorkeeper.open)
        page.left.connect(quit_program)
        return page

    def _admit(self, key: bytes | None) -> None:
        self._told = self._page.told if self._page is not None else ""
        self._doorkeeper.admit(key)

    def _wait(self, trouble: UserError) -> None:
        """What is open beside the windows may hold something that is being written: it is for the user to close."""
        from reconnect_desktop.views.locking import putting_away

        if putting_away.others(self._house.windows()):
            QTimer.singleShot(_STEP, self, lambda: self._wait(trouble))
        else:
            putting_away.when_idle(self._house.background, lambda: self._put_away(trouble), self)

    def _put_away(self, trouble: UserError) -> None:
        from reconnect_desktop.views.locking import putting_away

        self._waits = False
        house = self._house
        if self._doorkeeper.journal is None or self._doorkeeper.trouble is not None:
            return  # locked meanwhile, and looked at again when it is opened; or about to be deleted
        if house.main is not None:
            house.main.problem = None  # it was told of this damage, on its pages
        if house.main is not None and house.main.keep_now() is not None:
            self._say(
                self.tr(
                    "The journal is damaged, so what you are writing can't be saved in it. Copy it to another place, then close"
                    " Reconnect: at the next start it shows what can be had back."
                )
            )
            return
        if house.main is not None:
            house.main.empty()
        if house.quick_add is not None:
            house.quick_add.set_journal(None)
        putting_away.when_idle(house.background, lambda: self._doorkeeper.give_up(trouble), self)
