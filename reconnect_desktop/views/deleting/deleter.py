"""Deletes everything once no window shows anything of it, and lets the program end without a trace."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from reconnect_desktop import forgetting
from reconnect_desktop.domain.errors import JournalGone, UserError
from reconnect_desktop.views.deleting.deleted_page import DeletedPage
from reconnect_desktop.views.lifetime import quit_program
from reconnect_desktop.views.locking import putting_away

if TYPE_CHECKING:
    from reconnect_desktop.journal import Journal
    from reconnect_desktop.views.background import Background
    from reconnect_desktop.views.locking.doorkeeper import Doorkeeper
    from reconnect_desktop.views.main_window import MainWindow
    from reconnect_desktop.views.preferences import Preferences
    from reconnect_desktop.views.quick_add.quick_add import QuickAdd


class House(Protocol):
    """As much of the program as is concerned."""

    background: Background
    doorkeeper: Doorkeeper
    preferences: Preferences
    main: MainWindow | None

    def windows(self) -> list[MainWindow | QuickAdd]: ...  # noqa: D102 - as in Program
    def renew_quick_add(self) -> None: ...  # noqa: D102


class Deleter(QObject):
    """For once: afterwards there is no journal, and the program can only be closed."""

    def __init__(self, house: House, journal: Journal) -> None:
        super().__init__(house.doorkeeper)
        self._house, self._folder = house, journal.folder
        self._page = DeletedPage()
        self._page.retried.connect(self._again)
        self._page.left.connect(quit_program)

    def begin(self) -> None:
        """Cover the window, and delete everything as soon as nobody works on it; nothing is locked or hidden from here on."""
        house = self._house
        assert house.main is not None
        house.doorkeeper.trouble = JournalGone()
        house.main.cover(self._page)
        putting_away.when_idle(house.background, self._empty, self)

    # Inside

    def _empty(self) -> None:
        house = self._house
        assert house.main is not None
        putting_away.close(putting_away.others(house.windows()))
        putting_away.clear_clipboard()
        house.main.empty()
        house.renew_quick_add()
        house.preferences.stop()
        putting_away.when_idle(house.background, self._delete, self)

    def _delete(self) -> None:
        self._house.doorkeeper.take_away(forgetting.delete_everything, self._done, self._show_trouble)

    def _again(self) -> None:
        """The journal is closed by now."""
        self._page.wait()
        work = partial(forgetting.delete_everything, self._folder)
        self._house.background.run(work, self._done, self._show_trouble)

    def _done(self, everywhere: bool) -> None:
        self._page.say_done(everywhere=everywhere)

    def _show_trouble(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._page.say_trouble(error)
