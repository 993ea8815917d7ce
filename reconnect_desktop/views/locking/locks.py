"""When the windows are locked, unlocked, hidden and shown again."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # What stands in front of the windows is loaded when it is needed.
    from reconnect_desktop.domain.errors import UserError
    from reconnect_desktop.journal_reading import Draft
    from reconnect_desktop.views.background import Background
    from reconnect_desktop.views.kit.look import Look
    from reconnect_desktop.views.locking.covers import Covers
    from reconnect_desktop.views.locking.doorkeeper import Doorkeeper
    from reconnect_desktop.views.locking.idle_watch import IdleWatch
    from reconnect_desktop.views.locking.locking import Locking
    from reconnect_desktop.views.locking.session_watch import SessionWatch
    from reconnect_desktop.views.main_window import MainWindow
    from reconnect_desktop.views.quick_add.quick_add import QuickAdd


class House(Protocol):
    """As much of the program as is locked."""

    look: Look
    background: Background
    doorkeeper: Doorkeeper
    main: MainWindow | None

    @property
    def quick_add(self) -> QuickAdd | None: ...  # noqa: D102 - as in Program
    def windows(self) -> list[MainWindow | QuickAdd]: ...  # noqa: D102
    def show_quick_add(self) -> None: ...  # noqa: D102
    def renew_quick_add(self) -> None: ...  # noqa: D102


class Locks(QObject):
    """Covers the windows of `house`, and has the journal put away behind the covers.

    changed: the windows were covered or uncovered, or the journal was put away.
    """

    changed = Signal()

    def __init__(self, house: House) -> None:
        super().__init__(house.doorkeeper)
        self._house, self._doorkeeper = house, house.doorkeeper
        self._typed: str | None = None  # while it was still being locked
        self._was_locked = False  # since it was opened first
        self._reopens = False  # quick add, which was open beside the main window
        self._doorkeeper.asked.connect(self._ask)
        self._doorkeeper.refused.connect(self._refuse)
        self._doorkeeper.failed.connect(self._refuse)
        self._doorkeeper.locked.connect(self._locked)
        self._watched: tuple[int, bool] | None = None  # after how many minutes, and whether with the session

    @property
    def is_hidden(self) -> bool:
        """Whether everything is covered for a moment."""
        return "_covers" in self.__dict__ and self._covers.is_hidden

    @property
    def may_hide(self) -> bool:
        """Whether there is something to hide, or to show again."""
        return self.is_hidden or not (self._is_asking or self._doorkeeper.trouble is not None)

    # Locking

    def lock(self, *, by_hand: bool = False) -> None:
        """Lock a journal that has a passphrase; one that is being unlocked stays locked."""
        journal, self._typed = self._doorkeeper.journal, None
        if self._doorkeeper.trouble is not None:
            return
        self._doorkeeper.cancel()
        if journal is not None and journal.key is None:
            if by_hand:
                self._say_useless()
            return
        if self._house.main is not None:
            self._house.main.problem = None  # what was told before is no reason to wait
        if journal is not None or self._doorkeeper.closed is not None:
            self._covers.ask()
            self._covers.forget()
        if journal is not None:
            self._locking.begin()

    def watch(self) -> None:
        """Lock by itself as the journal's settings say; to be asked whenever they, or the passphrase, may have changed."""
        journal = self._doorkeeper.journal
        if journal is None or journal.key is None:
            self._take_settings((0, False))
            return

        def read() -> tuple[int, bool]:
            from reconnect_desktop.domain.settings import LOCK_AFTER, LOCK_WITH_SESSION

            return journal.setting(LOCK_AFTER), journal.setting(LOCK_WITH_SESSION)

        self._house.background.run(read, self._take_settings, lambda _error: None)

    def join(self, window: MainWindow | QuickAdd) -> None:
        """A window that comes while the others are locked, or hidden, is so, too."""
        if self._is_asking or self.is_hidden:
            self._covers.join(window)

    def opened(self) -> None:
        """The journal is open: nothing is asked any more."""
        if self._is_asking:
            self._covers.lift()
        if self._reopens:
            self._reopens = False
            self._house.show_quick_add()
        if self._was_locked:
            self._was_locked = False
            self._tell_what_is_kept()

    def _put_away(self) -> None:
        """No window shows or holds anything of the journal any more."""
        house = self._house
        if house.main is not None:
            house.main.empty()
            self._reopens = house.quick_add is not None and house.main.isVisible()
        house.renew_quick_add()

    def _locked(self) -> None:
        self._was_locked = True
        self._covers.ask()  # if it was hidden until now
        if self._typed is not None:
            typed, self._typed = self._typed, None
            self._doorkeeper.unlock(typed)

    def _take_settings(self, settings: tuple[int, bool]) -> None:
        if settings == self._watched or (self._watched is None and not any(settings)):
            return
        self._watched = settings
        minutes, with_session = settings
        self._idle.watch(minutes * 60)
        self._session.watch(with_session)

    # Unlocking

    def _ask(self) -> None:
        self._covers.ask()

    def _refuse(self, error: Exception) -> None:
        if self._is_asking:
            self._covers.refuse(error)

    def _unlock(self, typed: str) -> None:
        self._covers.wait()
        if self._doorkeeper.closed is not None:
            self._doorkeeper.unlock(typed)
        else:
            self._typed = typed

    def _say_useless(self) -> None:
        main, quick_add = self._house.main, self._house.quick_add
        words = self.tr(
            "Your journal has no passphrase, so there is nothing to lock it with. F9 hides it at once."
        )
        if main is not None:
            main.say(words, self.tr("Set a passphrase…"), lambda: main.settings_wanted.emit("privacy"))
        elif quick_add is not None:
            quick_add.notices.notice.show_text(words)

    def _tell_what_is_kept(self) -> None:
        """A dialog does not come back by itself."""
        from reconnect_desktop.views.ideas.need_draft import NEED_DRAFTS
        from reconnect_desktop.views.quick_add.editor import EDITED

        journal, main = self._doorkeeper.journal, self._house.main
        if journal is None or main is None:
            return

        def tell(kept: list[Draft | None]) -> None:
            if any(kept):
                main.say(
                    self.tr("What you were changing when this was locked is kept; open it again to go on.")
                )

        drafts = (EDITED, *NEED_DRAFTS)
        self._house.background.run(lambda: [journal.draft(of) for of in drafts], tell, lambda _error: None)

    # Hiding

    def hide(self) -> None:
        """Cover everything at once, or show it again."""
        if self._covers.is_hidden:
            self._show_again()
        elif self.may_hide:
            self._covers.hide()

    def _show_again(self) -> None:
        """What was hidden is seen again; what could not be locked is not to be locked now."""
        self._locking.stop()
        self._covers.lift()

    def _stay_hidden(self, error: UserError) -> None:
        from reconnect_desktop.output.errors_in_words import what_is_wrong

        if not self._covers.is_hidden:
            words = self.tr(
                "What you were writing can't be saved yet, so this is hidden and not locked. {why}"
            )
            self._covers.hide(words.format(why=what_is_wrong(error)))

    # Made when they are needed

    @cached_property
    def _covers(self) -> Covers:
        from reconnect_desktop.views.locking.covers import Covers

        covers = Covers(self._house.look, self._house.windows, self)
        covers.unlock_wanted.connect(self._unlock)
        covers.show_wanted.connect(self._show_again)
        covers.changed.connect(self.changed)
        return covers

    @cached_property
    def _idle(self) -> IdleWatch:
        from reconnect_desktop.views.locking.idle_watch import IdleWatch

        watch = IdleWatch(self)
        watch.idle.connect(self.lock)
        return watch

    @cached_property
    def _session(self) -> SessionWatch:
        from reconnect_desktop.views.locking.session_watch import SessionWatch

        watch = SessionWatch(self)
        watch.away.connect(self.lock)
        return watch

    @property
    def _is_asking(self) -> bool:
        return "_covers" in self.__dict__ and self._covers.is_asking

    @cached_property
    def _locking(self) -> Locking:
        from reconnect_desktop.views.locking.locking import Locking
        from reconnect_desktop.views.upkeep import back_up_last

        locking = Locking(self._house.background, self._house.windows, self._put_away, self)
        locking.unkept.connect(self._stay_hidden)
        locking.broken.connect(self._covers.hide)
        locking.emptied.connect(lambda: self._doorkeeper.lock(back_up_last))
        return locking
