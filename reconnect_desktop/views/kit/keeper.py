"""Keeps what is being written, so that nothing is lost however the window goes."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.views.background import Background

PAUSE = 800  # milliseconds from a change until it is kept


class State(Enum):
    """How it is with what is written. FRESH: nothing was typed yet."""

    FRESH = 0
    SAVED = 1
    UNSAVED = 2
    FAILED = 3


class Desk(Protocol):
    """One thing's way into the journal."""

    @property
    def has_unkept(self) -> bool:
        """Whether what was offered is not in the journal yet."""

    def offer(self, written: Any, /) -> None:
        """What stands there now; for the next `write`."""

    def write(self) -> None:
        """Make what was offered durable. Raises UserErrors; then nothing has changed."""


class Keeper(QObject):
    """Saves what `read` gives, at most about once a second while there is typing.

    state_changed: a State. failed: the error, once, until it could be saved again or `try_again`.
    """

    state_changed = Signal(object)
    failed = Signal(object)

    def __init__(self, background: Background, read: Callable[[], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._background, self._read = background, read
        self.desk: Desk | None = None
        self.state = State.FRESH
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.keep)

    def begin(self, desk: Desk | None) -> None:
        """Keep what is written from now on there."""
        self._timer.stop()
        self.desk = desk
        self._turn_to(State.FRESH)

    def note_change(self) -> None:
        """Something was typed. More typing doesn't set the clock back: a long text is kept each second."""
        if self.desk is None:
            return
        if self.state is not State.FAILED:
            self._turn_to(State.UNSAVED)
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Save it in the background."""
        self._timer.stop()
        desk = self.desk
        if desk is None or self.state is State.FRESH:
            return
        desk.offer(self._read())
        self._background.run(desk.write, lambda _: self._kept(desk), lambda error: self._fail(desk, error))

    def try_again(self) -> None:
        """Asked for by the user."""
        if self.state is State.FAILED:
            self._turn_to(State.UNSAVED)
        self.keep()

    def keep_now(self) -> Exception | None:
        """Save it before anything else happens; the error, if that could not be done."""
        self._timer.stop()
        if self.desk is None or self.state is State.FRESH:
            return None
        self.desk.offer(self._read())
        try:
            self.desk.write()
        except UserError as error:
            self._fail(self.desk, error)
            return error
        self._kept(self.desk)
        return None

    def _kept(self, desk: Desk) -> None:
        if desk is not self.desk or self.state is State.FRESH:
            return
        if desk.has_unkept:  # what was offered since
            return
        self._turn_to(State.UNSAVED if self._timer.isActive() else State.SAVED)

    def _fail(self, desk: Desk, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        told = self.state is State.FAILED
        if desk is self.desk:
            self._turn_to(State.FAILED)
        if not told:
            self.failed.emit(error)

    def _turn_to(self, state: State) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)


def may_be_lost(window: QWidget, text: str) -> bool:
    """Where it can't be kept: whether what is written is to be let go. Esc means to go on; `text` says how it is."""
    from reconnect_desktop.views.kit.question import ask

    answers = (window.tr("Go on &writing"), window.tr("&Discard what is not saved"))
    return ask(window, text, answers, escape=0) == 1
