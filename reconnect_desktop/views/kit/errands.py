"""Work in the background for a window that may be gone before it is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.views.background import Background

T = TypeVar("T")


class Errands(QObject):
    """What comes when the owner is gone, or after `leave`, is nobody's any more; what is begun is done all the same.

    failed: the UserError of a piece of work; changed: something was begun or is done.
    """

    failed = Signal(object)
    changed = Signal()

    def __init__(self, background: Background, owner: QObject) -> None:
        super().__init__(owner)
        self._background = background
        self._left = False
        self._under_way = 0

    @property
    def under_way(self) -> bool:
        """Whether something was begun that is not done."""
        return self._under_way > 0

    def run(self, work: Callable[[], T], then: Callable[[T], object], *, aside: bool = False) -> None:
        """Call `work` in the background and `then` with what it returned.

        aside: it only reads, and may take long: nothing else has to wait for it.
        """
        background = self._background.beside() if aside else self._background
        self._under_way += 1
        background.run(
            work,
            lambda result: self._arrive(lambda: then(result)),
            self._fail,
        )
        self.changed.emit()

    def leave(self) -> None:
        """Nobody waits any more."""
        self._left = True

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self._arrive(lambda: None)
            raise error
        self._arrive(lambda: self.failed.emit(error))

    def _arrive(self, tell: Callable[[], object]) -> None:
        if self._left or not isValid(self):
            return
        self._under_way -= 1
        tell()
        if isValid(self):
            self.changed.emit()
