"""Puts the journal away, step by step, and never before what is being written is kept."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.locking import putting_away

_STEP = 10  # milliseconds between two looks at whether it can go on
_AGAIN = 5.0  # seconds until it is tried again to keep what could not be kept


class Locking(QObject):
    """Begun once the windows are covered; each step waits for the event loop, so that nothing is cut off in its midst.

    unkept: the UserError that keeps something written from being saved; it is tried again every few seconds.
    broken: a mistake of ours was in the way, and is raised; nothing was put away.
    emptied: nothing of the journal is shown, nor being worked on any more. Everything that has a `keep_now` (windows, dialogs)
    is asked to keep what is being written in it: it returns the UserError that was in the way, or None.
    """

    unkept = Signal(object)
    broken = Signal()
    emptied = Signal()

    def __init__(
        self,
        background: Background,
        windows: Callable[[], Iterable[Any]],
        put_away: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._background, self._windows, self._put_away = background, windows, put_away
        self._steps: Iterator[None] | None = None
        self._timer = QTimer(self, interval=_STEP)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_under_way(self) -> bool:
        """Whether it was begun, and neither done nor stopped."""
        return self._steps is not None

    def begin(self) -> None:
        """Put everything away."""
        if self._steps is None:
            self._steps = self._all_steps()
            self._timer.start()

    def stop(self) -> None:
        """Leave everything as it is now."""
        self._steps = None
        self._timer.stop()

    def _go_on(self) -> None:
        assert self._steps is not None
        try:
            done = next(self._steps, self) is self
        except Exception:
            self.stop()
            self.broken.emit()
            raise
        if done:
            self.stop()
            self.emptied.emit()

    def _all_steps(self) -> Iterator[None]:
        yield  # the covers are painted first
        yield from self._keep(self._dialogs)
        while (open_ones := self._dialogs()) or putting_away.is_nested():
            putting_away.close(open_ones)
            yield
        yield from self._until_idle()
        yield from self._keep(self._windows)
        putting_away.clear_clipboard()
        self._put_away()
        yield from self._until_idle()

    def _keep(self, places: Callable[[], Iterable[Any]]) -> Iterator[None]:
        """Until all is kept; what a page keeps in the background, it tells when that is done."""
        while (error := _first_error(places())) is not None or not self._background.is_idle:
            if error is None:
                yield from self._until_idle()
            else:
                self.unkept.emit(error)
                yield from _pause()

    def _dialogs(self) -> list[QWidget]:
        return putting_away.others(self._windows())

    def _until_idle(self) -> Iterator[None]:
        while not self._background.is_idle:
            yield


def _first_error(places: Iterable[Any]) -> UserError | None:
    errors = [place.keep_now() for place in places if hasattr(place, "keep_now")]
    return next((error for error in errors if error is not None), None)


def _pause() -> Iterator[None]:
    again = time.monotonic() + _AGAIN
    while time.monotonic() < again:
        yield
